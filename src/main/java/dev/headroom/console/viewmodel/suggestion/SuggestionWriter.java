package dev.headroom.console.viewmodel.suggestion;

import dev.headroom.console.viewmodel.Fact;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Times;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.LimitKey;
import dev.headroom.model.ResourceType;
import dev.headroom.model.suggestion.Advice;
import dev.headroom.model.suggestion.Dismissal;
import dev.headroom.model.suggestion.Figure;
import dev.headroom.model.suggestion.Gain;
import dev.headroom.model.suggestion.Measure;
import dev.headroom.model.suggestion.Remedy;
import dev.headroom.model.suggestion.Suggestion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Puts suggestions into words.
final class SuggestionWriter {
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

  private final ZoneId zone;

  SuggestionWriter(ZoneId zone) {
    this.zone = zone;
  }

  /// What all of it is made of: `2 Mar 2026 09:00 to 2 Mar 2026 13:00 · 4,812 requests replayed`.
  String span(Advice advice) {
    return Wording.text(
        "suggestion.seen",
        minute(advice.from()),
        minute(advice.to()),
        Figures.whole(advice.requests()));
  }

  /// How much is missing before anything can be suggested.
  String young(Advice advice) {
    return Wording.text(
        "suggestion.young",
        Times.span(Advice.SPAN_LEAST),
        Times.span(Duration.between(advice.from(), advice.to())));
  }

  private String minute(Instant instant) {
    return Wording.pattern("pattern.toTheMinute").format(instant.atZone(zone));
  }

  SuggestionReading reading(Suggestion suggestion, Optional<Dismissal> dismissal) {
    return new SuggestionReading(
        suggestion.id().value(),
        title(suggestion.remedy()),
        Phrases.scope(suggestion.path()),
        suggestion.path().text(),
        what(suggestion.remedy()),
        gain(suggestion),
        kept(suggestion.gain()),
        suggestion.evidence().stream().map(figure -> fact(suggestion, figure)).toList(),
        how(suggestion.remedy()),
        Wording.text("suggestion.risk." + suggestion.risk()),
        Wording.text("suggestion.confidence." + suggestion.confidence()),
        dismissal.map(this::dismissed).orElse(""));
  }

  private static String title(Remedy remedy) {
    return remedy instanceof Remedy.SubstituteType
        ? Wording.text("suggestion.kind.type")
        : Wording.text("suggestion.kind." + remedy.kind());
  }

  private static String how(Remedy remedy) {
    if (remedy.kind().isConfiguration()) {
      return "";
    }
    return remedy instanceof Remedy.SubstituteType
        ? Wording.text("suggestion.how.type")
        : Wording.text("suggestion.how." + remedy.kind());
  }

  private String dismissed(Dismissal dismissal) {
    return Wording.text(
        "suggestion.dismissed.by", dismissal.author(), minute(dismissal.at()), dismissal.reason());
  }

  private static String what(Remedy remedy) {
    return switch (remedy) {
      case Remedy.ReduceAllowance(var limit, long from, long to) -> changed(limit, from, to);
      case Remedy.RaiseAllowance(var limit, long from, long to) -> changed(limit, from, to);
      case Remedy.Rebalance(var limit, var shares) ->
          Wording.text(
              "suggestion.what.shares",
              name(limit),
              shares.stream()
                  .map(share ->
                      Wording.text(
                          "suggestion.what.share",
                          Phrases.scope(share.path()),
                          Figures.amount(limit.type(), share.to()),
                          Figures.amount(limit.type(), share.from())))
                  .collect(Collectors.joining(" · ")));
      case Remedy.Soften(var limit, long amount, var grace) ->
          Wording.text(
              "suggestion.what.soften",
              name(limit),
              Figures.amount(limit.type(), amount),
              Times.span(grace));
      case Remedy.Substitute(var purpose, var dear, var cheap) ->
          Wording.text("suggestion.what.substitute", work(purpose), cheap, dear);
      case Remedy.SubstituteType(var purpose, var dear, var cheap) ->
          Wording.text(
              "suggestion.what.type", work(purpose), Figures.name(cheap), Figures.name(dear));
      case Remedy.Batch(var purpose, int size) ->
          Wording.text("suggestion.what.batch", work(purpose), Figures.whole(size));
      case Remedy.Cache(var purpose, var label) ->
          Wording.text("suggestion.what.cache", work(purpose), label);
      case Remedy.Schedule schedule ->
          Wording.text(
              "suggestion.what.schedule",
              work(schedule.purpose()),
              schedule.idleHour(),
              schedule.busyHour(),
              Times.span(Duration.ofHours(schedule.hours())));
      case Remedy.RightSizeLease(var purpose, var from, var to) ->
          Wording.text("suggestion.what.lease", work(purpose), Times.span(to), Times.span(from));
      case Remedy.ChangeStrategy(var pool, var from, var to) ->
          Wording.text(
              "suggestion.what.strategy",
              pool.value(),
              Wording.text("strategy." + to),
              Wording.text("strategy." + from));
    };
  }

  private static String changed(LimitKey limit, long from, long to) {
    return Wording.text(
        "suggestion.what.limit",
        name(limit),
        Figures.amount(limit.type(), to),
        Figures.amount(limit.type(), from));
  }

  private static String name(LimitKey limit) {
    return Figures.name(limit.type())
        + limit.period().map(period -> " " + Phrases.per(period)).orElse("");
  }

  private static String work(String purpose) {
    return purpose.isEmpty()
        ? Wording.text("suggestion.work.unnamed")
        : Wording.text("suggestion.work", purpose);
  }

  private static String gain(Suggestion suggestion) {
    Gain gain = suggestion.gain();
    return Wording.text(
        "suggestion.gain",
        Wording.text("suggestion.measure." + gain.measure()),
        value(suggestion, gain.measure(), gain.after()),
        value(suggestion, gain.measure(), gain.before()),
        gain.percent());
  }

  private static double kept(Gain gain) {
    return gain.before().signum() == 0
        ? 0
        : Math.clamp(gain.after().doubleValue() / gain.before().doubleValue(), 0, 1);
  }

  private static Fact fact(Suggestion suggestion, Figure figure) {
    return new Fact(
        Wording.text("suggestion.measure." + figure.measure()),
        value(suggestion, figure.measure(), figure.value()));
  }

  private static String value(Suggestion suggestion, Measure measure, BigDecimal value) {
    Optional<ResourceType> type = suggestion.type();
    return switch (measure.unit()) {
      case COUNT -> Figures.count(whole(value));
      case MILLIS -> Times.span(Duration.ofMillis(whole(value)));
      case CREDITS -> Figures.decimals(value);
      case PERCENT -> Wording.text("suggestion.percent", whole(value));
      case AMOUNT -> type.map(of -> Figures.amount(of, whole(value))).orElseGet(value::toString);
      case AMOUNT_SECONDS -> {
        BigDecimal hours = value.divide(SECONDS_PER_HOUR, 0, RoundingMode.HALF_UP);
        yield type.map(of -> Wording.text("report.hours", Figures.amount(of, whole(hours))))
            .orElseGet(hours::toString);
      }
    };
  }

  private static long whole(BigDecimal value) {
    return value.min(MOST).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /// All of an advice, those that nobody dismissed first.
  List<SuggestionReading> readings(Advice advice) {
    List<SuggestionReading> all =
        new ArrayList<>(
            advice.suggestions().stream()
                .map(suggestion -> reading(suggestion, Optional.empty()))
                .toList());
    advice
        .dismissed()
        .forEach(each -> all.add(reading(each.suggestion(), Optional.of(each.why()))));
    return List.copyOf(all);
  }
}
