package dev.headroom.client.embedded;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Reply;
import dev.headroom.engine.Engine;
import dev.headroom.model.Refusal;
import dev.headroom.node.Node;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a node was.
///
/// @param name what the instance is called
record EmbeddedPast(String name, InstanceInfo.Kind kind, Node node) {
  Reply<Instant> since() {
    try {
      return found(node.past().begins());
    } catch (IOException unreadable) {
      return silence(unreadable.getMessage());
    }
  }

  /// An instance of its own over the engine of then.
  Reply<Instance> at(Instant instant, Cancellation cancellation) {
    try {
      Optional<Engine> then = node.past().at(instant, cancellation::isCancelled);
      return cancellation.isCancelled() || Thread.currentThread().isInterrupted()
          ? silence("cancelled by the caller")
          : found(then).map(this::frozen);
    } catch (IOException unreadable) {
      return silence(unreadable.getMessage());
    }
  }

  private Instance frozen(Engine engine) {
    return new EmbeddedInstance(name, kind, Node.frozen(engine));
  }

  private static <T> Reply<T> found(Optional<T> kept) {
    return kept.<Reply<T>>map(Reply.Decided::new)
        .orElseGet(() -> new Reply.Refused<>(new Refusal.NotAllowed("nothing is kept of before")));
  }

  private static <T> Reply<T> silence(@Nullable String cause) {
    return new Reply.Silence<>(Duration.ZERO, String.valueOf(cause));
  }
}
