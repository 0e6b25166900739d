package dev.headroom.console.viewmodel;

import dev.headroom.model.Denial;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says what happened. Pure.
final class EventSentences {
  private EventSentences() {}

  static EventRow row(Event event, Instant now, ZoneId zone) {
    return new EventRow(
        event.sequence(),
        level(event.body()),
        Times.clock(now, event.at(), zone),
        Wording.text("family." + event.body().family().name()),
        event.body().path().text(),
        Phrases.scope(event.body().path()),
        sentence(event.body()));
  }

  private static String sentence(Event.Body body) {
    return switch (body) {
      case Event.Granted granted ->
          granted.waitedMillis() == 0
              ? Wording.text("event.granted", lines(granted.lines()))
              : Wording.text(
                  "event.granted.waited",
                  lines(granted.lines()),
                  Times.span(Duration.ofMillis(granted.waitedMillis())));
      case Event.Used used -> used(used);
      case Event.Ended ended ->
          Wording.text(
              "event.ended",
              Wording.text("end." + ended.cause().name()),
              ended.returned().isEmpty() ? "–" : lines(ended.returned()));
      case Event.Renewed _ -> Wording.text("event.renewed");
      case Event.Resized resized ->
          Wording.text(
              "event.resized", Figures.amountWithUnit(resized.type(), resized.difference()));
      case Event.Queued queued -> Wording.text("event.queued", because(queued.because()));
      case Event.Preempted preempted ->
          Wording.text(
              "event.preempted",
              Phrases.scope(preempted.byPath()),
              Wording.text("priority." + preempted.byPriority().name()),
              Phrases.constraint(preempted.at()));
      case Event.Denied denied -> Wording.text("event.denied", because(denied.denials()));
      case Event.AlertRaised raised -> raised(raised);
      case Event.AlertCleared cleared ->
          Wording.text(
              "event.alert.cleared", Phrases.constraint(cleared.constraint()), cleared.percent());
      case Event.StandingChanged changed ->
          Wording.text(
              Softness.key("event.standing.", changed.standing()),
              Phrases.constraint(changed.constraint()),
              Figures.amount(changed.type(), changed.used()),
              Figures.amountWithUnit(changed.type(), changed.allowance()));
      case Event.Exhausted exhausted ->
          Wording.text("event.exhausted", Figures.name(exhausted.type()).toLowerCase(Locale.ROOT));
      case Event.ConfigChanged changed ->
          Wording.text(
              "event.config",
              changed.changes().size(),
              changed.version(),
              changed.author(),
              changed.reason());
      case Event.ToppedUp topped ->
          Wording.text(
              "event.toppedUp",
              topped.pool().value(),
              Figures.count(topped.amount()),
              topped.author());
      case Event.ScopeClosed _ -> Wording.text("event.closed");
    };
  }

  private static Level level(Event.Body body) {
    return switch (body) {
      case Event.AlertRaised raised -> Rows.level(raised.severity());
      case Event.Denied _, Event.Preempted _ -> Level.WARNING;
      case Event.Exhausted _ -> Level.CRITICAL;
      case Event.StandingChanged changed -> Softness.level(changed.standing());
      case Event.Granted _,
          Event.Used _,
          Event.Ended _,
          Event.Renewed _,
          Event.Resized _,
          Event.Queued _,
          Event.AlertCleared _,
          Event.ConfigChanged _,
          Event.ToppedUp _,
          Event.ScopeClosed _ ->
          Level.CALM;
    };
  }

  private static String raised(Event.AlertRaised raised) {
    return Wording.text(
        "event.alert.raised",
        Phrases.constraint(raised.constraint()),
        raised.percent(),
        Figures.amount(raised.type(), raised.used()),
        Figures.amountWithUnit(raised.type(), raised.allowance()));
  }

  private static String used(Event.Used used) {
    String amount = Figures.amountWithUnit(used.type(), used.amount());
    return used.overageCharge().equals(Money.ZERO)
        ? Wording.text("event.used", amount)
        : Wording.text("event.used.overage", amount, used.overageCharge());
  }

  private static String lines(List<GrantedLine> lines) {
    return lines.stream().map(EventSentences::line).collect(Collectors.joining(", "));
  }

  private static String line(GrantedLine line) {
    String amount = Figures.amountWithUnit(line.type(), line.granted());
    return line.flags().isEmpty()
        ? amount
        : Wording.text("event.flag." + line.flags().getLast().name(), amount);
  }

  private static String because(List<Denial> denials) {
    return denials.stream()
        .map(denial ->
            Wording.text(
                "denial",
                Figures.amountWithUnit(denial.type(), denial.requested()),
                Wording.text("reason." + denial.reason().name()),
                Phrases.scope(denial.binding().path()),
                Figures.amount(denial.type(), Math.max(0, denial.headroom()))))
        .collect(Collectors.joining("; "));
  }
}
