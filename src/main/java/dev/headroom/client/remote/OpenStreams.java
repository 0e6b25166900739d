package dev.headroom.client.remote;

import dev.headroom.client.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What a client listens to. Any thread.
final class OpenStreams implements AutoCloseable {
  private final List<RemoteStream.Reader> open = new CopyOnWriteArrayList<>();

  /// Another one, to be closed with all.
  <S extends RemoteStream.Reader> S keep(S subscription) {
    open.removeIf(RemoteStream.Reader::isEnded);
    open.add(subscription);
    return subscription;
  }

  @Override
  public void close() {
    open.forEach(Subscription::close);
    open.clear();
  }
}
