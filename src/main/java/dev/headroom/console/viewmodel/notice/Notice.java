package dev.headroom.console.viewmodel.notice;

import dev.headroom.console.viewmodel.Level;

/// Something that the console tells of by itself.
///
/// @param level how grave; what is not pressing goes away sooner
/// @param text what happened, in a sentence
/// @param address the scope that it is about; empty for none
public record Notice(Kind kind, Level level, String text, String address) {
  /// What it is about; of each kind there is one card.
  public enum Kind {
    /// An alert is critical, or something is exhausted.
    ALERT,
    /// Somebody waits who is not helped by waiting.
    CONFLICT,
    /// The connection was lost, or is back.
    LINK,
    /// What came of an action.
    RESULT
  }

  /// Whether somebody must see to it soon.
  public boolean isCritical() {
    return level.compareTo(Level.CRITICAL) >= 0;
  }
}
