package dev.headroom.console.view.control;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A line with something at either end; where there is too little room for it, with something
/// smaller at its left, if there is such a thing, else in two lines. For the UI thread only.
public final class TwoEnds extends Region {
  private static final double GAP = 12;
  private static final double LINE_GAP = 6;

  private final HBox left;
  private final HBox right;

  public TwoEnds(List<? extends Node> left, List<? extends Node> right) {
    this.left = new HBox();
    this.left.getChildren().setAll(left);
    this.right = new HBox();
    this.right.getChildren().setAll(right);
    this.left.getStyleClass().add("line-end");
    this.right.getStyleClass().add("line-end");
    setMinWidth(0);
    this.left.setFillHeight(false);
    this.right.setFillHeight(false);
    getChildren().setAll(this.left, this.right);
  }

  /// Where there is too little room, shows another way to choose than usual.
  ///
  /// @param usual something at the left
  /// @param small what stands in for it, at the left too
  public void fold(Node usual, Node small) {
    Forms.show(small, false);
    widthProperty()
        .subscribe(width -> {
          Forms.show(usual, true);
          Forms.show(small, false);
          boolean little = width.doubleValue() > 0 && !fits(width.doubleValue());
          Forms.show(usual, !little);
          Forms.show(small, little);
        });
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    double around = getInsets().getLeft() + getInsets().getRight();
    return left.prefWidth(-1) + GAP + right.prefWidth(-1) + around;
  }

  @Override
  protected double computePrefHeight(double width) {
    double first = left.prefHeight(-1);
    double second = right.prefHeight(-1);
    double content =
        fits(width < 0 ? getWidth() : width) ? Math.max(first, second) : first + LINE_GAP + second;
    return content + getInsets().getTop() + getInsets().getBottom();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double x = getInsets().getLeft();
    double y = getInsets().getTop();
    double room = getWidth() - x - getInsets().getRight();
    if (fits(getWidth())) {
      double height = getHeight() - y - getInsets().getBottom();
      double rightWidth = right.prefWidth(-1);
      left.resizeRelocate(x, y, room - rightWidth - GAP, height);
      right.resizeRelocate(x + room - rightWidth, y, rightWidth, height);
    } else {
      double height = left.prefHeight(-1);
      left.resizeRelocate(x, y, room, height);
      right.resizeRelocate(x, y + height + LINE_GAP, room, right.prefHeight(-1));
    }
  }

  private boolean fits(double width) {
    return computePrefWidth(-1) <= width;
  }
}
