package dev.headroom.node;

import dev.headroom.engine.Engine;
import dev.headroom.engine.EventSink;
import dev.headroom.journal.Tape;
import dev.headroom.journal.Ticket;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

/// Keeps the newest commands in memory, for whoever wants to know how it was a while ago: enough
/// for the past, nothing for a restart.
///
/// There are two tapes, each with the state before its first command. Once the newer one is full,
/// the older one goes: so at least as many commands are kept as one tape takes, and copying the
/// engine for the next one is the only thing that ever holds it up, once in so many commands.
final class MemoryLog implements CommandLog {
  /// How much of commands a tape takes: a million or so.
  static final long BYTES_MAX_DEFAULT = 32L << 20;

  /// Stands for all commands of before, in an engine that goes on from another.
  static final long BEFORE = 1;

  private final Engine engine;
  private final long bytesMax;

  /// The older one first.
  private volatile List<Part> parts;

  /// Commands, and what comes before them.
  ///
  /// @param covered the number of the last command before
  private record Part(Tape tape, long covered, Instant begins, Before before) {}

  /// The state before the first command of a tape.
  private interface Before {
    /// @param sink takes what happens to the engine later
    Engine engine(EventSink sink) throws IOException;
  }

  /// @param engine whose commands are taken, each after it was applied; nothing has happened to it
  MemoryLog(Engine engine, int rememberedRequests, long bytesMax) {
    this.engine = engine;
    this.bytesMax = bytesMax;
    Before nothing = sink -> new Engine(sink, rememberedRequests);
    this.parts = List.of(new Part(new Tape(1), 0, Instant.MIN, nothing));
  }

  /// One for an engine to which something has happened, which is not told.
  ///
  /// @param engine whose commands are taken, each after it was applied
  static MemoryLog goingOn(Engine engine, long bytesMax) {
    MemoryLog log = new MemoryLog(engine, engine.rememberedRequests(), bytesMax);
    log.parts = List.of(log.after(BEFORE));
    return log;
  }

  @Override
  public boolean keepsAnything() {
    return true;
  }

  @Override
  public boolean isDurable() {
    return false;
  }

  @Override
  public Optional<String> cause() {
    return Optional.empty();
  }

  @Override
  public Ticket append(Instant at, Command command) {
    Part newest = parts.getLast();
    newest.tape.add(at, command);
    if (newest.tape.bytes() >= bytesMax) {
      parts = List.of(newest, after(newest.tape.last()));
    }
    return KEPT;
  }

  /// What comes now. The copy of the engine is put aside in a fraction of its memory, by a thread
  /// that nobody waits for.
  private Part after(long covered) {
    Engine copy = engine.fork(_ -> {});
    FutureTask<List<byte[]>> written = new FutureTask<>(() -> blocks(copy));
    Thread.ofPlatform().daemon().name("headroom-memory").start(written);
    return new Part(new Tape(covered + 1), covered, engine.now(), sink -> read(written, sink));
  }

  private static List<byte[]> blocks(Engine copy) {
    List<byte[]> blocks = new ArrayList<>();
    copy.writeState(block -> blocks.add(bytes(block)));
    return blocks;
  }

  private static byte[] bytes(ByteBuffer block) {
    byte[] bytes = new byte[block.remaining()];
    block.get(bytes);
    return bytes;
  }

  private static Engine read(FutureTask<List<byte[]>> written, EventSink sink) throws IOException {
    try {
      return Engine.read(sink, written.get().iterator());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException failure) {
      throw new IOException("a state could not be put aside: " + failure.getCause(), failure);
    }
  }

  @Override
  public List<Event> retell(Span span, BooleanSupplier cancelled) {
    return List.of();
  }

  @Override
  public void recount(Span span, Recount.Listener listener, BooleanSupplier cancelled) {}

  @Override
  public Optional<Instant> begins() {
    Part oldest = parts.getFirst();
    return oldest.covered > 0 ? Optional.of(oldest.begins) : oldest.tape.begins();
  }

  @Override
  public void relive(Reliving reliving) throws IOException {
    List<Part> now = parts;
    boolean both = now.getLast().begins.isAfter(reliving.from());
    List<Part> told = both ? now : List.of(now.getLast());
    Part first = told.getFirst();
    reliving.start(first.before.engine(reliving.sink()), first.covered);
    told.forEach(part -> part.tape.tell(reliving));
    reliving.finish();
  }

  @Override
  public void close() {}
}
