package dev.headroom.console.view;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// What tests of windows look for, and wait for.
public final class Windows {
  private static final int PATIENCE_SECONDS = 15;

  private Windows() {}

  /// Waits until a condition holds; it is asked on JavaFX's thread.
  public static void waitFor(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
  }

  /// The first shown node of a type that a screen reader calls so.
  public static <N extends Node> Optional<N> called(FxRobot robot, Class<N> type, String name) {
    return robot
        .lookup(node -> type.isInstance(node) && name.equals(node.getAccessibleText()))
        .<Node>queryAll()
        .stream()
        .filter(Windows::isShown)
        .findFirst()
        .map(type::cast);
  }

  /// Whether a node and all around it are visible.
  public static boolean isShown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
