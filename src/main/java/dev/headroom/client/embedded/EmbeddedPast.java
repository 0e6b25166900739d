package dev.headroom.client.embedded;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.model.Event;
import dev.headroom.model.Refusal;
import dev.headroom.node.Node;
import dev.headroom.node.Past;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How an instance was.
///
/// @param frozen makes an instance of a node that stands still
record EmbeddedPast(Past past, Function<Node, Instance> frozen) {
  Reply<Instant> since() {
    try {
      return found(past.begins());
    } catch (IOException unreadable) {
      return silence(unreadable.getMessage());
    }
  }

  /// An instance of its own over the engine of then.
  Reply<Instance> at(Instant instant, Cancellation cancellation) {
    try {
      Optional<Node> then = past.frozenAt(instant, cancellation::isCancelled);
      return isOver(cancellation) ? cancelled() : found(then.map(frozen));
    } catch (IOException unreadable) {
      return silence(unreadable.getMessage());
    }
  }

  /// Tells again what happened within a span.
  Reply<Instant> tell(Instant from, Instant to, Consumer<Event> told, Cancellation cancellation) {
    try {
      past.tell(from, to, told::accept, cancellation::isCancelled);
      return isOver(cancellation) ? cancelled() : new Reply.Decided<>(to);
    } catch (IOException unreadable) {
      return silence(unreadable.getMessage());
    }
  }

  private static boolean isOver(Cancellation cancellation) {
    return cancellation.isCancelled() || Thread.currentThread().isInterrupted();
  }

  private static <T> Reply<T> found(Optional<T> kept) {
    return kept.<Reply<T>>map(Reply.Decided::new)
        .orElseGet(() -> new Reply.Refused<>(new Refusal.NotAllowed("nothing is kept of before")));
  }

  private static <T> Reply<T> cancelled() {
    return silence("cancelled by the caller");
  }

  private static <T> Reply<T> silence(@Nullable String cause) {
    return new Reply.Silence<>(Duration.ZERO, String.valueOf(cause));
  }
}
