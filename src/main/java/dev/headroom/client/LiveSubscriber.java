package dev.headroom.client;

/// Receives the frames of a live view. Called by one thread at a time.
public interface LiveSubscriber {
  /// The newest state.
  void onFrame(LiveFrame frame);
}
