package dev.headroom.console.view.control;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Parts side by side, each with its share of the width, and as high as there is room; below each
/// other where that would leave them too narrow. For the UI thread only.
public final class Abreast extends Region {
  private final double gap;
  private final double narrow;
  private final double[] shares;

  /// @param gap between the parts, in pixels
  /// @param narrow below this width they lie below each other, in pixels
  /// @param shares of the width, one for each part, together 1
  public Abreast(double gap, double narrow, List<? extends Node> parts, double... shares) {
    this.gap = gap;
    this.narrow = narrow;
    this.shares = shares.clone();
    setMinWidth(0);
    getChildren().setAll(parts);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return narrow;
  }

  @Override
  protected double computePrefHeight(double width) {
    double known = width < 0 ? getWidth() : width;
    double height = 0;
    for (int at = 0; at < getChildren().size(); at++) {
      double own = getChildren().get(at).prefHeight(widthOf(at, known));
      height = isNarrow(known) ? height + own + (at > 0 ? gap : 0) : Math.max(height, own);
    }
    return height;
  }

  /// Below each other, no part gives way: whatever is around them scrolls.
  @Override
  protected double computeMinHeight(double width) {
    double known = width < 0 ? getWidth() : width;
    if (isNarrow(known)) {
      return computePrefHeight(width);
    }
    double height = 0;
    for (int at = 0; at < getChildren().size(); at++) {
      height = Math.max(height, getChildren().get(at).minHeight(widthOf(at, known)));
    }
    return height;
  }

  @Override
  protected void layoutChildren() {
    double left = 0;
    double top = 0;
    for (int at = 0; at < getChildren().size(); at++) {
      Node part = getChildren().get(at);
      double width = widthOf(at, getWidth());
      if (isNarrow(getWidth())) {
        double height = part.prefHeight(width);
        part.resizeRelocate(0, top, width, height);
        top += height + gap;
      } else {
        part.resizeRelocate(left, 0, width, getHeight());
        left += width + gap;
      }
    }
  }

  private boolean isNarrow(double width) {
    return width < narrow;
  }

  private double widthOf(int at, double width) {
    return isNarrow(width)
        ? width
        : Math.floor((width - gap * (getChildren().size() - 1)) * shares[at]);
  }
}
