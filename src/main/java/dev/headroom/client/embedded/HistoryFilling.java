package dev.headroom.client.embedded;

import dev.headroom.engine.Inspector;
import dev.headroom.history.History;
import dev.headroom.history.forecast.Standings;
import dev.headroom.history.rollup.Beginning;
import dev.headroom.model.Event;
import dev.headroom.model.LoanStatus;
import dev.headroom.model.ScopePath;
import dev.headroom.node.Recount;
import java.time.Instant;
import java.util.List;

/// Puts what is told again into a history.
///
/// @param history what is filled
public record HistoryFilling(History history) implements Recount.Listener {
  @Override
  public void begins(Inspector state, Instant at) {
    history.begin(beginning(state, at));
  }

  @Override
  public void happened(List<Event> events) {
    history.add(events);
  }

  /// How a scope's own limits and pools stand.
  public static Standings standings(Inspector state, ScopePath path, Instant at) {
    return new Standings(
        state.scope(path, at).stream()
            .flatMap(scope -> scope.types().stream())
            .flatMap(type -> type.limits().stream())
            .toList(),
        state.pools(at).stream().filter(pool -> pool.pool().path().equals(path)).toList());
  }

  /// How an instance stands, for a history that begins then.
  static Beginning beginning(Inspector state, Instant at) {
    return new Beginning(
        state.sequence(),
        at,
        state.config(),
        state.allocations(ScopePath.ROOT, false, 0, Integer.MAX_VALUE),
        state.loans(ScopePath.ROOT).stream().map(LoanStatus::loan).toList());
  }
}
