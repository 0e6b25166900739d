package dev.headroom.engine;

import dev.headroom.model.Alert;
import dev.headroom.model.AlertRef;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ShelfLife;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What people do with alerts (rule T2).
final class AlertRules {
  /// From which threshold on an acknowledgement needs a note.
  static final int NOTED_PERCENT = 100;

  private final EngineState state;

  AlertRules(EngineState state) {
    this.state = state;
  }

  Answer acknowledge(Command.AcknowledgeAlert command) {
    AlertRef ref = command.alert();
    Optional<AlertEntry> found = state.alerts.find(ref).filter(AlertEntry::isOpen);
    if (found.isEmpty()) {
      return new Refusal.UnknownAlert(ref);
    }
    if (ref.percent() >= NOTED_PERCENT && command.note().isBlank()) {
      return Refusal.Invalid.at("/note", "must say something from 100 % on (rule T2)");
    }
    found.get().acknowledgement =
        Optional.of(
            new Alert.Acknowledgement(command.author(), command.note(), state.nowInstant()));
    state.emit(
        new Event.AlertAcknowledged(
            ref.constraint().path(), ref, command.author(), command.note()));
    return new Outcome.AlertAcknowledged();
  }

  Answer shelve(Command.ShelveAlerts command) {
    return switch (command.what()) {
      case Command.Shelvable.One(var ref) -> shelveOne(command, ref);
      case Command.Shelvable.Subtree(var path) ->
          state.scopes.find(path) == ScopeTable.NONE
              ? new Refusal.UnknownScope(path)
              : command
                  .life()
                  .length()
                  .map(length -> shelveScope(command, path, state.nowInstant().plus(length)))
                  .orElseGet(() -> shelveEach(command, path));
    };
  }

  Answer unshelve(Command.UnshelveAlerts command) {
    return switch (command.what()) {
      case Command.Shelvable.One(var ref) ->
          state
              .alerts
              .find(ref)
              .map(entry -> unshelveOne(command, entry))
              .orElseGet(() -> new Refusal.UnknownAlert(ref));
      case Command.Shelvable.Subtree(var path) -> unshelveAll(command, path);
    };
  }

  private Answer shelveOne(Command.ShelveAlerts command, AlertRef ref) {
    Optional<AlertEntry> found = state.alerts.find(ref);
    if (found.isEmpty()) {
      return new Refusal.UnknownAlert(ref);
    }
    if (command.life() == ShelfLife.UNTIL_CLEARED && !found.get().stands) {
      return Refusal.Invalid.at("/life", "this alert does not stand: there is nothing to clear");
    }
    int hidden = state.alerts.isSeen(found.get()) ? 1 : 0;
    put(command, found.get());
    return new Outcome.AlertsShelved(hidden);
  }

  /// Those that are there, each until its own end; alerts to come are not shelved.
  private Answer shelveEach(Command.ShelveAlerts command, ScopePath path) {
    List<AlertEntry> shelved =
        state.alerts.all().stream()
            .filter(entry -> entry.isWithin(path) && state.alerts.isSeen(entry))
            .filter(entry -> command.life() == ShelfLife.UNTIL_RESET || entry.stands)
            .toList();
    shelved.forEach(entry -> put(command, entry));
    return new Outcome.AlertsShelved(shelved.size());
  }

  private Answer shelveScope(Command.ShelveAlerts command, ScopePath path, Instant until) {
    if (!state.alerts.canShelve(path)) {
      return Refusal.Invalid.at(
          "/what", "at most " + Shelves.COUNT_MAX + " scopes can be shelved at a time");
    }
    int hidden = seenWithin(path);
    Event.AlertsShelved shelf =
        new Event.AlertsShelved(path, command.what(), until, command.author(), command.reason());
    state.alerts.putOnShelf(shelf);
    state.emit(shelf);
    return new Outcome.AlertsShelved(hidden);
  }

  private Answer unshelveOne(Command.UnshelveAlerts command, AlertEntry entry) {
    boolean before = state.alerts.isSeen(entry);
    if (entry.isShelvedAt(state.now())) {
      state.alerts.unshelve(entry, command.author());
    }
    return new Outcome.AlertsUnshelved(!before && state.alerts.isSeen(entry) ? 1 : 0);
  }

  private Answer unshelveAll(Command.UnshelveAlerts command, ScopePath path) {
    int before = seenWithin(path);
    boolean any = state.alerts.takeOffShelves(path);
    for (AlertEntry entry : state.alerts.all()) {
      if (entry.isWithin(path) && entry.isShelvedAt(state.now())) {
        state.alerts.takeOffShelf(entry);
        any = true;
      }
    }
    if (any) {
      state.emit(new Event.AlertsUnshelved(path, command.what(), command.author()));
    }
    return new Outcome.AlertsUnshelved(seenWithin(path) - before);
  }

  private void put(Command.ShelveAlerts command, AlertEntry entry) {
    long until = until(command.life(), entry);
    state.alerts.putOnShelf(entry, until, command.life() == ShelfLife.UNTIL_CLEARED);
    Command.Shelvable what = new Command.Shelvable.One(entry.ref);
    state.emit(
        new Event.AlertsShelved(
            entry.ref.constraint().path(),
            what,
            Instant.ofEpochMilli(until),
            command.author(),
            command.reason()));
  }

  private long until(ShelfLife life, AlertEntry entry) {
    long longest = state.now() + ShelfLife.LONGEST.toMillis();
    if (life == ShelfLife.UNTIL_RESET) {
      return Math.min(longest, windowEnd(entry));
    }
    return life.length().map(length -> state.now() + length.toMillis()).orElse(longest);
  }

  private long windowEnd(AlertEntry entry) {
    ConstraintRef constraint = entry.ref.constraint();
    if (constraint.kind() == ConstraintRef.Kind.POOL) {
      return Long.MAX_VALUE;
    }
    int type = entry.type.ordinal();
    return AlertUsage.limit(state, entry.scope, type, constraint, state.now())
        .windowEnd()
        .map(Instant::toEpochMilli)
        .orElse(Long.MAX_VALUE);
  }

  private int seenWithin(ScopePath path) {
    return Math.toIntExact(
        state.alerts.all().stream()
            .filter(entry -> entry.isWithin(path) && state.alerts.isSeen(entry))
            .count());
  }
}
