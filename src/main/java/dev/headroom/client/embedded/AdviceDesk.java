package dev.headroom.client.embedded;

import dev.headroom.client.Advisor;
import dev.headroom.client.Cancellation;
import dev.headroom.client.Reply;
import dev.headroom.model.Refusal;
import dev.headroom.model.suggestion.Advice;
import dev.headroom.model.suggestion.Dismissal;
import dev.headroom.model.suggestion.SuggestionQuery;
import dev.headroom.node.Node;
import dev.headroom.node.advice.Advising;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/// Makes suggestions for whoever asks, one at a time, and knows which of them nobody wants. Any
/// thread.
final class AdviceDesk implements Advisor {
  private static final int TURN_MILLIS = 50;

  private final Node node;
  private final Semaphore turn = new Semaphore(1, true);
  private volatile Dismissals dismissals = Dismissals.inMemory();

  AdviceDesk(Node node) {
    this.node = node;
  }

  /// That of the same instance as it was. What is not wanted now is not wanted then either.
  AdviceDesk asOf(Node then) {
    AdviceDesk past = new AdviceDesk(then);
    past.keep(dismissals);
    return past;
  }

  /// Keeps dismissals there from now on.
  void keep(Dismissals place) {
    dismissals = place;
  }

  @Override
  public Reply<Advice> suggestions(
      SuggestionQuery query, Cancellation cancellation, DoubleConsumer progress) {
    BooleanSupplier stopped =
        () -> cancellation.isCancelled() || Thread.currentThread().isInterrupted();
    while (!stopped.getAsBoolean()) {
      if (takeTurn()) {
        try {
          Instant now = node.inspect((_, at) -> at);
          Optional<Advice> advice = new Advising(node.past(), stopped, progress).advise(query, now);
          return advice.isPresent()
              ? new Reply.Decided<>(dismissals.sort(advice.get()))
              : cancelled();
        } catch (IOException failure) {
          return silence(String.valueOf(failure.getMessage()));
        } finally {
          turn.release();
        }
      }
    }
    return cancelled();
  }

  private boolean takeTurn() {
    try {
      return turn.tryAcquire(TURN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static <T> Reply<T> cancelled() {
    return silence("cancelled by the caller");
  }

  private static <T> Reply<T> silence(String cause) {
    return new Reply.Silence<>(Duration.ZERO, cause);
  }

  @Override
  public Reply<Dismissal> dismiss(Dismissal dismissal) {
    Optional<String> locked = node.readOnlyCause();
    if (locked.isPresent()) {
      return new Reply.Refused<>(new Refusal.ReadOnly(locked.get()));
    }
    Dismissal now = dismissal.at(node.inspect((_, at) -> at));
    try {
      dismissals.put(now);
      return new Reply.Decided<>(now);
    } catch (IOException failure) {
      return silence("it cannot be kept: " + failure.getMessage());
    }
  }

  @Override
  public Reply<Boolean> recall(Dismissal.Recall recall) {
    Optional<String> locked = node.readOnlyCause();
    if (locked.isPresent()) {
      return new Reply.Refused<>(new Refusal.ReadOnly(locked.get()));
    }
    try {
      return new Reply.Decided<>(dismissals.remove(recall));
    } catch (IOException failure) {
      return silence("it cannot be kept: " + failure.getMessage());
    }
  }
}
