package dev.headroom.engine;

import dev.headroom.model.Event;
import dev.headroom.model.ScopePath;
import dev.headroom.wire.AlertBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Scopes whose alerts are shelved, those to come included (rule T2).
final class Shelves {
  /// Most scopes that are shelved at a time.
  static final int COUNT_MAX = 1_000;

  private final TreeMap<ScopePath, Event.AlertsShelved> shelves = new TreeMap<>();

  void putAll(Shelves other) {
    shelves.putAll(other.shelves);
  }

  /// Whether a scope can be shelved, besides those that are.
  boolean hasRoomFor(ScopePath path) {
    return shelves.size() < COUNT_MAX || shelves.containsKey(path);
  }

  /// Shelves a scope as an event says, in place of how it was before.
  ///
  /// @return how it was before
  Optional<Event.AlertsShelved> put(Event.AlertsShelved shelf) {
    return Optional.ofNullable(shelves.put(shelf.path(), shelf));
  }

  /// Takes the shelf of a scope away, if its time is over.
  boolean removeOver(ScopePath path, long now) {
    Event.AlertsShelved shelf = shelves.get(path);
    boolean over = shelf != null && shelf.until().toEpochMilli() <= now;
    if (over) {
      shelves.remove(path);
    }
    return over;
  }

  /// Takes all shelves at and below a scope away.
  List<Event.AlertsShelved> removeWithin(ScopePath path) {
    List<Event.AlertsShelved> removed =
        shelves.values().stream().filter(shelf -> shelf.path().isWithin(path)).toList();
    removed.forEach(shelf -> shelves.remove(shelf.path()));
    return removed;
  }

  /// Until when a path is shelved at `at`: the longest of all shelves at and above it.
  Optional<Long> until(ScopePath path, long at) {
    if (shelves.isEmpty()) {
      return Optional.empty();
    }
    long latest = at;
    for (ScopePath scope : path.chain()) {
      Event.AlertsShelved shelf = shelves.get(scope);
      latest = Math.max(latest, shelf == null ? at : shelf.until().toEpochMilli());
    }
    return latest > at ? Optional.of(latest) : Optional.empty();
  }

  void write(StateOutput out) {
    out.next().number(shelves.size());
    shelves.values().forEach(shelf -> AlertBytes.write(out.next(), shelf));
  }

  /// The shelves that were written; to be put here one by one.
  List<Event.AlertsShelved> read(StateInput in) {
    List<Event.AlertsShelved> written = new ArrayList<>();
    int count = in.next().upTo(COUNT_MAX);
    while (written.size() < count) {
      written.add(AlertBytes.shelf(in.next()));
    }
    return written;
  }

  void write(CanonicalForm form) {
    form.number(shelves.size());
    shelves.values().forEach(shelf -> form.text(shelf.toString()));
  }
}
