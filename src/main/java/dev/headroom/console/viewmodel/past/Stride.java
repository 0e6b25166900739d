package dev.headroom.console.viewmodel.past;

import dev.headroom.console.viewmodel.Times;
import java.time.Duration;
import java.util.List;

/// How far one goes at a time, by hand and while it plays.
public enum Stride {
  SECOND(Duration.ofSeconds(1)),
  TEN_SECONDS(Duration.ofSeconds(10)),
  MINUTE(Duration.ofMinutes(1)),
  TEN_MINUTES(Duration.ofMinutes(10)),
  HOUR(Duration.ofHours(1)),
  DAY(Duration.ofDays(1));

  /// All of them, the shortest first.
  public static final List<Stride> ALL = List.of(values());

  private static final int STEPS_USUAL = 200;

  private final Duration span;

  Stride(Duration span) {
    this.span = span;
  }

  /// How long it is.
  public Duration span() {
    return span;
  }

  /// For people: `10 s`.
  public String text() {
    return Times.shortSpan(span);
  }

  /// One with which all of a time is seen in so many steps that one can wait for it, and not less
  /// than ten seconds.
  public static Stride of(Duration all) {
    for (Stride stride : ALL.subList(TEN_SECONDS.ordinal(), ALL.size())) {
      if (stride.span.multipliedBy(STEPS_USUAL).compareTo(all) >= 0) {
        return stride;
      }
    }
    return DAY;
  }
}
