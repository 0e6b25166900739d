package dev.headroom.console.view.control;

import java.util.Locale;

/// The colours that hand-drawn parts use, by their meaning. What each looks like stands in
/// `theme.css`, under `.palette`, as `-tone-` and the name.
public enum Tone {
  CANVAS,
  SURFACE,
  RAISED,
  HOVER,
  BORDER,
  BORDER_STRONG,
  TEXT,
  TEXT_MUTED,
  TEXT_FAINT,
  ACCENT,
  ACCENT_SOFT,
  TRACK,
  GRID,
  CONSUMED,
  WARNING,
  WARNING_TEXT,
  WARNING_SOFT,
  CRITICAL,
  CRITICAL_TEXT,
  CRITICAL_SOFT,
  EXHAUSTED,
  EXHAUSTED_TEXT,
  EXHAUSTED_SOFT,
  OVER,
  OVER_TEXT,
  OVER_SOFT,
  STALE,
  STALE_TEXT,
  OK;

  /// The name under which a style sheet sets this tone.
  String cssName() {
    return "-tone-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
