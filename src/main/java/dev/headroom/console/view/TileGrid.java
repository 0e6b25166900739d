package dev.headroom.console.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Tiles of one size in as few rows as the width allows, the rows as even as can be.
final class TileGrid extends Region {
  private static final double TILE_WIDTH_MIN = 176;
  private static final double TILE_HEIGHT = 96;
  private static final double GAP = 12;

  /// Shows these tiles.
  void show(List<? extends Node> tiles) {
    getChildren().setAll(tiles);
  }

  @Override
  protected double computePrefHeight(double width) {
    int rows = rows(width < 0 ? getWidth() : width);
    return Math.max(0, rows * (TILE_HEIGHT + GAP) - GAP);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  public javafx.geometry.Orientation getContentBias() {
    return javafx.geometry.Orientation.HORIZONTAL;
  }

  @Override
  protected void layoutChildren() {
    int rows = rows(getWidth());
    if (rows == 0) {
      return;
    }
    int columns = Math.ceilDiv(getChildren().size(), rows);
    double width = Math.floor((getWidth() - (columns - 1) * GAP) / columns);
    for (int at = 0; at < getChildren().size(); at++) {
      double x = at % columns * (width + GAP);
      double y = Math.floorDiv(at, columns) * (TILE_HEIGHT + GAP);
      getChildren().get(at).resizeRelocate(x, y, width, TILE_HEIGHT);
    }
  }

  private int rows(double width) {
    int fitting = Math.max(1, (int) ((width + GAP) / (TILE_WIDTH_MIN + GAP)));
    return Math.ceilDiv(getChildren().size(), fitting);
  }
}
