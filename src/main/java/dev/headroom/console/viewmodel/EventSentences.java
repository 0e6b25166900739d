package dev.headroom.console.viewmodel;

import dev.headroom.model.AlertRef;
import dev.headroom.model.Command;
import dev.headroom.model.Denial;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.LentQuota;
import dev.headroom.model.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Says what happened. Pure.
public final class EventSentences {
  private EventSentences() {}

  /// An event as a row.
  ///
  /// @param now what is today
  public static EventRow row(Event event, Instant now, ZoneId zone) {
    return new EventRow(
        event.sequence(),
        level(event.body()),
        Times.clock(now, event.at(), zone),
        Wording.text("family." + event.body().family().name()),
        event.body().path().text(),
        Phrases.scope(event.body().path()),
        sentence(event.body(), at -> Times.clock(now, at, zone)));
  }

  /// @param clock how instants are said
  private static String sentence(Event.Body body, Function<Instant, String> clock) {
    return switch (body) {
      case Event.Granted granted -> granted(granted);
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
      case Event.Preempted preempted -> preempted(preempted);
      case Event.ConflictOpened opened ->
          Wording.text("event.conflict.opened", opened.conflict(), Phrases.constraint(opened.at()));
      case Event.ConflictDecided decided -> decided(decided);
      case Event.ConflictResolved resolved ->
          Wording.text(
              "event.conflict.resolved", resolved.conflict(), resolved.author(), resolved.reason());
      case Event.ConflictClosed closed ->
          Wording.text("event.conflict.closed", closed.conflict(), closed.decided());
      case Event.Shrunk shrunk -> shrunk(shrunk);
      case Event.DeadlockFound deadlock -> deadlock(deadlock);
      case Event.Denied denied -> Wording.text("event.denied", because(denied.denials()));
      case Event.AlertRaised raised -> raised(raised);
      case Event.AlertCleared cleared -> cleared(cleared);
      case Event.AlertAcknowledged known -> acknowledged(known);
      case Event.AlertReopened reopened ->
          Wording.text("event.alert.reopened", what(reopened.alert()));
      case Event.AlertsShelved shelved ->
          Wording.text(
              "event.alert.shelved", what(shelved.what()), shelved.author(), shelved.reason());
      case Event.AlertsUnshelved(var _, var what, var author) -> unshelved(what, author);
      case Event.StandingChanged changed -> standing(changed);
      case Event.Exhausted exhausted ->
          Wording.text("event.exhausted", Wording.within(Figures.name(exhausted.type())));
      case Event.ConfigChanged changed -> changed(changed);
      case Event.ToppedUp topped ->
          Wording.text(
              "event.toppedUp",
              topped.pool().value(),
              Figures.count(topped.amount()),
              topped.author());
      case Event.QuotaLent(var _, var loan) -> lent(loan, clock.apply(loan.until()));
      case Event.QuotaReturned returned -> returned(returned);
      case Event.CheckpointTaken taken -> taken(taken);
      case Event.CheckpointRestored restored -> restored(restored);
      case Event.CheckpointForgotten forgotten ->
          Wording.text("event.checkpoint.forgotten", forgotten.checkpoint());
      case Event.ScopeClosed _ -> Wording.text("event.closed");
    };
  }

  private static String lent(LentQuota loan, String until) {
    return Wording.text(
        "event.lent",
        Figures.amountWithUnit(loan.type(), loan.amount()),
        loan.pool().value(),
        Phrases.scope(loan.borrower()),
        until,
        loan.author(),
        loan.reason());
  }

  private static String returned(Event.QuotaReturned returned) {
    LentQuota loan = returned.loan();
    String amount = Figures.amountWithUnit(loan.type(), loan.amount());
    String peak = Figures.amount(loan.type(), returned.peak());
    String key = "event.returned." + returned.end().name();
    return returned.end() == LentQuota.End.RECALLED
        ? Wording.text(
            key,
            amount,
            loan.pool().value(),
            Phrases.scope(loan.borrower()),
            returned.author(),
            returned.reason(),
            peak)
        : Wording.text(key, amount, loan.pool().value(), Phrases.scope(loan.borrower()), peak);
  }

  private static String granted(Event.Granted granted) {
    String what =
        granted.waitedMillis() == 0
            ? Wording.text("event.granted", lines(granted.lines()))
            : Wording.text(
                "event.granted.waited",
                lines(granted.lines()),
                Times.span(Duration.ofMillis(granted.waitedMillis())));
    return granted.shortfalls().isEmpty()
        ? what
        : Wording.text("event.granted.part", what, because(granted.shortfalls()));
  }

  private static String preempted(Event.Preempted preempted) {
    return Wording.text(
        "event.preempted",
        Phrases.scope(preempted.byPath()),
        Wording.text("priority." + preempted.byPriority().name()),
        Phrases.constraint(preempted.at()));
  }

  private static String decided(Event.ConflictDecided decided) {
    return Wording.text(
        "event.conflict.decided",
        decided.conflict(),
        Wording.text("verdict." + decided.verdict().name()),
        Times.span(Duration.ofMillis(decided.waitedMillis())));
  }

  private static String shrunk(Event.Shrunk shrunk) {
    return Wording.text(
        "event.shrunk",
        Figures.amountWithUnit(shrunk.type(), shrunk.amount()),
        Phrases.scope(shrunk.byPath()),
        Phrases.constraint(shrunk.at()));
  }

  private static String deadlock(Event.DeadlockFound deadlock) {
    return Wording.text(
        "event.deadlock",
        deadlock.conflict(),
        deadlock.cycle().stream()
            .map(wait ->
                Wording.text(
                    "event.deadlock.wait",
                    Phrases.scope(wait.path()),
                    Phrases.constraint(wait.at())))
            .collect(Collectors.joining(", ")));
  }

  private static String changed(Event.ConfigChanged changed) {
    int changes = changed.changes().size();
    return Wording.text(
        changes == 1 ? "event.config.one" : "event.config",
        Figures.whole(changes),
        Figures.whole(changed.version()),
        changed.author(),
        changed.reason());
  }

  private static Level level(Event.Body body) {
    return switch (body) {
      case Event.AlertRaised raised -> Rows.level(raised.severity());
      case Event.Denied _, Event.Preempted _, Event.Shrunk _, Event.DeadlockFound _ ->
          Level.WARNING;
      case Event.Exhausted _ -> Level.CRITICAL;
      case Event.StandingChanged changed -> Softness.level(changed.standing());
      case Event.Granted _,
          Event.Used _,
          Event.Ended _,
          Event.Renewed _,
          Event.Resized _,
          Event.Queued _,
          Event.ConflictOpened _,
          Event.ConflictDecided _,
          Event.ConflictResolved _,
          Event.ConflictClosed _,
          Event.AlertCleared _,
          Event.AlertAcknowledged _,
          Event.AlertReopened _,
          Event.AlertsShelved _,
          Event.AlertsUnshelved _,
          Event.CheckpointTaken _,
          Event.CheckpointRestored _,
          Event.CheckpointForgotten _,
          Event.ConfigChanged _,
          Event.QuotaLent _,
          Event.QuotaReturned _,
          Event.ToppedUp _,
          Event.ScopeClosed _ ->
          Level.CALM;
    };
  }

  private static String acknowledged(Event.AlertAcknowledged known) {
    return Wording.text(
        known.note().isBlank() ? "event.alert.known" : "event.alert.known.note",
        what(known.alert()),
        known.author(),
        known.note());
  }

  private static String unshelved(Command.Shelvable what, String author) {
    return author.isEmpty()
        ? Wording.text("event.alert.back", what(what))
        : Wording.text("event.alert.unshelved", what(what), author);
  }

  private static String taken(Event.CheckpointTaken taken) {
    return Wording.text("event.checkpoint.taken", taken.checkpoint(), taken.allocations());
  }

  private static String restored(Event.CheckpointRestored restored) {
    return Wording.text(
        restored.lacking() == 0 ? "event.checkpoint.restored" : "event.checkpoint.restored.part",
        restored.checkpoint(),
        restored.reserved(),
        restored.lacking());
  }

  private static String standing(Event.StandingChanged changed) {
    return Wording.text(
        Softness.key("event.standing.", changed.standing()),
        Phrases.constraint(changed.constraint()),
        Figures.amount(changed.type(), changed.used()),
        Figures.amountWithUnit(changed.type(), changed.allowance()));
  }

  private static String what(AlertRef alert) {
    return Phrases.alert(alert);
  }

  private static String what(Command.Shelvable what) {
    return switch (what) {
      case Command.Shelvable.One(var alert) -> what(alert);
      case Command.Shelvable.Subtree(var path) ->
          Wording.text("event.alert.all", Phrases.scope(path));
    };
  }

  private static String cleared(Event.AlertCleared cleared) {
    String constraint = Phrases.constraint(cleared.constraint());
    return cleared.percent() == AlertRef.FORECAST
        ? Wording.text("event.forecast.cleared", constraint)
        : Wording.text("event.alert.cleared", constraint, cleared.percent());
  }

  private static String raised(Event.AlertRaised raised) {
    if (raised.forecast().isPresent()) {
      return Wording.text(
          "event.forecast.raised",
          Phrases.constraint(raised.constraint()),
          Figures.amount(raised.type(), raised.used()),
          Figures.amountWithUnit(raised.type(), raised.allowance()));
    }
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
        : Wording.text(
            "event.used.overage", amount, Figures.decimals(used.overageCharge().credits()));
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
