package dev.headroom.console.view.forecast;

import dev.headroom.console.view.control.ChartScale;
import dev.headroom.console.view.control.Drawn;
import dev.headroom.console.view.control.LevelTones;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Tone;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.forecast.ForecastReading;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// What was used of a constraint, what will be, between bounds, and when it runs out. Where nothing
/// is known nothing is drawn. For the UI thread only.
public final class ForecastPlot extends Drawn {
  private static final double AXIS_WIDTH = 60;
  private static final double AXIS_HEIGHT = 20;
  private static final double TOP = 18;
  private static final double LABEL_SIZE = 11;
  private static final double LABEL_ROOM = 84;
  private static final double LINE_ROOM = 44;
  private static final double BAND_OPACITY = 0.2;
  private static final double OVER_ALLOWANCE = 1.25;
  private static final long MINUTE_MILLIS = 60_000;
  private static final double DAY_MILLIS = 86_400_000;

  private final Supplier<Font> font;
  private Optional<ForecastReading> reading = Optional.empty();

  /// @param font of the page, in which labels are written
  public ForecastPlot(Palette palette, Supplier<Font> font) {
    super(palette);
    this.font = font;
    setMinSize(160, 100);
    setPrefSize(420, 200);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
  }

  /// Draws `now`.
  public void show(ForecastReading now) {
    reading = Optional.of(now);
    setAccessibleText(Wording.text("forecast.accessible", now.title(), now.sentence()));
    repaint();
  }

  /// Draws nothing any more.
  public void clear() {
    reading = Optional.empty();
    setAccessibleText("");
    repaint();
  }

  @Override
  protected void paint(GraphicsContext graphics, double width, double height) {
    if (reading.isEmpty()) {
      return;
    }
    ForecastReading now = reading.get();
    if (now.ahead().isEmpty() && now.past().size() < 2) {
      return; // What there is to say is said beside it.
    }
    ChartScale scale = scale(now, width, height);
    graphics.setLineWidth(1);
    axes(graphics, now, scale);
    windowEnd(graphics, now, scale);
    band(graphics, now, scale);
    past(graphics, now, scale);
    expected(graphics, now, scale);
    allowance(graphics, now, scale);
    now.runsOut().ifPresent(runsOut -> runsOut(graphics, now, runsOut, scale));
    double x = Math.round(scale.x(now.nowMillis())) + 0.5;
    graphics.setStroke(palette().of(Tone.BORDER_STRONG));
    graphics.setLineWidth(1);
    graphics.strokeLine(x, scale.top(), x, scale.bottom());
  }

  private static ChartScale scale(ForecastReading now, double width, double height) {
    long to = now.ahead().isEmpty() ? now.nowMillis() : now.ahead().getLast().millis();
    long span = Math.max(60_000, to - now.nowMillis());
    long from =
        now.past().isEmpty()
            ? now.nowMillis() - span / 4
            : Math.max(now.past().getFirst().millis(), now.nowMillis() - 2 * span);
    double most = 1;
    for (ForecastReading.Used each : now.past()) {
      most = each.millis() >= from ? Math.max(most, (double) each.amount()) : most;
    }
    for (ForecastReading.Ahead each : now.ahead()) {
      most = Math.max(most, (double) each.high().orElse(each.expected()));
    }
    double room = now.allowance() * OVER_ALLOWANCE;
    boolean near = most * 4 >= now.allowance();
    return new ChartScale(
        AXIS_WIDTH,
        TOP,
        Math.max(1, width - AXIS_WIDTH - 8),
        Math.max(1, height - TOP - AXIS_HEIGHT),
        from,
        now.nowMillis() + span,
        near ? Math.max(room, Math.min(most * 1.05, room)) : most * 1.3);
  }

  private void axes(GraphicsContext graphics, ForecastReading now, ChartScale scale) {
    double step = scale.amountStep(LINE_ROOM, now.base());
    for (double amount = 0; amount <= scale.most(); amount += step) {
      double y = Math.round(scale.y(amount)) + 0.5;
      graphics.setStroke(palette().of(Tone.GRID));
      graphics.strokeLine(scale.left(), y, scale.right(), y);
      String label = now.amounts().apply(Math.round(amount));
      text(graphics, label, Tone.TEXT_FAINT, scale.left() - 8, y, TextAlignment.RIGHT);
    }
    long millis = scale.timeStep(LABEL_ROOM);
    long offset =
        now.zone().getRules().getOffset(Instant.ofEpochMilli(scale.from())).getTotalSeconds()
            * 1000L;
    long first = Math.floorDiv(scale.from() + offset, millis) * millis - offset + millis;
    for (long at = first; at < scale.to(); at += millis) {
      double x = Math.round(scale.x(at)) + 0.5;
      graphics.setStroke(palette().of(Tone.GRID));
      graphics.strokeLine(x, scale.bottom(), x, scale.bottom() + 4);
      if (x > scale.left() + 16 && x < scale.right() - 20) {
        double y = scale.bottom() + AXIS_HEIGHT - 8;
        String label = millis < MINUTE_MILLIS ? seconds(now, at) : time(now, scale, at);
        text(graphics, label, Tone.TEXT_FAINT, x, y, TextAlignment.CENTER);
      }
    }
  }

  private static String seconds(ForecastReading now, long at) {
    return Wording.pattern("pattern.clock").format(Instant.ofEpochMilli(at).atZone(now.zone()));
  }

  private static String time(ForecastReading now, ChartScale scale, long at) {
    boolean days = scale.to() - scale.from() > 2 * DAY_MILLIS;
    DateTimeFormatter format =
        Wording.pattern(days ? "pattern.dayAndMonth" : "pattern.clock.minute");
    return format.format(Instant.ofEpochMilli(at).atZone(now.zone()));
  }

  private void windowEnd(GraphicsContext graphics, ForecastReading now, ChartScale scale) {
    if (now.windowEnd().isEmpty() || now.windowEnd().getAsLong() > scale.to()) {
      return;
    }
    double x = Math.round(scale.x(now.windowEnd().getAsLong())) - 0.5;
    graphics.setStroke(palette().of(Tone.TEXT_FAINT));
    graphics.setLineDashes(1, 3);
    graphics.strokeLine(x, scale.top(), x, scale.bottom());
    graphics.setLineDashes();
    String label = Wording.text("forecast.resets", time(now, scale, now.windowEnd().getAsLong()));
    text(graphics, label, Tone.TEXT_FAINT, x - 4, scale.bottom() - 10, TextAlignment.RIGHT);
  }

  /// Between the bounds; none where too little is known for them.
  private void band(GraphicsContext graphics, ForecastReading now, ChartScale scale) {
    List<ForecastReading.Ahead> ahead = now.ahead();
    if (ahead.isEmpty() || ahead.stream().anyMatch(each -> each.high().isEmpty())) {
      return;
    }
    int count = ahead.size();
    double[] x = new double[2 * count];
    double[] y = new double[2 * count];
    for (int at = 0; at < count; at++) {
      ForecastReading.Ahead each = ahead.get(at);
      x[at] = scale.x(each.millis());
      y[at] = scale.y((double) each.high().orElse(each.expected()));
      x[2 * count - 1 - at] = x[at];
      y[2 * count - 1 - at] = scale.y((double) each.low());
    }
    graphics.setFill(colour(now).deriveColor(0, 1, 1, BAND_OPACITY));
    graphics.fillPolygon(x, y, 2 * count);
  }

  private Color colour(ForecastReading now) {
    return palette().of(LevelTones.fill(now.level()));
  }

  private void past(GraphicsContext graphics, ForecastReading now, ChartScale scale) {
    graphics.setStroke(palette().of(Tone.CONSUMED));
    graphics.setLineWidth(2);
    for (int at = 1; at < now.past().size(); at++) {
      ForecastReading.Used before = now.past().get(at - 1);
      ForecastReading.Used each = now.past().get(at);
      if (before.millis() >= scale.from()) {
        graphics.strokeLine(
            scale.x(before.millis()),
            scale.y((double) before.amount()),
            scale.x(each.millis()),
            scale.y((double) each.amount()));
      }
    }
  }

  private void expected(GraphicsContext graphics, ForecastReading now, ChartScale scale) {
    graphics.setStroke(colour(now));
    graphics.setLineWidth(2);
    graphics.setLineDashes(5, 4);
    for (int at = 1; at < now.ahead().size(); at++) {
      ForecastReading.Ahead before = now.ahead().get(at - 1);
      ForecastReading.Ahead each = now.ahead().get(at);
      graphics.strokeLine(
          scale.x(before.millis()),
          scale.y((double) before.expected()),
          scale.x(each.millis()),
          scale.y((double) each.expected()));
    }
    graphics.setLineDashes();
  }

  private void allowance(GraphicsContext graphics, ForecastReading now, ChartScale scale) {
    String amount = now.amounts().apply(now.allowance());
    if (now.allowance() > scale.most()) {
      String above = Wording.text("chart.allowance.above", amount);
      text(graphics, above, Tone.TEXT_MUTED, scale.left() + 8, scale.top() - 8, TextAlignment.LEFT);
      return;
    }
    double y = Math.round(scale.y((double) now.allowance())) + 0.5;
    graphics.setStroke(palette().of(Tone.TEXT_MUTED));
    graphics.setLineWidth(1.25);
    graphics.strokeLine(scale.left(), y, scale.right(), y);
    String caption = Wording.text("chart.allowance", amount);
    text(graphics, caption, Tone.TEXT_MUTED, scale.left() + 8, y - 9, TextAlignment.LEFT);
  }

  /// A bar from the earliest to the latest on the line of the allowance, and a dot at the likely.
  private void runsOut(
      GraphicsContext graphics,
      ForecastReading now,
      ForecastReading.RunsOut runsOut,
      ChartScale scale) {
    double y = Math.round(scale.y((double) now.allowance())) + 0.5;
    double from = scale.x(Math.min(runsOut.earliest(), scale.to()));
    double to = scale.x(Math.min(runsOut.latest().orElse(scale.to()), scale.to()));
    graphics.setStroke(palette().of(Tone.WARNING));
    graphics.setLineWidth(4);
    graphics.strokeLine(from, y, to, y);
    if (runsOut.expected().isPresent()) {
      double x = scale.x(Math.min(runsOut.expected().getAsLong(), scale.to()));
      graphics.setFill(palette().of(Tone.WARNING));
      graphics.fillOval(x - 5, y - 5, 10, 10);
      String label =
          Wording.text("chart.runsOut", time(now, scale, runsOut.expected().getAsLong()));
      boolean left = x > scale.left() + scale.width() * 3 / 4;
      text(
          graphics,
          label,
          Tone.WARNING_TEXT,
          left ? x + 5 : x,
          y - 14,
          left ? TextAlignment.RIGHT : TextAlignment.CENTER);
    }
  }

  private void text(
      GraphicsContext graphics, String text, Tone tone, double x, double y, TextAlignment side) {
    graphics.setFont(Font.font(font.get().getFamily(), LABEL_SIZE));
    graphics.setFill(palette().of(tone));
    graphics.setTextAlign(side);
    graphics.setTextBaseline(VPos.CENTER);
    graphics.fillText(text, x, y);
  }
}
