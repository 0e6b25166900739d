package dev.headroom.console.view;

import dev.headroom.console.view.control.ChartScale;
import dev.headroom.console.view.control.Drawn;
import dev.headroom.console.view.control.Letterings;
import dev.headroom.console.view.control.LevelTones;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Sheet;
import dev.headroom.console.view.control.Tone;
import dev.headroom.console.viewmodel.ChartReading;
import dev.headroom.console.viewmodel.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// What was used against what was allowed, over time, with a look ahead. The pointer reads values
/// off; the read-out has a canvas of its own, so that moving the pointer does not redraw curves.
/// Who shows it calls [#show] as often as it should move, and not while it is hidden. For the UI
/// thread only.
public final class StripChart extends Drawn {
  private static final String MINUTES = "pattern.clock.minute";
  private static final String SECONDS = "pattern.clock";
  private static final double AXIS_WIDTH = 60;
  private static final double AXIS_HEIGHT = 20;
  private static final double TOP = 10;
  private static final double FUTURE_SHARE = 0.16;
  private static final double ALLOWANCE_SHOWN_FROM = 0.25;
  private static final double AREA_OPACITY = 0.16;

  private final CurvePath curve = new CurvePath();
  private final Sheet pointer = new Sheet();
  private final ChartPointer readOut;
  private Optional<ChartReading> reading = Optional.empty();

  private final Supplier<String> empty;

  /// A chart without curves.
  ///
  /// @param empty what it says where there is none yet
  public StripChart(Palette palette, Supplier<String> empty) {
    super(palette);
    this.empty = empty;
    readOut = new ChartPointer(palette, pointer);
    pointer.setMouseTransparent(true);
    getChildren().add(pointer);
    setMinSize(160, 100);
    setPrefSize(420, 220);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setOnMouseMoved(event -> point(event.getX() - snappedLeftInset()));
    setOnMouseExited(_ -> readOut.leave());
  }

  /// Draws `now`.
  public void show(ChartReading now) {
    if (reading.map(before -> !before.name().equals(now.name())).orElse(true)) {
      setAccessibleText(Wording.text("chart.sentence", now.name()));
    }
    reading = Optional.of(now);
    repaint();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    place(pointer);
  }

  @Override
  protected void paint(GraphicsContext graphics, double width, double height) {
    if (reading.isEmpty()) {
      return;
    }
    ChartReading now = reading.get();
    ChartScale scale = scale(now, width, height);
    graphics.setLineWidth(1);
    amountLines(graphics, now, scale);
    timeLines(graphics, now, scale);
    if (now.used().size() < 2) {
      double x = scale.left() + 8;
      double y = scale.top() + scale.height() / 2;
      String fitting = Letterings.CAPTION.fit(empty.get(), scale.width() - 16);
      label(graphics, fitting, Tone.TEXT_FAINT, x, y, TextAlignment.LEFT);
    }
    curves(graphics, now, scale);
    ahead(graphics, now, scale);
    readOut.refresh(now, scale);
  }

  private static ChartScale scale(ChartReading now, double width, double height) {
    long future = (long) (now.spanMillis() * FUTURE_SHARE);
    double used = 1;
    for (int at = 0; at < now.used().size(); at++) {
      double value = now.used().valueAt(at);
      used = value > used ? value : used;
    }
    double allowance = allowance(now);
    boolean near = allowance > 0 && used >= allowance * ALLOWANCE_SHOWN_FROM;
    double most = near ? Math.max(allowance * 1.12, used * 1.05) : used * 1.5;
    return new ChartScale(
        AXIS_WIDTH,
        TOP,
        Math.max(1, width - AXIS_WIDTH - 4),
        Math.max(1, height - TOP - AXIS_HEIGHT),
        now.nowMillis() - now.spanMillis(),
        now.nowMillis() + future,
        most);
  }

  private static double allowance(ChartReading now) {
    int size = now.allowance().size();
    return size == 0 ? 0 : now.allowance().valueAt(size - 1);
  }

  private void amountLines(GraphicsContext graphics, ChartReading now, ChartScale scale) {
    double step = scale.amountStep(44, now.base());
    for (double amount = 0; amount <= scale.most(); amount += step) {
      double y = Math.round(scale.y(amount)) + 0.5;
      graphics.setStroke(palette().of(Tone.GRID));
      graphics.strokeLine(scale.left(), y, scale.right(), y);
      String text = now.amounts().apply(Math.round(amount));
      label(graphics, text, Tone.TEXT_FAINT, scale.left() - 8, y, TextAlignment.RIGHT);
    }
  }

  private void timeLines(GraphicsContext graphics, ChartReading now, ChartScale scale) {
    long step = scale.timeStep(84);
    DateTimeFormatter format = Wording.pattern(step < 60_000 ? SECONDS : MINUTES);
    ZoneId zone = now.zone();
    long offset = zone.getRules().getOffset(Instant.ofEpochMilli(scale.from())).getTotalSeconds();
    long aligned = Math.floorDiv(scale.from() + offset * 1000, step) * step - offset * 1000;
    double y = scale.bottom() + AXIS_HEIGHT - 8;
    for (long at = aligned + step; at < scale.to(); at += step) {
      double x = Math.round(scale.x(at)) + 0.5;
      if (x > scale.left() + 16 && x < scale.right() - 20) {
        graphics.setStroke(palette().of(Tone.GRID));
        graphics.strokeLine(x, scale.bottom(), x, scale.bottom() + 4);
        String text = format.format(Instant.ofEpochMilli(at).atZone(zone));
        label(graphics, text, Tone.TEXT_FAINT, x, y, TextAlignment.CENTER);
      }
    }
  }

  private void curves(GraphicsContext graphics, ChartReading now, ChartScale scale) {
    Color colour = palette().of(LevelTones.fill(now.level()));
    graphics.setFill(colour.deriveColor(0, 1, 1, AREA_OPACITY));
    graphics.setStroke(colour);
    graphics.setLineWidth(1.75);
    curve.draw(graphics, now.used(), scale);
    double allowance = allowance(now);
    if (allowance <= 0) {
      return;
    }
    String text = now.amounts().apply(Math.round(allowance));
    if (allowance > scale.most()) {
      String above = Wording.text("chart.allowance.above", text);
      label(
          graphics, above, Tone.TEXT_MUTED, scale.left() + 8, scale.top() + 4, TextAlignment.LEFT);
      return;
    }
    graphics.setStroke(palette().of(Tone.TEXT_MUTED));
    graphics.setLineWidth(1.25);
    graphics.setLineDashes(5, 4);
    curve.drawHeld(graphics, now.allowance(), scale);
    double y = scale.y(allowance);
    graphics.setLineDashes();
    String caption = Wording.text("chart.allowance", text);
    label(graphics, caption, Tone.TEXT_MUTED, scale.left() + 8, y - 8, TextAlignment.LEFT);
  }

  private void ahead(GraphicsContext graphics, ChartReading now, ChartScale scale) {
    double x = Math.round(scale.x(now.nowMillis())) + 0.5;
    graphics.setStroke(palette().of(Tone.BORDER_STRONG));
    graphics.setLineWidth(1);
    graphics.strokeLine(x, scale.top(), x, scale.bottom());
    int last = now.used().size() - 1;
    if (last < 0 || now.exhaustedAtMillis().isEmpty()) {
      return;
    }
    long end = now.exhaustedAtMillis().getAsLong();
    double value = now.used().valueAt(last);
    double y = scale.y(value);
    double endX = scale.x(end);
    double endY = scale.y(allowance(now));
    double shownX = Math.min(endX, scale.right());
    double shownY = y + (endY - y) * (shownX - x) / Math.max(1, endX - x);
    Color colour = palette().of(Tone.WARNING);
    graphics.setStroke(colour);
    graphics.setLineWidth(1.75);
    graphics.setLineDashes(2, 4);
    graphics.strokeLine(x, y, shownX, shownY);
    graphics.setLineDashes();
    if (endX <= scale.right()) {
      graphics.setFill(colour);
      graphics.fillOval(endX - 4, endY - 4, 8, 8);
    }
    String at = Wording.pattern(MINUTES).format(Instant.ofEpochMilli(end).atZone(now.zone()));
    String caption = Wording.text("chart.runsOut", at);
    label(
        graphics,
        caption,
        Tone.WARNING_TEXT,
        scale.right(),
        scale.bottom() - 10,
        TextAlignment.RIGHT);
  }

  private void label(
      GraphicsContext graphics, String text, Tone tone, double x, double y, TextAlignment side) {
    graphics.setFont(Letterings.CAPTION.font());
    graphics.setFill(palette().of(tone));
    graphics.setTextAlign(side);
    graphics.setTextBaseline(VPos.CENTER);
    graphics.fillText(text, x, y);
  }

  private void point(double x) {
    reading.ifPresent(now -> readOut.point(now, scale(now, pointer.width(), pointer.height()), x));
  }
}
