package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.Config;
import dev.headroom.model.Limit;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds what an administrator should know about limits that are changed: more than the parent
/// allows, and children that add up to more (L8). Pure.
final class Issues {
  private final Map<ScopePath, List<Limit>> byScope = new HashMap<>();

  /// @param after as everything would be
  private Issues(List<Limit> after) {
    after.forEach(
        limit -> byScope.computeIfAbsent(limit.path(), _ -> new ArrayList<>()).add(limit));
  }

  /// The warnings about these changes.
  ///
  /// @param config what holds now
  static List<Issue> warnings(Config config, List<Edit> edits) {
    List<Limit> after = new ArrayList<>(config.limits());
    List<Limit> changed = new ArrayList<>();
    for (Edit edit : edits) {
      after.removeIf(limit -> new Value.OfLimit(limit).subject().equals(edit.subject()));
      if (edit.after().isPresent() && edit.after().get() instanceof Value.OfLimit(var limit)) {
        after.add(limit);
        changed.add(limit);
      }
    }
    var issues = new Issues(after);
    List<Issue> warnings = new ArrayList<>();
    for (Limit limit : changed) {
      issues.governing(limit).ifPresent(parent -> warnings.addAll(issues.about(limit, parent)));
    }
    return warnings.stream().distinct().toList();
  }

  private List<Issue> about(Limit limit, Limit parent) {
    List<Issue> found = new ArrayList<>();
    String allowed = Figures.amountWithUnit(parent.type(), parent.terms().amount());
    String above = Phrases.scope(parent.path());
    if (limit.terms().amount() > parent.terms().amount()) {
      found.add(
          new Issue(
              false, Wording.text("issue.above", Phrases.scope(limit.path()), above, allowed)));
    }
    double sum = 0;
    for (List<Limit> limits : byScope.values()) {
      for (Limit each : limits) {
        if (each.key().equals(limit.key()) && governing(each).equals(Optional.of(parent))) {
          sum += each.terms().amount();
        }
      }
    }
    if (parent.terms().amount() > 0 && sum > parent.terms().amount()) {
      long percent = Math.round(100 * sum / parent.terms().amount());
      found.add(new Issue(false, Wording.text("issue.oversubscribed", above, percent, allowed)));
    }
    return found;
  }

  /// The nearest limit above for the same type and period.
  private Optional<Limit> governing(Limit limit) {
    Optional<ScopePath> at = limit.path().parent();
    while (at.isPresent()) {
      for (Limit above : byScope.getOrDefault(at.get(), List.of())) {
        if (above.key().equals(limit.key())) {
          return Optional.of(above);
        }
      }
      at = at.get().parent();
    }
    return Optional.empty();
  }
}
