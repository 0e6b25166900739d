package dev.headroom.console.viewmodel.past;

import dev.headroom.console.viewmodel.Level;

/// A mark on a line of time.
///
/// @param part where, from 0 for the beginning of the line to 1 for its end
/// @param kind which sign it has
/// @param level that of the gravest
/// @param moments for which it stands; never none
public record MomentMark(double part, Moment.Kind kind, Level level, Moments moments) {
  /// Whether it is about alerts.
  public boolean isAlert() {
    return kind == Moment.Kind.ALERT;
  }
}
