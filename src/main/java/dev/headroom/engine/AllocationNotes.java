package dev.headroom.engine;

import dev.headroom.model.Denial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What only some live allocations have, by their slot in the [AllocationSlab]: most ask for none
/// of it, so that there is no room for it in every slot.
final class AllocationNotes {
  private final Map<Integer, Ticket> tickets;
  private final Map<Integer, Minimums> minimums;
  private final Map<Integer, List<Denial>> shortfalls;

  AllocationNotes() {
    this.tickets = new HashMap<>();
    this.minimums = new HashMap<>();
    this.shortfalls = new HashMap<>();
  }

  AllocationNotes(AllocationNotes other) {
    this.tickets = new HashMap<>(other.tickets);
    this.minimums = new HashMap<>(other.minimums);
    this.shortfalls = new HashMap<>(other.shortfalls);
  }

  /// Forgets all about an allocation that is no more.
  void forget(int slot) {
    if (!tickets.isEmpty()) {
      tickets.remove(slot);
    }
    if (!minimums.isEmpty()) {
      minimums.remove(slot);
    }
    if (!shortfalls.isEmpty()) {
      shortfalls.remove(slot);
    }
  }

  /// With what a live allocation would wait again if it were preempted; none where it would not.
  @Nullable Ticket ticket(int slot) {
    return tickets.isEmpty() ? null : tickets.get(slot);
  }

  void setTicket(int slot, Ticket ticket) {
    tickets.put(slot, ticket);
  }

  /// To how little a live allocation may be shrunk; none where it did not declare itself negotiable
  /// (Q3).
  @Nullable Minimums minimums(int slot) {
    return minimums.isEmpty() ? null : minimums.get(slot);
  }

  void setMinimums(int slot, Minimums least) {
    minimums.put(slot, least);
  }

  /// What kept lines of a live allocation from being granted as asked (A3); empty where nothing
  /// did.
  List<Denial> shortfalls(int slot) {
    return shortfalls.isEmpty() ? List.of() : shortfalls.getOrDefault(slot, List.of());
  }

  void setShortfalls(int slot, List<Denial> those) {
    shortfalls.put(slot, those);
  }
}
