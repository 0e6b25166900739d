package dev.headroom.app.simulation;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.sandbox.Dice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which allocations are live and which wait, as the events tell.
final class OpenBook {
  /// One allocation.
  ///
  /// @param waits whether it waits
  /// @param request what was asked for, where that is known
  record Entry(AllocationId id, boolean waits, Optional<AllocationRequest> request) {}

  private static final int ENDED_MAX = 256;

  private final List<AllocationId> order = new ArrayList<>();
  private final Map<AllocationId, Integer> places = new HashMap<>();
  private final Map<AllocationId, Entry> entries = new HashMap<>();
  private final List<AllocationId> ended = new ArrayList<>();
  private int endings;
  private int waiting;

  int size() {
    return order.size();
  }

  int waiting() {
    return waiting;
  }

  Optional<Entry> find(AllocationId id) {
    return Optional.ofNullable(entries.get(id));
  }

  void put(Entry entry) {
    Entry before = entries.put(entry.id(), entry);
    if (before == null) {
      places.put(entry.id(), order.size());
      order.add(entry.id());
    } else if (before.waits()) {
      waiting--;
    }
    if (entry.waits()) {
      waiting++;
    }
  }

  void remove(AllocationId id) {
    Entry gone = entries.remove(id);
    Integer place = places.remove(id);
    ViolationException.unless(gone != null && place != null, "ended without being open", id);
    if (gone != null && place != null) {
      waiting -= gone.waits() ? 1 : 0;
      AllocationId last = order.removeLast();
      if (!last.equals(id)) {
        order.set(place, last);
        places.put(last, place);
      }
      remember(id);
    }
  }

  /// Some allocation that is open, if there is one.
  Optional<Entry> any(Dice dice) {
    return order.isEmpty()
        ? Optional.empty()
        : find(order.get((int) dice.between(0, order.size() - 1)));
  }

  /// Some allocation that has ended not long ago, if there is one.
  Optional<AllocationId> anyEnded(Dice dice) {
    return ended.isEmpty()
        ? Optional.empty()
        : Optional.of(ended.get((int) dice.between(0, ended.size() - 1)));
  }

  private void remember(AllocationId id) {
    if (ended.size() < ENDED_MAX) {
      ended.add(id);
    } else {
      ended.set(endings++ % ENDED_MAX, id);
    }
  }
}
