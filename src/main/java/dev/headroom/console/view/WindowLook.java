package dev.headroom.console.view;

import dev.headroom.console.view.control.PlaceColours;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.PlaceMark;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;

/// How a window looks as a whole: its theme, its size, how much moves in it, and how the place that
/// it shows is told from others. For the UI thread only.
final class WindowLook {
  private static final PseudoClass PRODUCTION = PseudoClass.getPseudoClass("production");

  private final ConsoleModel model;
  private final BorderPane root;
  private final ZoomPane zoomed;
  private final Scene scene;
  private final MarkBand mark = new MarkBand();

  /// @param root everything in the window
  WindowLook(ConsoleModel model, BorderPane root, double width, double height) {
    this.model = model;
    this.root = root;
    zoomed = new ZoomPane(root);
    scene = new Scene(zoomed, width, height);
  }

  /// What to put on a stage or to picture.
  Scene scene() {
    return scene;
  }

  /// The band by which the place is told from others.
  Node mark() {
    return mark;
  }

  /// Has another theme.
  void show(Theme theme) {
    theme.applyTo(scene);
  }

  /// Shows everything in the size that is wanted now.
  void showZoom() {
    zoomed.show(model.zoom().factor());
  }

  /// Moves as much as is wanted now.
  void showMotion() {
    scene
        .getPreferences()
        .setReducedMotion(
            switch (model.preferences().now().motion()) {
              case SYSTEM -> null;
              case FULL -> false;
              case REDUCED -> true;
            });
  }

  /// Shows which place it is.
  void showMark() {
    Optional<PlaceMark> shown = model.desk().mark();
    mark.show(shown);
    PlaceColours.show(root, shown.filter(PlaceMark::production).map(PlaceMark::colour));
    root.pseudoClassStateChanged(PRODUCTION, shown.filter(PlaceMark::production).isPresent());
  }
}
