package dev.headroom.client;

/// Lets one thread end what another waits for. Any thread.
public final class Cancellation {
  private volatile boolean cancelled;

  /// Asks whoever was given this to stop soon; asking again changes nothing.
  public void cancel() {
    cancelled = true;
  }

  /// Whether it was asked.
  public boolean isCancelled() {
    return cancelled;
  }
}
