package dev.headroom.console.view.control;

import dev.headroom.console.viewmodel.PriceCurve;
import dev.headroom.console.viewmodel.Wording;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// The steps of a pool's price as a small curve from nothing drawn to more than all, with the point
/// where the pool stands now, and the same in words below. Takes no room where there is nothing to
/// show. For the UI thread only.
public final class PricePlot extends VBox {
  private static final double HEIGHT = 72;

  private final Plot plot = new Plot();
  private final Label words = Forms.caption("");

  /// Shows nothing yet.
  public PricePlot() {
    getStyleClass().add("price-plot");
    words.setWrapText(true);
    plot.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().setAll(plot, words);
    show(Optional.empty());
  }

  /// Shows a curve, or nothing.
  public void show(Optional<PriceCurve> curve) {
    Forms.show(this, curve.isPresent());
    curve
        .filter(each -> !each.equals(plot.curve))
        .ifPresent(each -> {
          words.setText(each.text());
          plot.setAccessibleText(Wording.text("price.plot", each.text()));
          plot.show(each);
        });
  }

  /// Draws in units of its own size, anew whenever that changes.
  private static final class Plot extends Pane {
    private final Line floor = styled(new Line(), "price-axis");
    private final Line full = styled(new Line(), "price-full");
    private final Line drop = styled(new Line(), "price-drop");
    private final Path steps = styled(new Path(), "price-steps");
    private final Circle point = styled(new Circle(4), "price-point");
    private final Label dearest = Forms.caption("");
    private final Label none = Forms.caption(Wording.text("price.percent", 0));
    private final Label all =
        Forms.caption(Wording.text("price.percent", 100) + " " + Wording.text("price.drawn"));
    private PriceCurve curve = new PriceCurve(java.util.List.of(), 100, 0, Optional.empty(), "");

    Plot() {
      getStyleClass().add("price-plane");
      setMinHeight(HEIGHT);
      setPrefHeight(HEIGHT);
      getChildren().setAll(floor, full, drop, steps, point, dearest, none, all);
    }

    void show(PriceCurve now) {
      curve = now;
      dearest.setText(now.dearestText());
      point.setVisible(now.drawn().isPresent());
      drop.setVisible(now.drawn().isPresent());
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      dearest.autosize();
      none.autosize();
      all.autosize();
      double left = dearest.getWidth() + 8;
      double bottom = getHeight() - none.getHeight() - 2;
      dearest.relocate(0, 0);
      none.relocate(left, bottom + 2);
      double hundred = x(100, left);
      all.relocate(Math.min(hundred - all.getWidth() / 2, getWidth() - all.getWidth()), bottom + 2);
      place(floor, left, bottom, getWidth(), bottom);
      place(full, hundred, 0, hundred, bottom);
      steps.getElements().clear();
      for (PriceCurve.Stretch stretch : curve.stretches()) {
        double y = y(stretch.credits(), bottom);
        double from = x(stretch.from(), left);
        steps
            .getElements()
            .add(steps.getElements().isEmpty() ? new MoveTo(from, y) : new LineTo(from, y));
        steps.getElements().add(new LineTo(x(stretch.to(), left), y));
      }
      curve.drawn().ifPresent(drawn -> mark(x(drawn, left), y(creditsAt(drawn), bottom), bottom));
    }

    private void mark(double x, double y, double bottom) {
      point.setCenterX(x);
      point.setCenterY(y);
      place(drop, x, y, x, bottom);
    }

    private double creditsAt(double drawn) {
      double credits = 0;
      for (PriceCurve.Stretch stretch : curve.stretches()) {
        credits = drawn >= stretch.from() ? stretch.credits() : credits;
      }
      return credits;
    }

    private double x(double percent, double left) {
      return left + (getWidth() - left - 6) * percent / curve.end();
    }

    private double y(double credits, double bottom) {
      double top = dearest.getHeight() / 2;
      return curve.dearest() == 0 ? bottom : bottom - (bottom - top) * credits / curve.dearest();
    }

    private static void place(Line line, double fromX, double fromY, double toX, double toY) {
      line.setStartX(fromX);
      line.setStartY(fromY);
      line.setEndX(toX);
      line.setEndY(toY);
    }

    private static <S extends javafx.scene.shape.Shape> S styled(S shape, String style) {
      shape.getStyleClass().add(style);
      shape.setManaged(false);
      return shape;
    }
  }
}
