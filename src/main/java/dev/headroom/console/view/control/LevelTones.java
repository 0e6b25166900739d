package dev.headroom.console.view.control;

import dev.headroom.console.viewmodel.Level;
import java.util.Locale;

/// Which tones a level is drawn in.
public final class LevelTones {
  private LevelTones() {}

  /// For words that are styled by the style sheet.
  public static String styleClass(Level level) {
    return "level-" + level.name().toLowerCase(Locale.ROOT);
  }

  /// For bars, rings and curves.
  public static Tone fill(Level level) {
    return switch (level) {
      case UNBOUNDED, CALM -> Tone.CONSUMED;
      case WARNING -> Tone.WARNING;
      case CRITICAL -> Tone.CRITICAL;
      case EXHAUSTED -> Tone.EXHAUSTED;
      case OVER -> Tone.OVER;
    };
  }

  /// For words and numbers; readable as small text.
  public static Tone text(Level level) {
    return switch (level) {
      case UNBOUNDED, CALM -> Tone.TEXT;
      case WARNING -> Tone.WARNING_TEXT;
      case CRITICAL -> Tone.CRITICAL_TEXT;
      case EXHAUSTED -> Tone.EXHAUSTED_TEXT;
      case OVER -> Tone.OVER_TEXT;
    };
  }

  /// For surfaces behind text.
  public static Tone soft(Level level) {
    return switch (level) {
      case UNBOUNDED, CALM -> Tone.ACCENT_SOFT;
      case WARNING -> Tone.WARNING_SOFT;
      case CRITICAL -> Tone.CRITICAL_SOFT;
      case EXHAUSTED -> Tone.EXHAUSTED_SOFT;
      case OVER -> Tone.OVER_SOFT;
    };
  }
}
