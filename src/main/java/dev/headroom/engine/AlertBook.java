package dev.headroom.engine;

import dev.headroom.model.Alert;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Event;
import dev.headroom.model.ResourceType;
import dev.headroom.model.Severity;
import dev.headroom.model.Thresholds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The alerts: one per constraint and threshold, however often it is crossed (rule T1).
final class AlertBook {
  private record Key(ConstraintRef constraint, int percent) {}

  private static final class Entry {
    final int scope;
    final ResourceType type;
    Instant raisedAt;
    int repeats;
    boolean stands;

    Entry(int scope, ResourceType type, Instant raisedAt) {
      this.scope = scope;
      this.type = type;
      this.raisedAt = raisedAt;
    }

    Entry(Entry other) {
      this(other.scope, other.type, other.raisedAt);
      this.repeats = other.repeats;
      this.stands = other.stands;
    }
  }

  private final EngineState state;
  private final Map<Key, Entry> entries = new HashMap<>();
  private int standing;

  AlertBook(EngineState state) {
    this.state = state;
  }

  AlertBook(AlertBook other, EngineState state) {
    this.state = state;
    other.entries.forEach((key, entry) -> entries.put(key, new Entry(entry)));
    this.standing = other.standing;
  }

  /// A threshold was crossed upward.
  void raise(
      int scope,
      ResourceType type,
      ConstraintRef constraint,
      int percent,
      long used,
      long allowance) {
    Key key = new Key(constraint, percent);
    Entry entry = entries.get(key);
    if (entry == null) {
      entry = new Entry(scope, type, state.nowInstant());
      entries.put(key, entry);
    } else {
      entry.repeats++;
      entry.raisedAt = state.nowInstant();
    }
    entry.stands = true;
    standing++;
    Severity severity = Thresholds.severityAt(percent);
    state.scopes.addToCount(scope, countOf(severity), 1);
    state.emit(
        new Event.AlertRaised(
            constraint.path(), constraint, type, percent, severity, used, allowance));
  }

  /// Use fell clear of a raised threshold, or a new window began.
  void clear(ConstraintRef constraint, int percent) {
    Entry entry = entries.get(new Key(constraint, percent));
    if (entry == null || !entry.stands) {
      throw new IllegalStateException("no alert stands at " + percent + " % of " + constraint);
    }
    entry.stands = false;
    standing--;
    state.scopes.addToCount(entry.scope, countOf(Thresholds.severityAt(percent)), -1);
    state.emit(new Event.AlertCleared(constraint.path(), constraint, entry.type, percent));
  }

  /// Forgets a constraint that is no more and of which no alert stands.
  void forget(ConstraintRef constraint, List<Integer> percents) {
    for (int percent : percents) {
      entries.remove(new Key(constraint, percent));
    }
  }

  /// How many stand.
  int standing() {
    return standing;
  }

  /// The alerts that stand at and below a scope, gravest first, then newest, then by constraint.
  ///
  /// @param usage what is used and allowed at a constraint now
  List<Alert> list(int below, Usage usage) {
    List<Alert> alerts = new ArrayList<>();
    entries.forEach((key, entry) -> {
      if (entry.stands && state.scopes.isWithin(entry.scope, below)) {
        Usage.Now now = usage.of(entry.scope, entry.type, key.constraint());
        alerts.add(
            new Alert(
                key.constraint(),
                entry.type,
                key.percent(),
                Thresholds.severityAt(key.percent()),
                entry.raisedAt,
                entry.repeats,
                now.used(),
                now.allowance()));
      }
    });
    alerts.sort(
        Comparator.comparing(Alert::severity)
            .thenComparing(Alert::raisedAt)
            .reversed()
            .thenComparing(Alert::constraint)
            .thenComparing(Alert::percent, Comparator.reverseOrder()));
    return alerts;
  }

  /// Looks up what a constraint has in use.
  @FunctionalInterface
  interface Usage {
    /// What is used of what.
    record Now(long used, long allowance) {}

    Now of(int scope, ResourceType type, ConstraintRef constraint);
  }

  /// Writes every alert that stands or has stood, in a fixed order.
  void write(CanonicalForm form) {
    form.number(entries.size());
    entries.entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.comparing(Key::constraint).thenComparingInt(Key::percent)))
        .forEach(alert -> {
          Entry entry = alert.getValue();
          form.text(alert.getKey().constraint().toString()).number(alert.getKey().percent());
          form.number(entry.raisedAt.toEpochMilli()).number(entry.repeats);
          form.number(entry.stands ? 1 : 0);
        });
  }

  private static ScopeTable.Count countOf(Severity severity) {
    return switch (severity) {
      case INFO -> ScopeTable.Count.ALERTS_INFO;
      case WARNING -> ScopeTable.Count.ALERTS_WARNING;
      case CRITICAL -> ScopeTable.Count.ALERTS_CRITICAL;
    };
  }
}
