package dev.headroom.console.viewmodel.edit;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Keeps a console that is only watched from changing anything by accident: it is locked at first,
/// unlocked by hand, and locks again after a while without an edit. For the UI thread only.
public final class EditLock {
  private final LongSupplier nanos;
  private final Supplier<Duration> idle;
  private boolean unlocked;
  private long lastUsed;

  /// @param nanos a stopwatch
  /// @param idle after how long without an edit it locks again
  public EditLock(LongSupplier nanos, Supplier<Duration> idle) {
    this.nanos = nanos;
    this.idle = idle;
  }

  /// After how long without an edit it locks again.
  public Duration idle() {
    return idle.get();
  }

  /// Lets edits be made, or not any more.
  public void set(boolean unlock) {
    unlocked = unlock;
    lastUsed = nanos.getAsLong();
  }

  /// Whether edits can be made.
  public boolean isUnlocked() {
    if (unlocked && nanos.getAsLong() - lastUsed > idle.get().toNanos()) {
      unlocked = false;
    }
    return unlocked;
  }

  /// An edit was made: it stays unlocked for a while longer.
  public void use() {
    lastUsed = nanos.getAsLong();
  }
}
