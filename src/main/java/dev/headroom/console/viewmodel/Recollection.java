package dev.headroom.console.viewmodel;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// What the console remembers, kept as soon as it changes. For the UI thread only.
final class Recollection {
  private final Memory memory;
  private final Calls calls;
  private final Executor ui;
  private final Consumer<String> troubled;
  private final String remark;
  private Remembered all;

  /// @param calls by which it is kept
  /// @param troubled is told on `ui` why something could not be kept
  Recollection(Memory memory, Calls calls, Executor ui, Consumer<String> troubled) {
    this.memory = memory;
    this.calls = calls;
    this.ui = ui;
    this.troubled = troubled;
    Memory.Recalled recalled = memory.recall();
    all = recalled.all();
    remark = recalled.remark();
  }

  /// What could not be recalled, in a sentence or two; empty where all could.
  String remark() {
    return remark;
  }

  /// What is remembered now.
  Remembered all() {
    return all;
  }

  /// Remembers something else from now on.
  void change(UnaryOperator<Remembered> change) {
    Remembered now = change.apply(all);
    all = now;
    keep(() -> memory.keep(now));
  }

  /// Keeps something that has a place of its own.
  ///
  /// @param deed takes its time; says why it could not be kept, in one line
  void keep(Supplier<Optional<String>> deed) {
    calls.say(() -> deed.get().ifPresent(why -> ui.execute(() -> troubled.accept(why))));
  }
}
