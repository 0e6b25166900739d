package dev.headroom.node;

import dev.headroom.engine.Engine;
import dev.headroom.journal.Disk;
import dev.headroom.journal.Hash;
import dev.headroom.journal.Journal;
import dev.headroom.journal.JournalFiles;
import dev.headroom.journal.Replay;
import dev.headroom.journal.Snapshot;
import dev.headroom.journal.SnapshotWriter;
import dev.headroom.journal.Snapshots;
import dev.headroom.journal.Upkeep;
import dev.headroom.model.Command;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Takes snapshots in the background, and removes what need not be kept any more.
///
/// The engine that answers is never touched: since the same commands come to the same state (D2), a
/// thread of its own reads the last snapshot into a second engine, applies what closed segments
/// have since, and writes the state of that. So nobody waits for a snapshot, however large the
/// state is, and each one proves that the journal comes to what it has. It costs the memory of a
/// second engine for that time, about 0.7 GB with a million scopes, and one thread as long as
/// recovery would take; copying the state aside instead would cost as much memory and hold up
/// everyone while it is copied.
///
/// What fails harms nothing: it is tried again when the next segment is closed, or the disk fails.
final class SnapshotKeeper implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("dev.headroom.node");
  private static final String TROUBLE =
      "{0}: no snapshot was taken, or what is old not removed: {1}; the instance goes on, and"
          + " it is tried again later";

  private final Disk disk;
  private final Upkeep upkeep;
  private final InstantSource clock;
  private final Semaphore work = new Semaphore(0);
  private final Thread thread;

  /// Whoever reads what is kept has the read lock, whoever removes any of it the other.
  private final ReentrantReadWriteLock files = new ReentrantReadWriteLock();

  private volatile Optional<Journal> journal = Optional.empty();
  private volatile boolean closing;

  SnapshotKeeper(Disk disk, Upkeep upkeep, InstantSource clock) {
    this.disk = disk;
    this.upkeep = upkeep;
    this.clock = clock;
    this.thread = Thread.ofPlatform().daemon().name("headroom-snapshots").unstarted(this::keep);
  }

  /// Begins to keep the snapshots of a journal.
  void start(Journal kept) {
    journal = Optional.of(kept);
    thread.start();
    look();
  }

  /// Has it look whether there is something to do.
  void look() {
    work.release();
  }

  /// Held while snapshots or segments are read, which are not removed then.
  ReentrantReadWriteLock.ReadLock reading() {
    return files.readLock();
  }

  private void keep() {
    attempt(() -> SnapshotWriter.removeLeft(disk));
    while (!closing) {
      work.acquireUninterruptibly();
      work.drainPermits();
      journal.filter(_ -> !closing).ifPresent(this::look);
    }
  }

  private void look(Journal kept) {
    attempt(() -> takeIfDue(kept));
    attempt(() -> removeOld(kept)); // Above all where there was no room for a snapshot.
  }

  private interface Deed {
    void done() throws IOException;
  }

  private void attempt(Deed deed) {
    try {
      deed.done();
    } catch (IOException | UncheckedIOException failure) {
      warn(String.valueOf(failure.getMessage()));
    } catch (OutOfMemoryError failure) {
      // What it was making is let go of by now; the instance itself goes on.
      warn("there is no memory for a second engine (" + failure.getMessage() + ")");
    }
  }

  /// Whoever closes the folder ends what is being done, which is no trouble.
  private void warn(String cause) {
    if (!closing) {
      LOG.log(System.Logger.Level.WARNING, TROUBLE, disk.name(), cause);
    }
  }

  private void removeOld(Journal kept) throws IOException {
    files.writeLock().lock();
    try {
      kept.removeOld(clock.instant());
    } finally {
      files.writeLock().unlock();
    }
  }

  private void takeIfDue(Journal kept) throws IOException {
    long last = kept.closed();
    Optional<Snapshot> newest = Snapshots.on(disk).whole().stream().findFirst();
    long commands = last - newest.map(Snapshot::covered).orElse(0L);
    if (commands > 0) {
      long bytes = JournalFiles.bytesAfter(disk, newest);
      boolean due = commands >= upkeep.commandsMax() || bytes >= upkeep.bytesMax();
      if (due && 100 * bytes >= upkeep.sharePercent() * Snapshots.size(disk, newest)) {
        take(kept, last);
      }
    }
  }

  private void take(Journal kept, long last) throws IOException {
    SavedEngine saved =
        SavedEngine.newest(
            disk,
            _ -> {},
            kept.rememberedRequests(),
            snapshot -> snapshot.covered() <= last,
            SavedEngine.Reading.UNSEEN);
    Engine engine = saved.engine();
    Hash chain = kept.reread(saved.snapshot(), new Until(engine, last));
    if (closing) {
      return;
    }
    try (SnapshotWriter writer = SnapshotWriter.begin(disk)) {
      engine.writeState(block -> write(writer, block));
      Hash state = StateHash.of(engine);
      var _ = writer.finish(new Snapshot(last, chain, engine.sequence(), Engine.STATE_FORM, state));
    }
  }

  private void write(SnapshotWriter writer, ByteBuffer block) {
    try {
      if (closing) {
        throw new InterruptedIOException("the folder is being closed");
      }
      writer.block(block);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure.getMessage(), failure);
    }
  }

  /// Applies the commands up to one, or until the folder is closed.
  private final class Until implements Replay {
    private final Engine engine;
    private final long last;
    private long applied;

    private Until(Engine engine, long last) {
      this.engine = engine;
      this.last = last;
    }

    @Override
    public void command(long number, Instant at, Command command) {
      engine.apply(at, command);
      applied = number;
    }

    @Override
    public boolean hasEnough() {
      return applied >= last || closing;
    }
  }

  /// Ends soon, whatever it is doing.
  @Override
  public void close() {
    closing = true;
    look();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
