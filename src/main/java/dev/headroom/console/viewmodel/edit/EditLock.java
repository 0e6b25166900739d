package dev.headroom.console.viewmodel.edit;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Keeps a console that is only watched from changing anything by accident: it is locked at first,
/// unlocked by hand, and locks again after a while without an edit. For the UI thread only.
public final class EditLock {
  /// After how long without an edit it locks again.
  public static final Duration IDLE = Duration.ofMinutes(10);

  private final LongSupplier nanos;
  private boolean unlocked;
  private long lastUsed;

  /// @param nanos a stopwatch
  public EditLock(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// Lets edits be made, or not any more.
  public void set(boolean unlock) {
    unlocked = unlock;
    lastUsed = nanos.getAsLong();
  }

  /// Whether edits can be made.
  public boolean isUnlocked() {
    if (unlocked && nanos.getAsLong() - lastUsed > IDLE.toNanos()) {
      unlocked = false;
    }
    return unlocked;
  }

  /// An edit was made: it stays unlocked for a while longer.
  public void use() {
    lastUsed = nanos.getAsLong();
  }
}
