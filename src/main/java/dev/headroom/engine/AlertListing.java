package dev.headroom.engine;

import dev.headroom.model.Alert;
import dev.headroom.model.AlertState;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Lists alerts at and below a scope as they stand at an instant, changing nothing.
final class AlertListing {
  private final EngineState state;

  AlertListing(EngineState state) {
    this.state = state;
  }

  /// The alerts at and below a scope that show one of these states, gravest first, then newest,
  /// then by constraint.
  List<Alert> list(ScopePath below, Set<AlertState> states, long at) {
    return state.alerts.all().stream()
        .filter(entry -> entry.isWithin(below))
        .map(entry -> alert(entry, at))
        .filter(alert -> states.contains(alert.life().state()))
        .sorted(
            Comparator.comparing(Alert::severity)
                .thenComparing(Alert::raisedAt)
                .reversed()
                .thenComparing(Alert::constraint)
                .thenComparing(Alert::percent, Comparator.reverseOrder()))
        .toList();
  }

  private Alert alert(AlertEntry entry, long at) {
    AlertUsage.Now now = AlertUsage.at(state, entry, at);
    Optional<Long> shelved = state.alerts.shelvedUntil(entry, at);
    return new Alert(
        entry.ref.constraint(),
        entry.type,
        entry.ref.percent(),
        entry.ref.severity(),
        entry.raisedAt,
        Math.max(0, entry.times - 1),
        now.used(),
        now.allowance(),
        new Alert.Life(
            shelved.isPresent() ? AlertState.SHELVED : entry.state(),
            entry.stands,
            entry.acknowledgement,
            shelved.map(Instant::ofEpochMilli)),
        entry.forecast());
  }
}
