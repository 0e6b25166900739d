package dev.headroom.console.viewmodel;

import java.util.Optional;

/// Keeps what is to be remembered, where nothing else is lost by it. Any thread may call it, one at
/// a time.
public interface Memory {

  /// What was recalled.
  ///
  /// @param remark what of it could not be recalled and why, in a sentence or two; else empty
  record Recalled(Remembered all, String remark) {}

  /// What was kept last.
  Recalled recall();

  /// Keeps it.
  ///
  /// @return why it could not be kept, in one line
  Optional<String> keep(Remembered all);

  /// Forgets with the program.
  static Memory none() {
    return new Memory() {
      private Remembered all = Remembered.NOTHING;

      @Override
      public Recalled recall() {
        return new Recalled(all, "");
      }

      @Override
      public Optional<String> keep(Remembered now) {
        all = now;
        return Optional.empty();
      }
    };
  }
}
