package dev.headroom.client.embedded;

import dev.headroom.client.Reply;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.model.forecast.UsageForecast;
import dev.headroom.model.report.UsageQuery;
import dev.headroom.model.report.UsageReport;
import dev.headroom.node.Node;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What was counted of an instance by an instant: what the one that goes on has counted, up to the
/// last whole minute of then, so that nothing of the future is in it.
///
/// @param present of the one that goes on
/// @param then how it was, standing still
record CountedThen(Remembering present, Node then) {
  /// A report of it.
  Reply<UsageReport> report(UsageQuery query) {
    Instant end = end();
    Instant to = query.to().isBefore(end) ? query.to() : end;
    return query.from().isBefore(to)
        ? present.keeper().report(query.until(to), end)
        : new Reply.Refused<>(
            new Refusal.NotAllowed("it is counted by the minute, and no whole one was over yet"));
  }

  /// What a scope was to go on to use.
  Reply<UsageForecast> forecast(ScopePath path) {
    return present.keeper().forecast(path, then, end());
  }

  private Instant end() {
    return then.inspect((_, at) -> at).truncatedTo(ChronoUnit.MINUTES);
  }
}
