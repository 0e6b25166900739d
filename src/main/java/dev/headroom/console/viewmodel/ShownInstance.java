package dev.headroom.console.viewmodel;

import dev.headroom.client.Instance;
import java.util.function.Consumer;
import java.util.function.Function;

/// The instance that a desk shows, which becomes the same at another instant when time is moved
/// through. What one that was left answers late is dropped. For the UI thread only.
final class ShownInstance {
  private final Calls calls;
  private Instance instance;

  ShownInstance(Instance first, Calls calls) {
    instance = first;
    this.calls = calls;
  }

  /// The one that is shown now.
  Instance now() {
    return instance;
  }

  /// Shows another from now on.
  void turnTo(Instance other) {
    instance = other;
  }

  /// Asks the one that is shown now; the answer comes only while that is shown.
  <T> void ask(Function<Instance, T> question, Consumer<T> answer) {
    Instance asked = instance;
    calls.ask(
        () -> question.apply(asked),
        answered -> {
          if (asked.equals(instance)) {
            answer.accept(answered);
          }
        });
  }
}
