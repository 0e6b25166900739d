package dev.headroom.console.view;

import dev.headroom.console.view.control.Drawn;
import dev.headroom.console.view.control.Palette;
import java.util.function.Function;
import javafx.scene.AccessibleRole;

/// Draws one reading in a cell, anew only where that has changed, and tells it in words to those
/// who do not see it. For the UI thread only.
abstract class Readout<R> extends Drawn {
  private final Function<R, String> words;
  private R reading;
  private boolean stale;

  /// @param first what is drawn before anything is shown
  /// @param words what a reading says
  Readout(Palette palette, R first, Function<R, String> words) {
    super(palette);
    this.words = words;
    reading = first;
    setAccessibleRole(AccessibleRole.TEXT);
  }

  /// Shows `now`; does nothing where it is what is shown already.
  final void show(R now, boolean nowStale) {
    if (nowStale != stale || !now.equals(reading)) {
      reading = now;
      stale = nowStale;
      setAccessibleText(words.apply(now));
      repaint();
    }
  }

  /// What is shown.
  final R reading() {
    return reading;
  }

  /// Whether that is too old to be trusted.
  final boolean isStale() {
    return stale;
  }
}
