package dev.headroom.engine;

import dev.headroom.model.Alert;
import dev.headroom.model.AlertRef;
import dev.headroom.model.AlertState;
import dev.headroom.model.Command;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Event;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Severity;
import dev.headroom.model.Thresholds;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The alerts: one per constraint and threshold, however often it is crossed (rules T1, T2). So
/// there are never more than constraints times thresholds.
final class AlertBook {
  /// Something that falls due: an alert is raised after its delay, or a shelf's time is over.
  private record Due(long at, Command.Shelvable what) {}

  private static final Comparator<Due> ORDER =
      Comparator.comparingLong(Due::at)
          .thenComparing(due -> due.what instanceof Command.Shelvable.Subtree)
          .thenComparing(due -> path(due.what))
          .thenComparing(Due::what, AlertBook::compareAlerts);

  private final EngineState state;
  private final TreeMap<AlertRef, AlertEntry> entries = new TreeMap<>();
  private final TreeSet<Due> dues = new TreeSet<>(ORDER);
  private final Shelves shelves = new Shelves();
  private int standing;

  AlertBook(EngineState state) {
    this.state = state;
  }

  AlertBook(AlertBook other, EngineState state) {
    this.state = state;
    other.entries.forEach((ref, entry) -> entries.put(ref, new AlertEntry(entry)));
    this.dues.addAll(other.dues);
    this.shelves.putAll(other.shelves);
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
    AlertEntry entry =
        entries.computeIfAbsent(
            new AlertRef(constraint, percent), ref -> new AlertEntry(ref, scope, type));
    long delay = state.settings().alertDelay().toMillis();
    if (delay == 0) {
      raise(entry, used, allowance);
    } else {
      entry.pendingUntil = state.now() + delay;
      dues.add(new Due(entry.pendingUntil, new Command.Shelvable.One(entry.ref)));
    }
  }

  /// Use fell clear of a crossed threshold, or a new window began.
  void clear(ConstraintRef constraint, int percent) {
    AlertEntry entry = entries.get(new AlertRef(constraint, percent));
    if (entry == null || !(entry.stands || entry.isPending())) {
      throw new IllegalStateException("no alert stands at " + percent + " % of " + constraint);
    }
    if (entry.isPending()) {
      lookNoMore(entry, entry.pendingUntil, entry.shelvedUntil);
      entry.pendingUntil = AlertEntry.NEVER;
    }
    if (entry.stands) {
      entry.stands = false;
      standing--;
      count(entry, -1);
      state.emit(new Event.AlertCleared(constraint.path(), constraint, entry.type, percent));
      if (entry.isShelvedAt(state.now()) && entry.shelvedUntilCleared) {
        unshelve(entry, "");
      }
    }
  }

  /// Forgets a constraint that is no more and of which no alert stands.
  void forget(ConstraintRef constraint, List<Integer> percents) {
    for (int percent : percents) {
      AlertEntry forgotten = entries.remove(new AlertRef(constraint, percent));
      if (forgotten != null) {
        takeOffShelf(forgotten);
      }
    }
  }

  /// How many stand.
  int standing() {
    return standing;
  }

  /// An alert of which there is something to know.
  Optional<AlertEntry> find(AlertRef ref) {
    return Optional.ofNullable(entries.get(ref))
        .filter(entry -> entry.isOpen() || entry.isPending());
  }

  /// Every alert of which there is something to know, by name.
  Collection<AlertEntry> all() {
    return entries.values().stream().filter(entry -> entry.isOpen() || entry.isPending()).toList();
  }

  /// Whether an alert can be seen: it is open and not shelved, neither by itself nor with a scope.
  boolean isSeen(AlertEntry entry) {
    return entry.isOpen() && shelvedUntil(entry, state.now()).isEmpty();
  }

  /// Shelves an alert by itself, in place of how it was before.
  void putOnShelf(AlertEntry entry, long until, boolean untilCleared) {
    takeOffShelf(entry);
    entry.shelvedUntil = until;
    entry.shelvedUntilCleared = untilCleared;
    dues.add(new Due(until, new Command.Shelvable.One(entry.ref)));
  }

  void takeOffShelf(AlertEntry entry) {
    lookNoMore(entry, entry.shelvedUntil, entry.pendingUntil);
    entry.unshelve();
  }

  /// Shelves a scope, in place of how it was before.
  void putOnShelf(Event.AlertsShelved shelf) {
    shelves
        .put(shelf)
        .ifPresent(before -> dues.remove(new Due(before.until().toEpochMilli(), before.what())));
    dues.add(new Due(shelf.until().toEpochMilli(), shelf.what()));
  }

  /// Takes all shelves at and below a scope away, and says whether there was one.
  boolean takeOffShelves(ScopePath path) {
    List<Event.AlertsShelved> removed = shelves.removeWithin(path);
    removed.forEach(shelf -> dues.remove(new Due(shelf.until().toEpochMilli(), shelf.what())));
    return !removed.isEmpty();
  }

  boolean canShelve(ScopePath path) {
    return shelves.hasRoomFor(path);
  }

  void unshelve(AlertEntry entry, String author) {
    takeOffShelf(entry);
    state.emit(
        new Event.AlertsUnshelved(
            entry.ref.constraint().path(), new Command.Shelvable.One(entry.ref), author));
  }

  /// When something falls due next; `Long.MAX_VALUE` for never.
  long earliest() {
    return dues.isEmpty() ? Long.MAX_VALUE : dues.first().at;
  }

  /// Does what is due now. What was overtaken meanwhile is due no more.
  void doWhatIsDue() {
    while (earliest() <= state.now()) {
      switch (dues.removeFirst().what) {
        case Command.Shelvable.One(var ref) -> look(ref);
        case Command.Shelvable.Subtree(var path) -> {
          if (shelves.removeOver(path, state.now())) {
            state.emit(new Event.AlertsUnshelved(path, new Command.Shelvable.Subtree(path), ""));
          }
        }
      }
    }
  }

  /// The alerts at and below a scope that show one of these states, gravest first, then newest,
  /// then by constraint.
  ///
  /// @param usage what is used and allowed at a constraint at that instant
  List<Alert> list(ScopePath below, Set<AlertState> states, Usage usage, long at) {
    return all().stream()
        .filter(entry -> entry.isWithin(below))
        .map(entry -> alert(entry, usage, at))
        .filter(alert -> states.contains(alert.life().state()))
        .sorted(
            Comparator.comparing(Alert::severity)
                .thenComparing(Alert::raisedAt)
                .reversed()
                .thenComparing(Alert::constraint)
                .thenComparing(Alert::percent, Comparator.reverseOrder()))
        .toList();
  }

  /// Looks up what a constraint has in use.
  @FunctionalInterface
  interface Usage {
    /// What is used of what.
    record Now(long used, long allowance) {}

    Now of(int scope, ResourceType type, ConstraintRef constraint);
  }

  /// Writes every alert that there is or was, in a fixed order.
  void write(CanonicalForm form) {
    form.number(entries.size());
    entries.values().forEach(entry -> entry.write(form));
    shelves.write(form);
  }

  /// Writes the same as bytes.
  void write(StateOutput out) {
    out.next().number(entries.size());
    entries.values().forEach(entry -> entry.write(out.next()));
    shelves.write(out);
  }

  void read(StateInput in) {
    int count = in.count();
    for (int read = 0; read < count; read++) {
      enter(AlertEntry.read(in.next(), state.scopes));
    }
    shelves.read(in).forEach(this::putOnShelf);
  }

  /// Enters an alert as it was before.
  private void enter(AlertEntry entry) {
    entries.put(entry.ref, entry);
    if (entry.stands) {
      standing++;
      count(entry, 1);
    }
    if (entry.isPending()) {
      dues.add(new Due(entry.pendingUntil, new Command.Shelvable.One(entry.ref)));
    }
    if (entry.shelvedUntil > 0) {
      dues.add(new Due(entry.shelvedUntil, new Command.Shelvable.One(entry.ref)));
    }
  }

  /// What is overtaken must not pile up until it is due.
  ///
  /// @param other at which the alert is looked at for another reason
  private void lookNoMore(AlertEntry entry, long at, long other) {
    if (at != other) {
      dues.remove(new Due(at, new Command.Shelvable.One(entry.ref)));
    }
  }

  private void raise(AlertEntry entry, long used, long allowance) {
    entry.pendingUntil = AlertEntry.NEVER;
    entry.raisedAt = state.nowInstant();
    entry.times++;
    entry.stands = true;
    entry.acknowledgement = Optional.empty();
    standing++;
    count(entry, 1);
    ConstraintRef constraint = entry.ref.constraint();
    int percent = entry.ref.percent();
    Severity severity = Thresholds.severityAt(percent);
    state.emit(
        new Event.AlertRaised(
            constraint.path(), constraint, entry.type, percent, severity, used, allowance));
    reopenBelow(entry.ref);
  }

  /// What was acknowledged was less than what is so now.
  private void reopenBelow(AlertRef escalated) {
    entries
        .subMap(new AlertRef(escalated.constraint(), 0), escalated)
        .values()
        .forEach(lower -> {
          if (lower.stands && lower.acknowledgement.isPresent()) {
            lower.acknowledgement = Optional.empty();
            state.emit(new Event.AlertReopened(lower.ref.constraint().path(), lower.ref));
          }
        });
  }

  private void look(AlertRef ref) {
    AlertEntry entry = entries.get(ref);
    if (entry == null) {
      return;
    }
    if (entry.pendingUntil <= state.now()) {
      Usage.Now now = AlertUsage.at(state, entry, state.now());
      raise(entry, now.used(), now.allowance());
    }
    if (entry.shelvedUntil > 0 && !entry.isShelvedAt(state.now())) {
      unshelve(entry, "");
    }
  }

  private Alert alert(AlertEntry entry, Usage usage, long at) {
    Usage.Now now = usage.of(entry.scope, entry.type, entry.ref.constraint());
    Optional<Long> shelved = shelvedUntil(entry, at);
    return new Alert(
        entry.ref.constraint(),
        entry.type,
        entry.ref.percent(),
        Thresholds.severityAt(entry.ref.percent()),
        entry.raisedAt,
        Math.max(0, entry.times - 1),
        now.used(),
        now.allowance(),
        new Alert.Life(
            shelved.isPresent() ? AlertState.SHELVED : entry.state(),
            entry.stands,
            entry.acknowledgement,
            shelved.map(Instant::ofEpochMilli)));
  }

  /// Until when an alert is shelved at `at`, by itself or with a scope.
  private Optional<Long> shelvedUntil(AlertEntry entry, long at) {
    Optional<Long> withScope = shelves.until(entry.ref.constraint().path(), at);
    return entry.isShelvedAt(at)
        ? Optional.of(Math.max(entry.shelvedUntil, withScope.orElse(at)))
        : withScope;
  }

  private void count(AlertEntry entry, int difference) {
    ScopeTable.Count count =
        switch (Thresholds.severityAt(entry.ref.percent())) {
          case INFO -> ScopeTable.Count.ALERTS_INFO;
          case WARNING -> ScopeTable.Count.ALERTS_WARNING;
          case CRITICAL -> ScopeTable.Count.ALERTS_CRITICAL;
        };
    state.scopes.addToCount(entry.scope, count, difference);
  }

  private static ScopePath path(Command.Shelvable what) {
    return switch (what) {
      case Command.Shelvable.One(var alert) -> alert.constraint().path();
      case Command.Shelvable.Subtree(var path) -> path;
    };
  }

  private static int compareAlerts(Command.Shelvable one, Command.Shelvable other) {
    return one instanceof Command.Shelvable.One(var alert)
            && other instanceof Command.Shelvable.One(var second)
        ? alert.compareTo(second)
        : 0;
  }
}
