package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.Calls;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/// Has what is staged changed by one after the other: little at once, very much on a copy and in a
/// thread of its own, so that the window goes on meanwhile. For the UI thread only.
final class Staging {
  private static final int AT_ONCE_MAX = 1_000;

  private final Calls calls;
  private final Runnable told;
  private final Deque<Runnable> later = new ArrayDeque<>();
  private Staged staged = new Staged();
  private boolean underway;

  /// @param told is told when something begins that takes a while
  Staging(Calls calls, Runnable told) {
    this.calls = calls;
    this.told = told;
  }

  /// What is staged now.
  Staged now() {
    return staged;
  }

  /// Stages nothing any more.
  void clear() {
    staged = new Staged();
  }

  /// Whether very much is being staged.
  boolean isUnderway() {
    return underway;
  }

  /// Does it now, or once what is being staged is.
  void inTurn(Runnable change) {
    if (underway) {
      later.add(change);
    } else {
      change.run();
    }
  }

  /// Changes what is staged.
  ///
  /// @param count of how many changes
  /// @param change any thread runs it
  /// @param then takes what comes of it, once it is staged
  <T> void change(int count, Function<Staged, T> change, Consumer<T> then) {
    inTurn(() -> {
      if (count <= AT_ONCE_MAX) {
        then.accept(change.apply(staged));
      } else {
        changeAside(change, then);
      }
    });
  }

  private <T> void changeAside(Function<Staged, T> change, Consumer<T> then) {
    underway = true;
    told.run();
    Staged before = staged;
    AtomicReference<T> result = new AtomicReference<>();
    calls.ask(
        () -> before.with(next -> result.set(change.apply(next))),
        after -> {
          underway = false;
          staged = after;
          then.accept(Objects.requireNonNull(result.get()));
          while (!underway && !later.isEmpty()) {
            later.remove().run();
          }
        });
  }
}
