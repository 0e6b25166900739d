package dev.headroom.client.embedded;

import dev.headroom.client.Reply;
import dev.headroom.model.Refusal;
import dev.headroom.model.replay.Hindsight;
import dev.headroom.model.replay.ReplayQuery;
import dev.headroom.node.Node;
import dev.headroom.node.Watch;
import dev.headroom.node.replay.SpanReplay;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/// Replays spans of a node's past.
final class EmbeddedReplay {
  private EmbeddedReplay() {}

  /// Replays what of a span is over by now.
  static Reply<Hindsight> run(Node node, ReplayQuery query, Watch watch) {
    Instant now = node.inspect((_, at) -> at);
    if (!query.from().isBefore(now)) {
      return new Reply.Refused<>(Refusal.Invalid.at("/from", "lies in the future: it is " + now));
    }
    Instant to = query.to().isBefore(now) ? query.to() : now;
    ReplayQuery over = new ReplayQuery(query.from(), to, query.changes());
    try {
      return answer(SpanReplay.run(node.past(), over, watch));
    } catch (IOException unreadable) {
      return new Reply.Silence<>(Duration.ZERO, String.valueOf(unreadable.getMessage()));
    }
  }

  private static Reply<Hindsight> answer(SpanReplay.Result result) {
    return switch (result) {
      case SpanReplay.Result.Compared(var hindsight) -> new Reply.Decided<>(hindsight);
      case SpanReplay.Result.Refused(var refusal) -> new Reply.Refused<>(refusal);
      case SpanReplay.Result.NothingKept _ ->
          new Reply.Refused<>(Refusal.Invalid.at("/from", "nothing of that span is kept"));
      case SpanReplay.Result.Cancelled _ ->
          new Reply.Silence<>(Duration.ZERO, "cancelled by the caller");
    };
  }
}
