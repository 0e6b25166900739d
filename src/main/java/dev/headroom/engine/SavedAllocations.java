package dev.headroom.engine;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Denial;
import dev.headroom.model.Priority;
import dev.headroom.wire.ByteReader;
import dev.headroom.wire.ByteWriter;
import dev.headroom.wire.RequestBytes;
import dev.headroom.wire.StoryBytes;
import dev.headroom.wire.ValueBytes;
import java.util.ArrayList;
import java.util.List;

/// The allocations as bytes by slot, those who wait included; a slot that is free has only how
/// often it was used.
final class SavedAllocations {
  private static final int OPEN = 1;
  private static final int WAITING = 1 << 1;
  private static final int REQUEST = 1 << 2;
  private static final int TICKET = 1 << 3;
  private static final int MINIMUMS = 1 << 4;
  private static final int SHORTFALLS = 1 << 5;

  private final EngineState state;
  private final AllocationSlab slab;

  SavedAllocations(EngineState state) {
    this.state = state;
    this.slab = state.allocations;
  }

  void write(StateOutput out) {
    out.next().number(slab.end());
    for (int slot = 0; slot < slab.end(); slot++) {
      ByteWriter to = out.next().number(slab.generation(slot));
      to.oneByte(flags(slot));
      if (slab.isOpen(slot)) {
        writeOpen(slot, to.number(out.ordinal(slab.scope(slot))));
        writeWait(slot, to, out);
      }
    }
    for (int slot : slab.freeSlots()) {
      out.next().number(slot);
    }
  }

  void read(StateInput in, WaitingRoom waitingRoom) {
    int end = in.count();
    int free = 0;
    List<Waiter> waiters = new ArrayList<>();
    for (int slot = 0; slot < end; slot++) {
      ByteReader from = in.next();
      int generation = from.upTo(Integer.MAX_VALUE);
      int flags = from.oneByte();
      if (has(flags, OPEN)) {
        slab.giveBack(slab.addClosed(generation - 1)); // So that the next one opened is this.
        readOpen(flags, in.scope(from), from);
        if (has(flags, WAITING)) {
          waiters.add(readWaiter(slot, in, from));
        }
      } else {
        slab.addClosed(generation);
        free++;
      }
    }
    for (int read = 0; read < free; read++) {
      slab.giveBack(in.next().upTo(end - 1));
    }
    waiters.forEach(waitingRoom::goOn);
  }

  private int flags(int slot) {
    if (!slab.isOpen(slot)) {
      return 0;
    }
    int flags = OPEN | (slab.isWaiting(slot) ? WAITING : 0);
    flags |= slab.request(slot) == null ? 0 : REQUEST;
    flags |= slab.notes.ticket(slot) == null ? 0 : TICKET;
    flags |= slab.notes.minimums(slot) == null ? 0 : MINIMUMS;
    return flags | (slab.notes.shortfalls(slot).isEmpty() ? 0 : SHORTFALLS);
  }

  private void writeOpen(int slot, ByteWriter to) {
    int rank = slab.rank(slot).ordinal();
    to.oneByte(rank << 2 | slab.priority(slot).ordinal());
    to.number(slab.since(slot)).number(slab.deadline(slot));
    AllocationRequest request = slab.request(slot);
    if (request != null) {
      RequestBytes.write(to, request);
    }
    Ticket ticket = slab.notes.ticket(slot);
    if (ticket != null) {
      to.number(ticket.arrival()).number(ticket.waitedMillis());
    }
    Minimums minimums = slab.notes.minimums(slot);
    if (minimums != null) {
      ValueBytes.writeAll(to, minimums.byType(), to::number);
    }
    if (!slab.notes.shortfalls(slot).isEmpty()) {
      writeDenials(slab.notes.shortfalls(slot), to);
    }
    int lines = 0;
    for (int line = slab.firstLine(slot); line != AllocationSlab.NONE; line = slab.nextLine(line)) {
      lines++;
    }
    to.number(lines);
    for (int line = slab.firstLine(slot); line != AllocationSlab.NONE; line = slab.nextLine(line)) {
      to.oneByte(slab.type(line) << 1 | (slab.exhausted(line) ? 1 : 0));
      to.number(slab.requested(line)).number(slab.reserved(line)).number(slab.consumed(line));
      to.number(slab.pool(line) + 1L);
    }
  }

  private void readOpen(int flags, int scope, ByteReader from) {
    int priorities = from.upTo(15);
    Priority priority = Priority.at(priorities & 3);
    long since = from.number();
    long deadline = from.number();
    int slot = slab.open(scope, priority, true, since, deadline);
    if (!has(flags, WAITING)) {
      slab.grant(slot, Priority.at(priorities >> 2), since, deadline);
    }
    if (has(flags, REQUEST)) {
      slab.setRequest(slot, RequestBytes.request(from));
    }
    if (has(flags, TICKET)) {
      slab.notes.setTicket(slot, new Ticket(from.number(), from.number()));
    }
    if (has(flags, MINIMUMS)) {
      slab.notes.setMinimums(slot, new Minimums(List.copyOf(from.list(from::number))));
    }
    if (has(flags, SHORTFALLS)) {
      slab.notes.setShortfalls(slot, readDenials(from));
    }
    int lines = from.upTo(Row.TYPES);
    for (int read = 0; read < lines; read++) {
      readLine(slot, from);
    }
    state.link(slot, scope);
    state.deadlines.add(slot);
  }

  private void readLine(int slot, ByteReader from) {
    int header = from.upTo(2 * Row.TYPES - 1);
    int type = header >> 1;
    long requested = from.number();
    long reserved = from.number();
    long consumed = from.number();
    slab.addLine(slot, type, requested, reserved, from.upTo(state.pools.count()) - 1);
    int line = slab.line(slot, type);
    slab.setConsumed(line, consumed);
    if ((header & 1) != 0) {
      slab.setExhausted(line);
    }
  }

  private void writeWait(int slot, ByteWriter to, StateOutput out) {
    Waiter waiter = slab.waiter(slot);
    if (waiter != null) {
      RequestBytes.write(to, waiter.request);
      to.number(waiter.since).number(waiter.arrival);
      waiter.line.write(to, out);
      writeDenials(waiter.because, to);
    }
  }

  private Waiter readWaiter(int slot, StateInput in, ByteReader from) {
    return new Waiter(
        slot,
        RequestBytes.request(from),
        from.number(),
        from.number(),
        WaitingLine.read(in, from, state.sites),
        readDenials(from));
  }

  private static void writeDenials(List<Denial> denials, ByteWriter to) {
    ValueBytes.writeAll(to, denials, denial -> StoryBytes.write(to, denial));
  }

  private static List<Denial> readDenials(ByteReader from) {
    return List.copyOf(from.list(() -> StoryBytes.denial(from)));
  }

  private static boolean has(int flags, int flag) {
    return (flags & flag) != 0;
  }
}
