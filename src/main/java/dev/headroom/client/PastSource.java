package dev.headroom.client;

import dev.headroom.model.Event;
import dev.headroom.model.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/// Where the past of an instance is looked at; each question as [Instance] has it. What a source
/// does not answer, it refuses. Any thread.
public interface PastSource extends AutoCloseable {
  /// That of an instance of which nothing is kept.
  PastSource NONE = new PastSource() {};

  /// Why some cannot be looked at as they were.
  String NO_PAST = "the past of an instance can be looked at only where its journal is";

  /// What [Instance#reachPast] answers.
  default Reply<PastReach> reach(
      Duration back, Cancellation cancellation, DoubleConsumer progress) {
    return refused();
  }

  /// What [Instance#rememberedSince] answers.
  default Reply<Instant> since() {
    return refused();
  }

  /// What [Instance#asOf] answers.
  default Reply<Instance> asOf(Instant instant, Cancellation cancellation) {
    return refused();
  }

  /// What [Instance#retell] answers.
  default Reply<Instant> retell(
      Instant from, Instant to, Consumer<Event> told, Cancellation cancellation) {
    return refused();
  }

  /// What [Instance#record] answers.
  default Reply<Recorded> record(
      RecordingQuery query, Cancellation cancellation, DoubleConsumer progress) {
    return refused();
  }

  /// Lets go of what was fetched to be looked at.
  @Override
  default void close() {}

  private static <T> Reply<T> refused() {
    return new Reply.Refused<>(new Refusal.NotAllowed(NO_PAST));
  }
}
