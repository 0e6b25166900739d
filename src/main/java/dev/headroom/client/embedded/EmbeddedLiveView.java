package dev.headroom.client.embedded;

import dev.headroom.client.LiveFrame;
import dev.headroom.client.LiveSubscriber;
import dev.headroom.client.LiveView;
import dev.headroom.model.Explanation;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.node.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Reads what is being looked at from the node at a fixed rate, so that its cost depends on what is
/// visible and never on how much changes.
final class EmbeddedLiveView implements LiveView {
  private final Node node;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("headroom-live").factory());
  private volatile List<ScopePath> watched = List.of();
  private volatile Optional<Focus> focus = Optional.empty();

  EmbeddedLiveView(Node node, Duration interval, LiveSubscriber subscriber) {
    this.node = node;
    var _ =
        thread.scheduleAtFixedRate(
            () -> subscriber.onFrame(frame()), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void watch(List<ScopePath> scopes) {
    watched = List.copyOf(scopes.subList(0, Math.min(scopes.size(), WATCHED_MAX)));
  }

  @Override
  public void explain(Optional<Focus> newFocus) {
    focus = newFocus;
  }

  @Override
  public void close() {
    thread.shutdown();
  }

  private LiveFrame frame() {
    List<ScopePath> paths = watched;
    Optional<Focus> wanted = focus;
    return node.inspect((engine, now) -> {
      List<ScopeStatus> scopes = new ArrayList<>(paths.size());
      paths.forEach(path -> engine.scope(path, now).ifPresent(scopes::add));
      Optional<Explanation> chain =
          wanted.map(asked -> engine.explain(asked.path(), asked.type(), now));
      return new LiveFrame(
          now,
          engine.sequence(),
          List.copyOf(scopes),
          chain,
          engine.structure(),
          engine.scopeCount(),
          engine.alertCount(),
          engine.waiterCount());
    });
  }
}
