package dev.headroom.client;

/// Hears how an instance is reached. Called by one thread at a time; must be quick.
@FunctionalInterface
public interface LinkSubscriber {
  /// It is reached like this from now on.
  void onLink(Link link);
}
