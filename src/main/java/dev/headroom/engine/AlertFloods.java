package dev.headroom.engine;

import dev.headroom.model.Alert;
import dev.headroom.model.AlertFlood;
import dev.headroom.model.AlertOverview;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Folds many alerts under one parent into one row (rule T2).
final class AlertFloods {
  private AlertFloods() {}

  /// @param alerts the gravest first, then the newest
  static AlertOverview fold(List<Alert> alerts) {
    Map<ScopePath, List<Alert>> byParent = new TreeMap<>();
    for (Alert alert : alerts) {
      parent(alert)
          .ifPresent(path -> byParent.computeIfAbsent(path, _ -> new ArrayList<>()).add(alert));
    }
    byParent.values().removeIf(together -> together.size() < AlertFlood.COUNT_MIN);
    List<AlertFlood> floods = new ArrayList<>();
    byParent.forEach((path, together) -> floods.add(flood(path, together)));
    floods.sort(
        Comparator.comparing(AlertFlood::severity)
            .thenComparing(AlertFlood::newest)
            .reversed()
            .thenComparing(AlertFlood::parent));
    List<Alert> single =
        alerts.stream()
            .filter(alert -> parent(alert).filter(byParent::containsKey).isEmpty())
            .toList();
    return new AlertOverview(List.copyOf(floods), single);
  }

  static ScopeStatus.AlertCounts count(List<Alert> alerts) {
    return new ScopeStatus.AlertCounts(
        count(alerts, Severity.INFO),
        count(alerts, Severity.WARNING),
        count(alerts, Severity.CRITICAL));
  }

  private static AlertFlood flood(ScopePath parent, List<Alert> together) {
    return new AlertFlood(
        parent,
        together.getFirst().severity(),
        together.stream().map(Alert::raisedAt).max(Comparator.naturalOrder()).orElseThrow(),
        count(together));
  }

  private static int count(List<Alert> alerts, Severity severity) {
    return Math.toIntExact(alerts.stream().filter(alert -> alert.severity() == severity).count());
  }

  private static Optional<ScopePath> parent(Alert alert) {
    return alert.constraint().path().parent();
  }
}
