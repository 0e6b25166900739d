package dev.headroom.journal;

import dev.headroom.model.Command;
import dev.headroom.wire.ByteWriter;
import dev.headroom.wire.CommandBytes;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/// Commands that become safe together. Filled under the journal's lock; whoever has a command in it
/// may wait for it.
final class Batch implements Ticket {
  private final ByteWriter body = new ByteWriter();
  private final CountDownLatch decided = new CountDownLatch(1);
  private final long first;
  private int count;
  private long millis;
  private volatile boolean safe;

  /// @param first the number of its first command
  Batch(long first) {
    this.first = first;
  }

  /// The number of its first command.
  long first() {
    return first;
  }

  /// How many commands it has.
  int count() {
    return count;
  }

  /// The number of its last command.
  long last() {
    return first + count - 1;
  }

  ByteWriter body() {
    return body;
  }

  void add(Instant at, Command command) {
    CommandBytes.writeInstant(body, at, millis);
    CommandBytes.write(body, command);
    millis = at.toEpochMilli();
    count++;
  }

  /// Tells those who wait that it is safe.
  void beSafe() {
    safe = true;
    decided.countDown();
  }

  /// Tells those who wait not to.
  void beUncertain() {
    decided.countDown();
  }

  @Override
  public boolean await() {
    boolean interrupted = false;
    while (true) {
      try {
        decided.await();
        break;
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return safe;
  }
}
