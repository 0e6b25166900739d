package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.Times;
import dev.headroom.console.viewmodel.Wording;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads spans of time as people type them: `2h`, `1 h 30 min`, `90s`, `500 ms`, `3 d`; in German
/// too, `2 Std.`. Pure.
public final class Spans {
  private static final Pattern PART = Pattern.compile("\\s*(\\d{1,12})\\s*([a-z]+)\\.?");
  private static final Duration MAX = Duration.ofDays(366);

  private Spans() {}

  /// Reads a span of at most 366 days.
  public static Typed<Duration> read(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    if (lower.equals("0")) {
      return new Typed.Right<>(Duration.ZERO);
    }
    Matcher part = PART.matcher(lower);
    Duration sum = Duration.ZERO;
    int end = 0;
    while (part.find() && part.start() == end) {
      long millis = millis(part.group(2));
      if (millis == 0) {
        return new Typed.Wrong<>(Wording.text("typed.span"));
      }
      sum = sum.plus(Duration.ofMillis(millis).multipliedBy(Long.parseLong(part.group(1))));
      end = part.end();
    }
    if (end == 0 || end != lower.length()) {
      return new Typed.Wrong<>(Wording.text("typed.span"));
    }
    return sum.compareTo(MAX) > 0
        ? new Typed.Wrong<>(Wording.text("typed.span.long"))
        : new Typed.Right<>(sum);
  }

  /// What is to be typed to mean exactly this span, as short as can be.
  public static String text(Duration span) {
    String figure = Times.span(span);
    if (read(figure).meaning().filter(span::equals).isPresent()) {
      return figure;
    }
    boolean whole = span.toMillis() % 1000 == 0;
    return whole
        ? span.toSeconds() + " " + Wording.text("span.s")
        : span.toMillis() + " " + Wording.text("span.ms");
  }

  private static long millis(String unit) {
    return switch (unit) {
      case "ms" -> 1;
      case "s", "sec" -> 1_000;
      case "m", "min" -> 60_000;
      case "h", "std" -> 3_600_000;
      case "d", "day", "days", "tg", "tag", "tage" -> 86_400_000;
      case "w", "week", "weeks", "woche", "wochen" -> 604_800_000;
      default -> 0;
    };
  }
}
