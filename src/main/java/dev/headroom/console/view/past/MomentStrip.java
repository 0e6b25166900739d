package dev.headroom.console.view.past;

import dev.headroom.console.view.control.Drawn;
import dev.headroom.console.view.control.LevelTones;
import dev.headroom.console.view.control.Marks;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Tone;
import dev.headroom.console.viewmodel.past.Chronicle;
import dev.headroom.console.viewmodel.past.MomentMark;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// Marks along a slider, each with the sign of what it stands for; pointing at one says what that
/// is, and a click leads there. For the UI thread only.
final class MomentStrip extends Drawn {
  private static final double SIZE = 10;

  /// So near to a mark one points at it.
  private static final double NEAR = 8;

  private final Chronicle chronicle;
  private final boolean alerts;
  private final double inset;
  private final Marks signs = new Marks();
  private final Tooltip says = new Tooltip();
  private List<MomentMark> shown = List.of();

  /// @param alerts whether marks of alerts are here, or all others
  /// @param inset how far from its ends those of the slider are
  MomentStrip(Palette palette, Chronicle chronicle, boolean alerts, double inset) {
    super(palette);
    this.chronicle = chronicle;
    this.alerts = alerts;
    this.inset = inset;
    setMinHeight(SIZE + 2);
    setPrefHeight(SIZE + 2);
    setAccessibleRole(AccessibleRole.TEXT);
    getStyleClass().add("moment-strip");
    says.setShowDelay(Duration.millis(150));
    setOnMouseMoved(event -> point(event.getX()));
    setOnMouseExited(_ -> point(Double.NaN));
    setOnMouseClicked(event -> near(event.getX()).ifPresent(chronicle::goTo));
    widthProperty().subscribe(_ -> update());
  }

  /// Shows the marks that there are now.
  void update() {
    int places = (int) Math.max(1, (getWidth() - 2 * inset) / (SIZE + 1));
    List<MomentMark> now =
        chronicle.marks(places).stream().filter(mark -> mark.isAlert() == alerts).toList();
    if (!now.equals(shown)) {
      shown = now;
      repaint();
    }
    setAccessibleText(chronicle.summary());
  }

  private double x(MomentMark mark) {
    return inset + mark.part() * Math.max(0, getWidth() - 2 * inset);
  }

  private Optional<MomentMark> near(double x) {
    return shown.stream()
        .filter(mark -> Math.abs(x(mark) - x) <= NEAR)
        .min((one, other) -> Double.compare(Math.abs(x(one) - x), Math.abs(x(other) - x)));
  }

  private void point(double x) {
    Optional<MomentMark> pointed = near(x);
    if (pointed.isPresent()) {
      says.setText(chronicle.say(pointed.get()));
      Tooltip.install(this, says);
    } else {
      says.hide();
      Tooltip.uninstall(this, says);
    }
  }

  @Override
  protected void paint(GraphicsContext graphics, double width, double height) {
    for (MomentMark mark : shown) {
      paint(graphics, mark, Math.rint(x(mark) - SIZE / 2), 1);
    }
  }

  private void paint(GraphicsContext graphics, MomentMark mark, double x, double y) {
    var colour = palette().of(LevelTones.text(mark.level()));
    switch (mark.kind()) {
      case ALERT -> {
        if (mark.level().isPressing()) {
          signs.level(graphics, mark.level(), colour, x, y, SIZE);
        } else {
          signs.dot(graphics, palette().of(Tone.TEXT_MUTED), x, y, SIZE);
        }
      }
      case CONFLICT -> signs.clock(graphics, palette().of(Tone.ACCENT), x, y, SIZE);
      case CHANGE -> signs.change(graphics, palette().of(Tone.TEXT), x, y, SIZE);
      case INJECTION -> signs.bolt(graphics, palette().of(Tone.TEXT), x, y, SIZE);
    }
  }
}
