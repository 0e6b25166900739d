package dev.headroom.app.report;

import com.google.errorprone.annotations.FormatMethod;
import dev.headroom.model.suggestion.Advice;
import dev.headroom.model.suggestion.Figure;
import dev.headroom.model.suggestion.Gain;
import dev.headroom.model.suggestion.Measure;
import dev.headroom.model.suggestion.Remedy;
import dev.headroom.model.suggestion.Suggestion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Collectors;

/// Suggestions for people who read them in a terminal; `--json` has them as they are.
final class SuggestionText {
  private SuggestionText() {}

  /// All of an advice.
  ///
  /// @param withDismissed whether those that somebody dismissed are listed too
  static String of(Advice advice, boolean withDismissed) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%s from %s to %s, %,d requests replayed",
        advice.path(),
        advice.from(),
        advice.to(),
        advice.requests());
    if (advice.isTooYoung()) {
      line(text, "too little has happened yet: suggestions need %s", Advice.SPAN_LEAST);
      return text.toString();
    }
    if (advice.suggestions().isEmpty()) {
      line(text, "nothing to suggest");
    }
    int number = 0;
    for (Suggestion suggestion : advice.suggestions()) {
      number++;
      text.append(System.lineSeparator());
      add(text, Integer.toString(number) + ".", suggestion);
    }
    if (withDismissed) {
      for (Advice.Dismissed each : advice.dismissed()) {
        text.append(System.lineSeparator());
        add(text, "-", each.suggestion());
        line(text, "   dismissed   by %s: %s", each.why().author(), each.why().reason());
      }
    } else if (!advice.dismissed().isEmpty()) {
      line(text, "%n%d dismissed; --all lists them", advice.dismissed().size());
    }
    return text.toString();
  }

  private static void add(StringBuilder text, String mark, Suggestion suggestion) {
    line(text, "%s %s %s", mark, suggestion.path(), what(suggestion.remedy()));
    Gain gain = suggestion.gain();
    line(
        text,
        "   gain        %s %s instead of %s (-%s %%)",
        words(gain.measure()),
        number(gain.after()),
        number(gain.before()),
        gain.percent().setScale(0, RoundingMode.HALF_UP));
    line(
        text,
        "   evidence    %s",
        suggestion.evidence().stream()
            .map(SuggestionText::figure)
            .collect(Collectors.joining(", ")));
    line(
        text,
        "   risk        %s, confidence %s",
        suggestion.risk().name().toLowerCase(Locale.ROOT),
        suggestion.confidence().name().toLowerCase(Locale.ROOT));
  }

  private static String what(Remedy remedy) {
    return switch (remedy) {
      case Remedy.ReduceAllowance(var limit, long from, long to) ->
          say("lower %s from %,d to %,d", limit, from, to);
      case Remedy.RaiseAllowance(var limit, long from, long to) ->
          say("raise %s from %,d to %,d", limit, from, to);
      case Remedy.Rebalance(var limit, var shares) ->
          say(
              "rebalance %s: %s",
              limit,
              shares.stream()
                  .map(share -> say("%s from %,d to %,d", share.path(), share.from(), share.to()))
                  .collect(Collectors.joining(", ")));
      case Remedy.Soften(var limit, long amount, var grace) ->
          say("soften %s, %,d: grant more for up to %s", limit, amount, grace);
      case Remedy.Substitute(var purpose, var dear, var cheap) ->
          say("callers: use %s instead of %s for \"%s\"", cheap, dear, purpose);
      case Remedy.SubstituteType(var purpose, var dear, var cheap) ->
          say("callers: ask for %s first and for %s instead, for \"%s\"", cheap, dear, purpose);
      case Remedy.Batch(var purpose, int size) ->
          say("callers: reserve once for %d of \"%s\"", size, purpose);
      case Remedy.Cache(var purpose, var label) ->
          say("callers: keep results of \"%s\" by the label %s", purpose, label);
      case Remedy.Schedule schedule ->
          say(
              "callers: do \"%s\" from %02d:00 on instead of %02d:00, for %d h",
              schedule.purpose(), schedule.idleHour(), schedule.busyHour(), schedule.hours());
      case Remedy.RightSizeLease(var purpose, var from, var to) ->
          say("callers: reserve for %s instead of %s for \"%s\"", to, from, purpose);
      case Remedy.ChangeStrategy(var pool, var from, var to) ->
          say("decide by %s instead of %s at pool %s", to, from, pool);
    };
  }

  private static String figure(Figure figure) {
    return words(figure.measure()) + " " + number(figure.value());
  }

  private static String words(Measure measure) {
    String words = measure.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return switch (measure.unit()) {
      case MILLIS -> words + " (ms)";
      case PERCENT -> words + " (%)";
      case CREDITS -> words + " (credits)";
      case AMOUNT_SECONDS -> words + " (unit seconds)";
      case AMOUNT, COUNT -> words;
    };
  }

  private static String number(BigDecimal value) {
    return value.scale() > 0 ? value.toPlainString() : say("%,d", value.toBigInteger());
  }

  @FormatMethod
  private static String say(String form, Object... parts) {
    return String.format(Locale.ROOT, form, parts);
  }

  @FormatMethod
  private static void line(StringBuilder text, String form, Object... parts) {
    text.append(say(form, parts)).append(System.lineSeparator());
  }
}
