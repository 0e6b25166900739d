package dev.headroom.console.view.tour;

import dev.headroom.console.view.control.Motions;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Leads through the window: frames one part after the other and says beside it what it is for.
/// Next by Enter or the right arrow, back by the left one, and Escape ends it. For the UI thread
/// only.
public final class Tour extends Pane {
  private static final double IN_FRONT = -3;
  private static final double GAP = 16;
  private static final double ARROW = 8;

  /// The parts of the window that are shown, in this order, by their style classes.
  public enum Step {
    TREE(".scope-tree"),
    PAGE(".scope-pane"),
    LISTS(".dock"),
    EDIT(".edit-tools");

    private final String part;

    Step(String part) {
      this.part = part;
    }
  }

  private final Pane window;
  private final Runnable over;
  private final List<Region> shades =
      List.of(new Region(), new Region(), new Region(), new Region());
  private final Region frame = new Region();
  private final Region arrow = new Region();
  private final TourCard card;
  // Held here, since the window's parts outlive this one and hold it weakly.
  private final InvalidationListener onMove = _ -> requestLayout();
  private Optional<Node> focusBefore = Optional.empty();
  private Optional<Node> part = Optional.empty();
  private int at;

  /// @param window what it leads through; covered while it does
  /// @param over is told when it was seen or skipped
  public Tour(Pane window, Runnable over) {
    this.window = window;
    this.over = over;
    getStyleClass().add("tour");
    setManaged(false);
    setViewOrder(IN_FRONT);
    card = new TourCard(() -> go(at + 1), () -> go(at - 1), this::end);
    shades.forEach(shade -> shade.getStyleClass().add("tour-shade"));
    frame.getStyleClass().add("tour-frame");
    frame.setMouseTransparent(true);
    arrow.getStyleClass().add("tour-arrow");
    getChildren().addAll(shades);
    getChildren().addAll(frame, arrow, card);
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  /// Begins.
  public void begin() {
    focusBefore = Optional.ofNullable(window.getScene()).map(scene -> scene.getFocusOwner());
    window.getChildren().add(this);
    window.layoutBoundsProperty().addListener(onMove);
    cover();
    go(0);
  }

  /// Which part is framed.
  public Step step() {
    return Step.values()[at];
  }

  private void go(int to) {
    if (to == Step.values().length) {
      end();
      return;
    }
    at = Math.max(0, to);
    part.ifPresent(before -> {
      before.localToSceneTransformProperty().removeListener(onMove);
      before.layoutBoundsProperty().removeListener(onMove);
    });
    part = Optional.ofNullable(window.lookup(step().part));
    part.ifPresent(now -> {
      now.localToSceneTransformProperty().addListener(onMove);
      now.layoutBoundsProperty().addListener(onMove);
    });
    card.show(step(), at);
    requestLayout();
    layout();
    Motions.fadeIn(card);
    card.focusNext();
  }

  private void onKey(KeyEvent event) {
    boolean known = true;
    switch (event.getCode()) {
      case ESCAPE -> end();
      case RIGHT -> go(at + 1);
      case LEFT -> go(at - 1);
      default -> known = false;
    }
    if (known || event.getCode() == KeyCode.F1) {
      event.consume();
    }
  }

  private void end() {
    window.getChildren().remove(this);
    window.layoutBoundsProperty().removeListener(onMove);
    focusBefore.ifPresent(Node::requestFocus);
    over.run();
  }

  private void cover() {
    resizeRelocate(0, 0, window.getWidth(), window.getHeight());
  }

  @Override
  protected void layoutChildren() {
    cover();
    Bounds hole = part.map(this::boundsHere).orElse(new BoundingBox(0, 0, 0, 0));
    double right = getWidth() - hole.getMaxX();
    double below = getHeight() - hole.getMaxY();
    shades.get(0).resizeRelocate(0, 0, getWidth(), hole.getMinY());
    shades.get(1).resizeRelocate(0, hole.getMaxY(), getWidth(), below);
    shades.get(2).resizeRelocate(0, hole.getMinY(), hole.getMinX(), hole.getHeight());
    shades.get(3).resizeRelocate(hole.getMaxX(), hole.getMinY(), right, hole.getHeight());
    frame.resizeRelocate(hole.getMinX(), hole.getMinY(), hole.getWidth(), hole.getHeight());
    double width = Math.min(card.prefWidth(-1), getWidth() - 2 * GAP);
    place(hole, width, Math.min(card.prefHeight(width), getHeight() - 2 * GAP));
  }

  /// What is seen of a part.
  private Bounds boundsHere(Node node) {
    Bounds all = sceneToLocal(node.localToScene(node.getLayoutBounds()));
    double left = Math.max(0, all.getMinX());
    double top = Math.max(0, all.getMinY());
    double right = Math.min(getWidth(), all.getMaxX());
    double bottom = Math.min(getHeight(), all.getMaxY());
    return new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  /// Puts the card beside the part where there is room, or else over its lower end.
  private void place(Bounds hole, double width, double height) {
    double x = within(hole.getCenterX() - width / 2, getWidth() - width);
    double y = within(hole.getMinY() + GAP, getHeight() - height);
    double pointX = hole.getCenterX();
    double pointY = Math.clamp(hole.getMinY() + GAP + height / 2, hole.getMinY(), hole.getMaxY());
    boolean points = true;
    if (getWidth() - hole.getMaxX() >= width + 2 * GAP) {
      x = hole.getMaxX() + GAP;
      pointX = x;
    } else if (hole.getMinX() >= width + 2 * GAP) {
      x = hole.getMinX() - GAP - width;
      pointX = x + width;
    } else if (getHeight() - hole.getMaxY() >= height + 2 * GAP) {
      y = hole.getMaxY() + GAP;
      pointY = y;
    } else if (hole.getMinY() >= height + 2 * GAP) {
      y = hole.getMinY() - GAP - height;
      pointY = y + height;
    } else {
      y = within(hole.getMaxY() - height - GAP, getHeight() - height);
      points = false;
    }
    card.resizeRelocate(x, y, width, height);
    arrow.setVisible(points);
    arrow.resizeRelocate(pointX - ARROW, pointY - ARROW, 2 * ARROW, 2 * ARROW);
  }

  private static double within(double wanted, double max) {
    return Math.clamp(wanted, Math.min(GAP, max), Math.max(GAP, max - GAP));
  }
}
