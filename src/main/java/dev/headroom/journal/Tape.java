package dev.headroom.journal;

import dev.headroom.model.Command;
import dev.headroom.wire.ByteReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Commands in memory, written as compactly as a journal has them. Taken by one caller at a time,
/// told by any.
public final class Tape {
  /// How large a piece becomes, which is copied where it is told before it is full.
  private static final int PIECE_BYTES = 1 << 18;

  private final ReentrantLock lock = new ReentrantLock();

  /// Guarded by the lock. The last piece grows, those before it never change.
  private final List<Batch> pieces = new ArrayList<>();

  private long bytes;
  private @Nullable Instant begins;

  /// @param first the number of its first command
  public Tape(long first) {
    pieces.add(new Batch(first));
  }

  /// Takes the next command.
  public void add(Instant at, Command command) {
    lock.lock();
    try {
      begins = begins == null ? at : begins;
      Batch last = pieces.getLast();
      int before = last.body().size();
      last.add(at, command);
      bytes += last.body().size() - before;
      if (last.body().size() >= PIECE_BYTES) {
        pieces.add(new Batch(last.last() + 1));
      }
    } finally {
      lock.unlock();
    }
  }

  /// When its first command came; empty where it has none.
  public Optional<Instant> begins() {
    lock.lock();
    try {
      return Optional.ofNullable(begins);
    } finally {
      lock.unlock();
    }
  }

  /// How many bytes its commands take.
  public long bytes() {
    lock.lock();
    try {
      return bytes;
    } finally {
      lock.unlock();
    }
  }

  /// The number of its last command; one less than that of its first where it has none.
  public long last() {
    lock.lock();
    try {
      return pieces.getLast().last();
    } finally {
      lock.unlock();
    }
  }

  /// Tells what was taken by now, or as much as is enough.
  public void tell(Replay replay) {
    for (Piece piece : written()) {
      if (replay.hasEnough()) {
        return;
      }
      Decoder.read(piece.first, piece.commands, replay);
    }
  }

  /// Commands that do not change any more.
  private record Piece(long first, ByteReader commands) {}

  private List<Piece> written() {
    lock.lock();
    try {
      List<Piece> written = new ArrayList<>(pieces.size());
      for (Batch piece : pieces) {
        byte[] all = piece.body().bytes();
        boolean grows = piece == pieces.getLast();
        byte[] still = grows ? all.clone() : all;
        written.add(new Piece(piece.first(), new ByteReader(still, 0, piece.body().size())));
      }
      return written;
    } finally {
      lock.unlock();
    }
  }
}
