package dev.headroom.console.viewmodel.action;

import dev.headroom.client.Dispatch;
import dev.headroom.client.Reply;
import dev.headroom.console.viewmodel.Calls;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// One action and what came of it. While it is under way no other begins; where nobody answered,
/// the very same can be tried again. For the UI thread only.
public final class Attempt {
  /// How far it has come.
  public enum State {
    IDLE,
    UNDERWAY,
    DONE,
    /// It was refused or taken back, and changed nothing.
    REFUSED,
    /// Nobody answered; it may or may not have happened.
    UNANSWERED
  }

  private static final int PERCENT = 100;

  private final Calls calls;
  private final Runnable told;
  private final BiConsumer<State, String> results;
  private State state = State.IDLE;

  /// Said anew whenever it is asked for: the language may be another one by then.
  private Supplier<String> text = () -> "";

  private Runnable again = () -> {};
  private Optional<Dispatch> dispatch = Optional.empty();

  /// An action of an operator, who is told what came of it too.
  ///
  /// @param told is told whenever there is something new to say
  public Attempt(Operator operator, Runnable told) {
    this(operator.calls(), told, operator::report);
  }

  /// @param told is told whenever there is something new to say
  public Attempt(Calls calls, Runnable told) {
    this(calls, told, (_, _) -> {});
  }

  private Attempt(Calls calls, Runnable told, BiConsumer<State, String> results) {
    this.calls = calls;
    this.told = told;
    this.results = results;
  }

  /// Does it, unless something is under way.
  ///
  /// @param deed blocks until it is answered; safe to repeat
  /// @param done what to say of a success
  public <T> void make(Supplier<Reply<T>> deed, Function<T, String> done) {
    begin(Optional.empty(), deed, _ -> {}, done);
  }

  /// Does what can be taken back while it is on its way, like the other; of a success it is only
  /// said.
  ///
  /// @param done what to say of a success
  public <T> void send(Dispatch way, Supplier<Reply<T>> deed, Function<T, String> done) {
    send(way, deed, _ -> {}, done);
  }

  /// Does what can be taken back while it is on its way, unless something is under way.
  ///
  /// @param deed blocks until it is answered; safe to repeat
  /// @param succeeded is told of a success
  /// @param done what to say of it
  public <T> void send(
      Dispatch way, Supplier<Reply<T>> deed, Consumer<T> succeeded, Function<T, String> done) {
    begin(Optional.of(way), deed, succeeded, done);
  }

  private <T> void begin(
      Optional<Dispatch> way,
      Supplier<Reply<T>> deed,
      Consumer<T> succeeded,
      Function<T, String> done) {
    if (state == State.UNDERWAY) {
      return;
    }
    again = () -> begin(way, deed, succeeded, done);
    dispatch = way;
    turn(State.UNDERWAY, () -> Wording.text("attempt.underway"));
    calls.ask(
        deed,
        reply -> {
          if (way.filter(Dispatch::isTakenBack).isPresent()) {
            return; // That was told at once.
          }
          switch (reply) {
            case Reply.Decided<T>(T value) -> {
              succeeded.accept(value);
              turn(State.DONE, () -> done.apply(value));
            }
            case Reply.Refused<T> _ -> turn(State.REFUSED, () -> Phrases.problem(reply));
            case Reply.Silence<T> _ -> turn(State.UNANSWERED, () -> Phrases.problem(reply));
          }
          results.accept(state, text.get());
        });
  }

  /// Whether it can still be taken back, so that nothing comes of it.
  public boolean canBeTakenBack() {
    return state == State.UNDERWAY && dispatch.filter(way -> !way.isHandedOver()).isPresent();
  }

  /// Takes it back, where it still can be.
  public void takeBack() {
    if (canBeTakenBack() && dispatch.filter(Dispatch::takeBack).isPresent()) {
      turn(State.REFUSED, () -> Wording.text("attempt.takenBack"));
    } else {
      told.run();
    }
  }

  /// Says the same again, where nobody answered.
  public void again() {
    if (state == State.UNANSWERED) {
      again.run();
    }
  }

  /// Forgets what came of it.
  public void clear() {
    if (state != State.UNDERWAY && state != State.IDLE) {
      turn(State.IDLE, () -> "");
    }
  }

  public State state() {
    return state;
  }

  /// What came of it, or how far it is, in a sentence.
  public String text() {
    return state == State.UNDERWAY ? dispatch.map(Attempt::wayText).orElseGet(text) : text.get();
  }

  private static String wayText(Dispatch way) {
    return way.isHandedOver()
        ? Wording.text("attempt.handedOver")
        : Wording.text("attempt.sending", Math.round(PERCENT * way.sent()));
  }

  private void turn(State to, Supplier<String> saying) {
    state = to;
    text = saying;
    told.run();
  }
}
