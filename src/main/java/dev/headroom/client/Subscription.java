package dev.headroom.client;

/// A running delivery; closing it ends it. After `close` returns, at most one call is under way.
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
