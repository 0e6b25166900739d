package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.Config;
import dev.headroom.model.Limit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds what an administrator should know about limits that are changed: more than the parent
/// allows, and children that add up to more (L8). Takes about as long as there are limits. Pure.
final class Issues {
  private final LimitIndex after;
  private final Map<Limit, Double> sums = new HashMap<>();

  private Issues(LimitIndex after) {
    this.after = after;
  }

  /// The warnings about these changes.
  ///
  /// @param config what holds now
  static List<Issue> warnings(Config config, List<Edit> edits) {
    Map<Subject, Limit> limits = new LinkedHashMap<>();
    config.limits().forEach(limit -> limits.put(new Value.OfLimit(limit).subject(), limit));
    List<Limit> changed = new ArrayList<>();
    for (Edit edit : edits) {
      limits.remove(edit.subject());
      if (edit.after().isPresent() && edit.after().get() instanceof Value.OfLimit(var limit)) {
        limits.put(edit.subject(), limit);
        changed.add(limit);
      }
    }
    var issues = new Issues(LimitIndex.of(limits.values()));
    changed.forEach(
        limit -> issues.after.governing(limit).ifPresent(parent -> issues.sums.put(parent, 0.0)));
    limits.values().forEach(issues::addUp);
    List<Issue> warnings = new ArrayList<>();
    for (Limit limit : changed) {
      issues
          .after
          .governing(limit)
          .ifPresent(parent -> warnings.addAll(issues.about(limit, parent)));
    }
    return warnings.stream().distinct().toList();
  }

  private void addUp(Limit limit) {
    after
        .governing(limit)
        .ifPresent(
            parent -> sums.computeIfPresent(parent, (_, sum) -> sum + limit.terms().amount()));
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
    double sum = sums.getOrDefault(parent, 0.0);
    if (parent.terms().amount() > 0 && sum > parent.terms().amount()) {
      long percent = Math.round(100 * sum / parent.terms().amount());
      found.add(new Issue(false, Wording.text("issue.oversubscribed", above, percent, allowed)));
    }
    return found;
  }
}
