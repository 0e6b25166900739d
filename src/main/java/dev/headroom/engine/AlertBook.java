package dev.headroom.engine;

import dev.headroom.model.AlertRef;
import dev.headroom.model.Command;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Event;
import dev.headroom.model.Exhaustion;
import dev.headroom.model.Foretold;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The alerts: one per constraint and threshold, however often it is crossed (rules T1, T2). So
/// there are never more than constraints times thresholds.
final class AlertBook {
  private final EngineState state;
  private final TreeMap<AlertRef, AlertEntry> entries = new TreeMap<>();
  private final TreeSet<AlertDue> dues = new TreeSet<>();
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
    begin(entry(new AlertRef(constraint, percent), new Spot(scope, type)), used, allowance);
  }

  /// Where a constraint is.
  record Spot(int scope, ResourceType type) {}

  private AlertEntry entry(AlertRef named, Spot spot) {
    return entries.computeIfAbsent(named, ref -> new AlertEntry(ref, spot.scope, spot.type));
  }

  private void begin(AlertEntry entry, long used, long allowance) {
    long delay = state.settings().alertDelay().toMillis();
    if (delay == 0) {
      raise(entry, used, allowance);
    } else {
      entry.pendingUntil = state.now() + delay;
      dues.add(new AlertDue(entry.pendingUntil, new Command.Shelvable.One(entry.ref)));
    }
  }

  /// A constraint that there is is expected to run out.
  ///
  /// @param until how long that is believed unless it is said again
  void foretell(Spot spot, Foretold foretold, long until) {
    AlertEntry entry = entry(AlertRef.forecast(foretold.constraint()), spot);
    long before = entry.foretoldUntil;
    entry.foretoldUntil = until;
    entry.exhaustion = foretold.exhaustion();
    lookNoMore(entry, before);
    dues.add(new AlertDue(until, new Command.Shelvable.One(entry.ref)));
    if (!entry.stands && !entry.isPending()) {
      AlertUsage.Now now = AlertUsage.at(state, entry, state.now());
      begin(entry, now.used(), now.allowance());
    }
  }

  /// Whether a constraint was expected to run out when that was said last.
  boolean isForetold(ConstraintRef constraint) {
    AlertEntry entry = entries.get(AlertRef.forecast(constraint));
    return entry != null && (entry.stands || entry.isPending());
  }

  /// The constraints that are expected to run out.
  List<ConstraintRef> foretold() {
    return entries.values().stream()
        .filter(entry -> entry.foretoldUntil != AlertEntry.NEVER)
        .map(entry -> entry.ref.constraint())
        .toList();
  }

  /// Forgets what was foretold of a constraint that is no more.
  void forgetForetold(ConstraintRef constraint) {
    if (isForetold(constraint)) {
      clear(constraint, AlertRef.FORECAST);
    }
    forget(constraint, List.of(AlertRef.FORECAST));
  }

  /// Use fell clear of a crossed threshold, or a new window began; or what was foretold will not
  /// be.
  void clear(ConstraintRef constraint, int percent) {
    AlertEntry entry = entries.get(new AlertRef(constraint, percent));
    if (entry == null || !(entry.stands || entry.isPending())) {
      throw new IllegalStateException("no alert stands at " + percent + " % of " + constraint);
    }
    long pending = entry.pendingUntil;
    long foretold = entry.foretoldUntil;
    entry.pendingUntil = AlertEntry.NEVER;
    entry.foretoldUntil = AlertEntry.NEVER;
    entry.exhaustion = Exhaustion.NONE;
    lookNoMore(entry, pending);
    lookNoMore(entry, foretold);
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
    dues.add(new AlertDue(until, new Command.Shelvable.One(entry.ref)));
  }

  void takeOffShelf(AlertEntry entry) {
    long shelved = entry.shelvedUntil;
    entry.unshelve();
    lookNoMore(entry, shelved);
  }

  /// Shelves a scope, in place of how it was before.
  void putOnShelf(Event.AlertsShelved shelf) {
    shelves
        .put(shelf)
        .ifPresent(
            before -> dues.remove(new AlertDue(before.until().toEpochMilli(), before.what())));
    dues.add(new AlertDue(shelf.until().toEpochMilli(), shelf.what()));
  }

  /// Takes all shelves at and below a scope away, and says whether there was one.
  boolean takeOffShelves(ScopePath path) {
    List<Event.AlertsShelved> removed = shelves.removeWithin(path);
    removed.forEach(shelf -> dues.remove(new AlertDue(shelf.until().toEpochMilli(), shelf.what())));
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
    return dues.isEmpty() ? Long.MAX_VALUE : dues.first().at();
  }

  /// Does what is due now. What was overtaken meanwhile is due no more.
  void doWhatIsDue() {
    while (earliest() <= state.now()) {
      switch (dues.removeFirst().what()) {
        case Command.Shelvable.One(var ref) -> look(ref);
        case Command.Shelvable.Subtree(var path) -> {
          if (shelves.removeOver(path, state.now())) {
            state.emit(new Event.AlertsUnshelved(path, new Command.Shelvable.Subtree(path), ""));
          }
        }
      }
    }
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
      dues.add(new AlertDue(entry.pendingUntil, new Command.Shelvable.One(entry.ref)));
    }
    if (entry.shelvedUntil > 0) {
      dues.add(new AlertDue(entry.shelvedUntil, new Command.Shelvable.One(entry.ref)));
    }
    if (entry.foretoldUntil != AlertEntry.NEVER) {
      dues.add(new AlertDue(entry.foretoldUntil, new Command.Shelvable.One(entry.ref)));
    }
  }

  /// What is overtaken must not pile up until it is due, unless it is due for another reason too.
  private void lookNoMore(AlertEntry entry, long at) {
    if (!entry.isDueAt(at)) {
      dues.remove(new AlertDue(at, new Command.Shelvable.One(entry.ref)));
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
    state.emit(
        new Event.AlertRaised(
            constraint.path(),
            constraint,
            entry.type,
            entry.ref.percent(),
            entry.ref.severity(),
            used,
            allowance,
            entry.forecast()));
    reopenBelow(entry.ref);
  }

  /// What was acknowledged was less than what is so now. A forecast is no less than any threshold.
  private void reopenBelow(AlertRef escalated) {
    if (escalated.isForecast()) {
      return;
    }
    entries
        .subMap(AlertRef.forecast(escalated.constraint()), false, escalated, false)
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
    if (entry.foretoldUntil <= state.now()) {
      clear(ref.constraint(), ref.percent());
    }
    if (entry.pendingUntil <= state.now()) {
      AlertUsage.Now now = AlertUsage.at(state, entry, state.now());
      raise(entry, now.used(), now.allowance());
    }
    if (entry.shelvedUntil > 0 && !entry.isShelvedAt(state.now())) {
      unshelve(entry, "");
    }
  }

  /// Until when an alert is shelved at `at`, by itself or with a scope.
  Optional<Long> shelvedUntil(AlertEntry entry, long at) {
    Optional<Long> withScope = shelves.until(entry.ref.constraint().path(), at);
    return entry.isShelvedAt(at)
        ? Optional.of(Math.max(entry.shelvedUntil, withScope.orElse(at)))
        : withScope;
  }

  private void count(AlertEntry entry, int difference) {
    ScopeTable.Count count =
        switch (entry.ref.severity()) {
          case INFO -> ScopeTable.Count.ALERTS_INFO;
          case WARNING -> ScopeTable.Count.ALERTS_WARNING;
          case CRITICAL -> ScopeTable.Count.ALERTS_CRITICAL;
        };
    state.scopes.addToCount(entry.scope, count, difference);
  }
}
