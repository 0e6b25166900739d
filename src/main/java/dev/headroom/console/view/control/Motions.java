package dev.headroom.console.view.control;

import javafx.animation.FadeTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/// Movements that make it easier to follow what comes, for those who want any.
public final class Motions {
  private static final Duration SHORT = Duration.millis(160);

  private Motions() {}

  /// Lets a part come softly; at once where motion is reduced, or nobody sees it.
  public static void fadeIn(Node part) {
    if (part.getScene() == null || part.getScene().getPreferences().isReducedMotion()) {
      part.setOpacity(1);
      return;
    }
    var fade = new FadeTransition(SHORT, part);
    fade.setFromValue(0);
    fade.setToValue(1);
    fade.play();
  }
}
