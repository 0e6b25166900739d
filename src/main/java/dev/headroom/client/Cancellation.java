package dev.headroom.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Lets one thread end what another waits for. Any thread.
public final class Cancellation {
  private final List<Runnable> told = new CopyOnWriteArrayList<>();
  private volatile boolean cancelled;

  /// Asks whoever was given this to stop soon; asking again changes nothing.
  public void cancel() {
    cancelled = true;
    told.forEach(Runnable::run);
  }

  /// Has something done when it is cancelled, by the thread that cancels; at once where it was.
  ///
  /// @param stop ends what waits; quick, and harmless when done twice
  public void onCancel(Runnable stop) {
    told.add(stop);
    if (cancelled) {
      stop.run();
    }
  }

  /// Whether it was asked.
  public boolean isCancelled() {
    return cancelled;
  }
}
