package dev.headroom.console.viewmodel;

import dev.headroom.model.LimitStatus;
import dev.headroom.model.ResourceType;
import dev.headroom.model.TypeStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How use rises or falls at the scopes that are in view.
///
/// The trend of a scope is that of the type that presses most there, the first of its bars: `u(t) −
/// u(s)`, where `u` is what the bar shows as used, `t` is now and `s` the earliest instant in the
/// last [#SPAN] at which the scope was in view without a gap and in the same window of its limit.
/// It is told in hundredths of the allowance of the scope's own limit or, where it has none, as an
/// amount; less than a hundredth of the allowance, or else of the larger use, is steady.
///
/// It is made of the samples that [Curves] takes of what is in view: nothing is counted for the
/// scopes that are not, however many there are. For the UI thread only.
public final class Trends {
  /// How far back it looks.
  public static final Duration SPAN = Duration.ofMinutes(5);

  /// Over less time nothing is told.
  static final Duration SPAN_MIN = Duration.ofSeconds(5);

  private static final int POINTS = 24;

  /// A trend that becomes another twice a second cannot be read.
  private static final int SAMPLES_PER_LOOK = 4;

  private final Curves curves;

  Trends(Curves curves) {
    this.curves = curves;
  }

  /// Counts up when trends may be others.
  public int version() {
    return curves.samples() / SAMPLES_PER_LOOK;
  }

  /// The trend of a row.
  public TrendReading of(ScopeNode node) {
    return node.status()
        .flatMap(status ->
            Readings.pressing(status)
                .map(type ->
                    curves
                        .of(status.path(), type.type())
                        .map(curve -> of(type, curve))
                        .orElseGet(() -> unknown(type.type()))))
        .orElse(TrendReading.NONE);
  }

  private static TrendReading of(TypeStatus type, Curves.Curve curve) {
    TimeSeries used = curve.used();
    int last = used.size() - 1;
    int first = first(curve);
    if (first >= last || used.millisAt(last) - used.millisAt(first) < SPAN_MIN.toMillis()) {
      return unknown(type.type());
    }
    long now = Readings.usedNow(type);
    long before = (long) used.valueAt(first);
    long whole = type.tightest().map(LimitStatus::allowance).orElse(Math.max(now, before));
    boolean limited = type.tightest().isPresent();
    Duration span = Duration.ofSeconds((used.millisAt(last) - used.millisAt(first) + 500) / 1000);
    var change = new Change(type.type(), before, now, whole);
    return new TrendReading(
        change.direction(),
        change.text(limited),
        Wording.text("trend.span", Times.shortSpan(span)),
        Wording.text("trend.sentence", Figures.name(type.type()), change.exact(), Times.span(span)),
        points(used, first, last));
  }

  /// The earliest sample that counts.
  private static int first(Curves.Curve curve) {
    TimeSeries used = curve.used();
    int last = used.size() - 1;
    if (last < 0) {
      return 0;
    }
    long from = Math.max(used.millisAt(last) - SPAN.toMillis(), curve.windowSince());
    int first = used.indexAt(from - 1) + 1;
    for (int at = last; at >= first; at--) {
      if (Double.isNaN(used.valueAt(at))) {
        return at + 1;
      }
    }
    return first;
  }

  private static List<Double> points(TimeSeries used, int first, int last) {
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (int at = first; at <= last; at++) {
      least = Math.min(least, used.valueAt(at));
      most = Math.max(most, used.valueAt(at));
    }
    double range = Math.max(1, most - least);
    int count = Math.min(POINTS, last - first + 1);
    List<Double> points = new ArrayList<>(count);
    for (int point = 0; point < count; point++) {
      int at = first + (int) Math.round((double) point * (last - first) / (count - 1));
      points.add((used.valueAt(at) - least) / range);
    }
    return points;
  }

  private static TrendReading unknown(ResourceType type) {
    return new TrendReading(
        TrendReading.Direction.UNKNOWN,
        "",
        "",
        Wording.text("trend.unknown", Figures.name(type)),
        List.of());
  }

  /// @param whole of what it is a part
  private record Change(ResourceType type, long before, long now, long whole) {
    TrendReading.Direction direction() {
      if (Math.abs((double) now - before) * 100 < Math.max(1, whole)) {
        return TrendReading.Direction.STEADY;
      }
      return now > before ? TrendReading.Direction.RISES : TrendReading.Direction.FALLS;
    }

    String text(boolean inPercent) {
      if (direction() == TrendReading.Direction.STEADY) {
        return Wording.text("trend.steady");
      }
      long by = Math.abs(now - before);
      return sign() + (inPercent ? Figures.percent(by, whole) : Figures.amount(type, by));
    }

    String exact() {
      String by = Figures.exact(type, Math.abs(now - before));
      return Wording.text(
          "trend.exact",
          now == before ? by : sign() + by,
          Figures.exact(type, before),
          Figures.exact(type, now));
    }

    private String sign() {
      return now > before ? "+" : "−";
    }
  }
}
