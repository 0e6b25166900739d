package dev.headroom.engine.reference;

import dev.headroom.model.Alert;
import dev.headroom.model.AlertRef;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Foretold;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ShelfLife;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What people do with alerts (rule T2).
final class Attention {
  private static final int SHELVES_MAX = 1_000;

  private final World world;
  private final Alarms alarms;

  Attention(World world, Alarms alarms) {
    this.world = world;
    this.alarms = alarms;
  }

  Answer acknowledge(Command.AcknowledgeAlert command) {
    AlertRef ref = command.alert();
    Optional<Alarms.Alarm> alarm = alarms.find(ref).filter(Alarms.Alarm::isOpen);
    if (alarm.isEmpty()) {
      return new Refusal.UnknownAlert(ref);
    }
    if (ref.percent() >= 100 && command.note().isBlank()) {
      return Refusal.Invalid.at("/note", "is missing");
    }
    Instant now = Instant.ofEpochMilli(world.now);
    alarm.get().acknowledgement =
        Optional.of(new Alert.Acknowledgement(command.author(), command.note(), now));
    world.say(
        new Event.AlertAcknowledged(
            ref.constraint().path(), ref, command.author(), command.note()));
    return new Outcome.AlertAcknowledged();
  }

  /// What is foretold of constraints that there are (T5).
  Answer foretell(Command.Foretell command) {
    int standing = 0;
    for (Foretold foretold : command.foretold()) {
      Optional<Constraint> constraint = alarms.constraint(foretold.constraint());
      standing += constraint.filter(each -> alarms.foretell(each, foretold)).isPresent() ? 1 : 0;
    }
    return new Outcome.Foretold(standing);
  }

  Answer shelve(Command.ShelveAlerts command) {
    return switch (command.what()) {
      case Command.Shelvable.One(var ref) ->
          alarms
              .find(ref)
              .map(alarm -> shelveOne(command, alarm))
              .orElseGet(() -> new Refusal.UnknownAlert(ref));
      case Command.Shelvable.Subtree(var path) -> {
        if (!world.scopes.containsKey(path)) {
          yield new Refusal.UnknownScope(path);
        }
        yield command.life().length().isPresent()
            ? shelveScope(command, path, command.life().length().get())
            : shelveEach(command, path);
      }
    };
  }

  Answer unshelve(Command.UnshelveAlerts command) {
    return switch (command.what()) {
      case Command.Shelvable.One(var ref) ->
          alarms
              .find(ref)
              .map(alarm -> unshelveOne(command, alarm))
              .orElseGet(() -> new Refusal.UnknownAlert(ref));
      case Command.Shelvable.Subtree(var path) -> unshelveAll(command, path);
    };
  }

  private Answer shelveOne(Command.ShelveAlerts command, Alarms.Alarm alarm) {
    if (command.life() == ShelfLife.UNTIL_CLEARED && !alarm.stands) {
      return Refusal.Invalid.at("/life", "does not stand");
    }
    boolean seen = alarms.isSeen(alarm);
    put(command, alarm);
    return new Outcome.AlertsShelved(seen ? 1 : 0);
  }

  private Answer shelveEach(Command.ShelveAlerts command, ScopePath path) {
    List<Alarms.Alarm> some =
        alarms.known().stream()
            .filter(alarm -> alarm.isWithin(path) && alarms.isSeen(alarm))
            .filter(alarm -> alarm.stands || command.life() != ShelfLife.UNTIL_CLEARED)
            .toList();
    some.forEach(alarm -> put(command, alarm));
    return new Outcome.AlertsShelved(some.size());
  }

  private Answer shelveScope(Command.ShelveAlerts command, ScopePath path, Duration length) {
    if (alarms.shelves.size() == SHELVES_MAX && !alarms.shelves.containsKey(path)) {
      return Refusal.Invalid.at("/what", "too many");
    }
    int seen = seenWithin(path);
    long until = world.now + length.toMillis();
    alarms.shelves.put(path, until);
    say(command, path, command.what(), until);
    return new Outcome.AlertsShelved(seen);
  }

  private Answer unshelveOne(Command.UnshelveAlerts command, Alarms.Alarm alarm) {
    boolean before = alarms.isSeen(alarm);
    if (alarm.shelvedUntil.isPresent()) {
      alarms.unshelve(alarm, command.author());
    }
    return new Outcome.AlertsUnshelved(alarms.isSeen(alarm) && !before ? 1 : 0);
  }

  private Answer unshelveAll(Command.UnshelveAlerts command, ScopePath path) {
    int before = seenWithin(path);
    boolean any = alarms.shelves.keySet().removeIf(shelved -> shelved.isWithin(path));
    for (Alarms.Alarm alarm : alarms.known()) {
      if (alarm.isWithin(path) && alarm.shelvedUntil.isPresent()) {
        alarm.shelvedUntil = Optional.empty();
        alarm.untilCleared = false;
        any = true;
      }
    }
    if (any) {
      world.say(new Event.AlertsUnshelved(path, command.what(), command.author()));
    }
    return new Outcome.AlertsUnshelved(seenWithin(path) - before);
  }

  private void put(Command.ShelveAlerts command, Alarms.Alarm alarm) {
    long until = world.now + command.life().length().orElse(ShelfLife.LONGEST).toMillis();
    if (command.life() == ShelfLife.UNTIL_RESET && alarm.constraint instanceof Cap cap) {
      until = Math.min(until, cap.windowEnd);
    }
    alarm.shelvedUntil = Optional.of(until);
    alarm.untilCleared = command.life() == ShelfLife.UNTIL_CLEARED;
    say(command, alarm.ref.constraint().path(), new Command.Shelvable.One(alarm.ref), until);
  }

  private void say(
      Command.ShelveAlerts command, ScopePath path, Command.Shelvable what, long until) {
    world.say(
        new Event.AlertsShelved(
            path, what, Instant.ofEpochMilli(until), command.author(), command.reason()));
  }

  private int seenWithin(ScopePath path) {
    return (int)
        alarms.known().stream()
            .filter(alarm -> alarm.isWithin(path) && alarms.isSeen(alarm))
            .count();
  }
}
