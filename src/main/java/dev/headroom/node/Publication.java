package dev.headroom.node;

import dev.headroom.model.Event;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Hands events to observers: at once where nothing is kept, else once the command that they came
/// of is safe. Kept ones begin silent, until [#begin].
final class Publication {
  /// How many events of the time before are told again.
  static final int RECENT_MAX = 1 << 13;

  private final boolean atOnce;
  private final List<Consumer<Event>> observers = new CopyOnWriteArrayList<>();

  /// Guards all below.
  private final ReentrantLock lock = new ReentrantLock();

  private final ArrayDeque<Held> held = new ArrayDeque<>();
  private final ArrayDeque<Event> recent = new ArrayDeque<>();
  private boolean silent;
  private long command;
  private long published;
  private long safe;

  /// @param command the number of the command that it came of
  private record Held(long command, Event event) {}

  /// @param atOnce whether events are published when they happen
  Publication(boolean atOnce) {
    this.atOnce = atOnce;
    this.silent = !atOnce;
  }

  /// Takes an event. Called under the node's lock.
  void happened(Event event) {
    if (atOnce) {
      publish(event);
      return;
    }
    if (silent) {
      remember(event);
      return;
    }
    lock.lock();
    try {
      held.add(new Held(command + 1, event));
    } finally {
      lock.unlock();
    }
  }

  private void remember(Event event) {
    if (recent.size() == RECENT_MAX) {
      recent.removeFirst();
    }
    recent.add(event);
  }

  /// The events since the last command belong to this one, which has the next number.
  void commandKept() {
    lock.lock();
    try {
      command++;
      safe = atOnce ? command : safe;
    } finally {
      lock.unlock();
    }
  }

  /// Begins to take events. Of what happened before only the newest is told again, and only to
  /// those who observe before anything else happens.
  ///
  /// @param commands how many commands there were before
  /// @param sequence the number of the last event
  void begin(long commands, long sequence) {
    lock.lock();
    try {
      silent = false;
      command = commands;
      published = sequence;
      safe = commands;
    } finally {
      lock.unlock();
    }
  }

  /// Publishes what came of all commands up to this one.
  void safeUpTo(long number) {
    lock.lock();
    try {
      safe = Math.max(safe, number);
      while (!held.isEmpty() && held.getFirst().command <= number) {
        Event event = held.removeFirst().event;
        published = event.sequence();
        recent.clear();
        publish(event);
      }
    } finally {
      lock.unlock();
    }
  }

  /// The number of the last command that is known to be safe.
  long safe() {
    lock.lock();
    try {
      return safe;
    } finally {
      lock.unlock();
    }
  }

  /// Has later events handed to an observer.
  ///
  /// @param sequence the number of the last event that happened
  /// @return the number of the last event before those that are handed over
  long observe(Consumer<Event> observer, long sequence) {
    lock.lock();
    try {
      observers.add(observer);
      recent.forEach(observer);
      return atOnce ? sequence : published - recent.size();
    } finally {
      lock.unlock();
    }
  }

  /// Lets go of the observers.
  void end() {
    observers.clear();
  }

  private void publish(Event event) {
    for (Consumer<Event> observer : observers) {
      observer.accept(event);
    }
  }
}
