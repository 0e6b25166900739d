package dev.headroom.journal;

import dev.headroom.model.Command;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The append-only log of all commands, safe on disk in groups (rules D3 to D5).
///
/// Commands are collected while a thread of its own writes and syncs those before them, so that one
/// sync serves all who wait. After a failed write or sync that file is never written again: all
/// that is not known to be safe goes to a new one as soon as one can be begun, and only then counts
/// as safe. [#append] is called in order by one caller at a time.
public final class Journal implements AutoCloseable {
  private final Disk disk;
  private final Sizes sizes;
  private final SafetyListener listener;
  private final Thread flusher;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();

  /// Guarded by the lock.
  private Batch open;

  private boolean closing;

  /// Changed under the lock, so that nothing is appended unaware.
  private volatile @Nullable String cause;

  /// Of the flusher alone, as all below.
  private final ArrayDeque<Batch> unsafe = new ArrayDeque<>();

  private final SegmentRow segments;
  private long safe;

  private Journal(Disk disk, Sizes sizes, Scan scan, int remembered, SafetyListener listener)
      throws IOException {
    this.disk = disk;
    this.sizes = sizes;
    this.listener = listener;
    this.open = new Batch(scan.next());
    this.safe = scan.next() - 1;
    this.segments = new SegmentRow(disk, sizes, scan.hash(), remembered, listener);
    this.flusher = Thread.ofPlatform().daemon().name("headroom-journal").unstarted(this::flush);
  }

  /// Where a journal is read from.
  ///
  /// @param rememberedRequests how many request ids the engine of a new journal remembers
  /// @param snapshot what comes before the first command to read; empty for the very first
  public record Beginning(int rememberedRequests, Optional<Snapshot> snapshot) {
    /// The very first command.
    public static Beginning atFirst(int rememberedRequests) {
      return new Beginning(rememberedRequests, Optional.empty());
    }
  }

  /// Reads a journal to its end and goes on with it; begins one where there is none. Of what comes
  /// before the beginning nothing is read or checked.
  ///
  /// @param disk its folder, closed with the journal
  /// @param replay hears every command from there on
  /// @param listener hears what becomes safe later
  /// @throws CorruptJournalException where something is missing or was changed
  public static Opened open(
      Disk disk, Sizes sizes, Beginning beginning, Replay replay, SafetyListener listener)
      throws IOException {
    Scan scan = new Scan(disk, beginning.snapshot(), new Decoder(replay));
    scan.run(0);
    Optional<Scan.Place> empty = scan.place().filter(Scan.Place::isEmpty);
    if (scan.place().isPresent() && empty.isEmpty()) {
      tidy(disk, scan.place().get());
    }
    int remembered =
        scan.newest().map(SegmentHeader::rememberedRequests).orElse(beginning.rememberedRequests());
    Journal journal = new Journal(disk, sizes, scan, remembered, listener);
    try {
      journal.segments.begin(scan.next());
      if (empty.isPresent()) {
        disk.delete(empty.get().file()); // Not before: a snapshot needs one that begins after it.
      }
    } catch (IOException failure) {
      journal.fail(failure);
    }
    journal.flusher.start();
    return new Opened(journal, scan.notes());
  }

  /// Reads all of a journal that is kept, to its end, and checks all of that; changes nothing.
  ///
  /// @param covered the number of the last command that a snapshot has, so that those up to there
  ///   need not be kept
  /// @throws CorruptJournalException where something is missing or was changed
  public static Contents read(Disk disk, long covered, Replay replay) throws IOException {
    Scan scan = new Scan(disk, new Decoder(replay));
    scan.run(covered);
    return new Contents(
        JournalFiles.firstKept(disk).orElse(1L),
        scan.next() - 1,
        Segments.in(disk).size(),
        scan.bytes(),
        scan.hash().toString(),
        scan.notes());
  }

  /// What was never acknowledged is cut off. The last batch is written once more: where the sync of
  /// whoever wrote it had failed, it may be read and nevertheless not be on the disk, and another
  /// sync would not put it there.
  private static void tidy(Disk disk, Scan.Place place) throws IOException {
    try (DiskFile file = disk.open(place.file())) {
      ByteBuffer last = ByteBuffer.allocate((int) (place.end() - place.last()));
      file.read(place.last(), last);
      file.cut(place.end());
      file.write(place.last(), last.flip());
      file.sync();
    }
  }

  /// Takes the next command. Does not wait.
  public Ticket append(Instant at, Command command) {
    lock.lock();
    try {
      open.add(at, command);
      if (cause != null) {
        open.beUncertain();
      } else if (open.count() == 1) {
        work.signal();
      }
      return open;
    } finally {
      lock.unlock();
    }
  }

  /// Tells again what was appended, while others append. Whoever hears it must have enough before
  /// anything comes that is not known to be safe. Called by any thread.
  ///
  /// @param start what comes before the first command to tell; empty for the very first
  /// @return the hash that covers all that was told
  public Hash reread(Optional<Snapshot> start, Replay replay) throws IOException {
    return reread(disk, start, replay);
  }

  /// The same for a journal that someone else may have open, or nobody: what that one has not
  /// acknowledged yet is told or not.
  public static Hash reread(Disk disk, Optional<Snapshot> start, Replay replay) throws IOException {
    Scan scan = new Scan(disk, start, new Decoder(replay));
    scan.run(0);
    return scan.hash();
  }

  /// The number of the last command in segments that are closed, which is safe for good.
  public long closed() {
    return segments.closed();
  }

  /// Removes snapshots and segments that need not be kept any more.
  public void removeOld(Instant now) throws IOException {
    new Retention(disk, sizes.upkeep()).removeOld(now);
  }

  /// How many request ids the engine remembers that the commands are for.
  public int rememberedRequests() {
    return segments.rememberedRequests();
  }

  /// Why nothing can be made safe now; empty where all is well.
  public Optional<String> cause() {
    return Optional.ofNullable(cause);
  }

  /// Makes safe what was appended, and ends. What cannot be made safe now never will be.
  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      work.signal();
    } finally {
      lock.unlock();
    }
    boolean interrupted = false;
    while (flusher.isAlive()) {
      try {
        flusher.join();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    disk.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void flush() {
    String why = disk.name() + " is written no more, since the program broke; start it again";
    try {
      while (takeOpen()) {
        try {
          makeSafe();
        } catch (IOException failure) {
          fail(failure);
        }
      }
      why = disk.name() + " was closed";
    } finally {
      end(why); // Whatever happens, nobody waits for ever.
    }
  }

  /// Waits for something to do.
  ///
  /// @return whether there is; if not, it is to end
  private boolean takeOpen() {
    lock.lock();
    try {
      if (cause != null) {
        pause();
      }
      while (open.count() == 0 && cause == null && !closing) {
        work.awaitUninterruptibly();
      }
      if (closing && (cause != null || open.count() == 0)) {
        return false;
      }
      if (open.count() > 0) {
        unsafe.add(open);
        open = new Batch(open.last() + 1);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// Before trying again.
  private void pause() {
    long nanos = sizes.retry().toNanos();
    while (nanos > 0 && !closing) {
      try {
        nanos = work.awaitNanos(nanos);
      } catch (InterruptedException nobodyInterruptsThis) {
        return;
      }
    }
  }

  private void makeSafe() throws IOException {
    if (!segments.isBegun()) {
      segments.begin(safe + 1);
    }
    boolean failed = cause != null;
    do {
      writeUnsafe();
    } while (cause != null && !isWellAgain());
    if (failed) {
      listener.recovered();
    }
  }

  private void writeUnsafe() throws IOException {
    while (!unsafe.isEmpty()) {
      Batch batch = unsafe.getFirst();
      segments.write(batch);
      safe = batch.last();
      listener.safeUpTo(safe);
      batch.beSafe();
      unsafe.removeFirst();
    }
  }

  /// Ends a failure, unless something was appended while it lasted. Whoever appends from now on can
  /// wait again, so it must not be to a batch for which nobody waits.
  private boolean isWellAgain() {
    lock.lock();
    try {
      if (open.count() > 0) {
        unsafe.add(open);
      } else {
        cause = null;
      }
      open = new Batch(open.last() + 1);
      return cause == null;
    } finally {
      lock.unlock();
    }
  }

  private void fail(IOException failure) {
    segments.abandon();
    boolean wasWell = cause == null;
    String now = disk.name() + " cannot be written: " + failure.getMessage();
    lock.lock();
    try {
      cause = now;
      unsafe.forEach(Batch::beUncertain);
      open.beUncertain();
    } finally {
      lock.unlock();
    }
    if (wasWell) {
      listener.failed(now);
    }
  }

  private void end(String why) {
    lock.lock();
    try {
      cause = why; // First: whoever stops waiting must already see it.
      unsafe.forEach(Batch::beUncertain);
      open.beUncertain();
    } finally {
      lock.unlock();
    }
    segments.close();
  }
}
