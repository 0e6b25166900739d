package dev.headroom.console.viewmodel;

/// One step on the way to an instance behind a server, as it is shown.
///
/// @param name what it is about, in a word
/// @param state how it went
/// @param text what was found, in a sentence; what it is about, where it was not taken yet
/// @param remedy what to do about it; empty where there is nothing to do
public record AttachStep(String name, State state, String text, String remedy) {
  /// How it went.
  public enum State {
    PENDING,
    UNDERWAY,
    GOOD,
    /// It goes on, with something to know.
    CAUTION,
    FAILED
  }
}
