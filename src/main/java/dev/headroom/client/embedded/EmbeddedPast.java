package dev.headroom.client.embedded;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.PastReach;
import dev.headroom.client.PastSource;
import dev.headroom.client.Recorded;
import dev.headroom.client.RecordingQuery;
import dev.headroom.client.Reply;
import dev.headroom.model.Event;
import dev.headroom.model.Refusal;
import dev.headroom.node.Node;
import dev.headroom.node.Past;
import dev.headroom.node.Recording;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How an instance was.
///
/// @param present what is known of the instance that goes on
/// @param frozen makes an instance of a node that stands still
record EmbeddedPast(Past past, Supplier<InstanceInfo> present, Function<Node, Instance> frozen)
    implements PastSource {
  /// All of it is at hand.
  @Override
  public Reply<PastReach> reach(Duration back, Cancellation cancellation, DoubleConsumer progress) {
    return since()
        .map(since -> {
          InstanceInfo now = present.get();
          return new PastReach(since, now.now(), now.timeZone(), false);
        });
  }

  @Override
  public Reply<Instant> since() {
    try {
      return found(past.begins());
    } catch (IOException unreadable) {
      return silence(unreadable.getMessage());
    }
  }

  /// An instance of its own over the engine of then.
  @Override
  public Reply<Instance> asOf(Instant instant, Cancellation cancellation) {
    try {
      Optional<Node> then = past.frozenAt(instant, cancellation::isCancelled);
      return isOver(cancellation) ? cancelled() : found(then.map(frozen));
    } catch (IOException unreadable) {
      return silence(unreadable.getMessage());
    }
  }

  @Override
  public Reply<Instant> retell(
      Instant from, Instant to, Consumer<Event> told, Cancellation cancellation) {
    try {
      past.tell(from, to, told::accept, cancellation::isCancelled);
      return isOver(cancellation) ? cancelled() : new Reply.Decided<>(to);
    } catch (IOException unreadable) {
      return silence(unreadable.getMessage());
    }
  }

  @Override
  public Reply<Recorded> record(
      RecordingQuery query, Cancellation cancellation, DoubleConsumer progress) {
    InstanceInfo now = present.get();
    Recording.Order order =
        new Recording.Order(
            now.name(), query.from(), query.to(), now.now(), query.file(), query.bytesMax());
    try {
      return switch (Recording.make(past, order, new Waiting(cancellation, progress))) {
        case Recording.Result.Made made ->
            new Reply.Decided<>(new Recorded(made.from(), made.to(), made.bytes()));
        case Recording.Result.NothingKept _ -> found(Optional.empty());
        case Recording.Result.TooLarge(String why) ->
            new Reply.Refused<>(Refusal.Invalid.at("/to", why));
        case Recording.Result.Cancelled _ -> cancelled();
      };
    } catch (IOException failure) {
      return silence(failure.getMessage());
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
