package dev.headroom.engine;

import dev.headroom.model.AllocationStatus;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.WaitStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Lists who waits at and below a scope, each with its place in its line.
final class WaitListing {
  private final EngineState state;
  private final WaitingRoom room;
  private final Map<WaitingLine, List<Waiter>> lines = new HashMap<>();
  private final Map<Waiter, Integer> places = new HashMap<>();

  WaitListing(EngineState state) {
    this.state = state;
    this.room = new WaitingRoom(state);
  }

  /// In the order of [AllocationListing].
  List<WaitStatus> list(ScopePath below, int offset, int count) {
    List<WaitStatus> waits = new ArrayList<>();
    for (AllocationStatus request : new AllocationListing(state).list(below, true, offset, count)) {
      int slot = state.allocations.find(request.id());
      waits.add(status(request, Objects.requireNonNull(state.allocations.waiter(slot))));
    }
    return waits;
  }

  private WaitStatus status(AllocationStatus request, Waiter waiter) {
    WaitingLine line = waiter.line;
    List<Waiter> inOrder = lines.computeIfAbsent(line, this::placed);
    int place = Objects.requireNonNull(places.get(waiter));
    Optional<ScopePath> behind =
        place == 0
            ? Optional.empty()
            : Optional.of(inOrder.get(place - 1)).map(before -> before.request.path());
    long[] wanted = waiter.wanted(line.site.type);
    return new WaitStatus(
        request,
        room.constraint(line),
        ResourceType.ALL.get(line.site.type),
        wanted.length == 0 ? 0 : wanted[0],
        room.free(line),
        place + 1,
        inOrder.size(),
        behind);
  }

  /// Everyone in a line, in the order in which they would be considered now if there were enough
  /// for all.
  private List<Waiter> placed(WaitingLine line) {
    var turns = new Turns(line, room.strategy(line), state.now(), state.settings());
    List<Waiter> inOrder = new ArrayList<>();
    Waiter next = turns.next(_ -> Long.MAX_VALUE);
    while (next != null) {
      places.put(next, inOrder.size());
      inOrder.add(next);
      next = turns.next(_ -> Long.MAX_VALUE);
    }
    return inOrder;
  }
}
