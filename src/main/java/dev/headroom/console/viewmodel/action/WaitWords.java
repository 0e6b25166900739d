package dev.headroom.console.viewmodel.action;

import dev.headroom.console.viewmodel.Fact;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Times;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.Conflict;
import dev.headroom.model.Explanation;
import dev.headroom.model.WaitStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Says in plain words who waits for what, what stands before it, and how it was decided. Pure.
final class WaitWords {
  private WaitWords() {}

  /// The blocker with an estimate: `Needs 400 tokens; user u7 has 120 left of its Tokens per day
  /// limit, refills 50 per 1 min. It may fit in about 6 min.`
  static String sentence(WaitLook look) {
    WaitStatus wait = look.status();
    String needs =
        Wording.text(
            "wait.sentence",
            amount(wait, wait.requested()),
            Phrases.scope(wait.at().path()),
            amount(wait, Math.max(0, wait.free())),
            Phrases.constraint(wait.at()));
    return needs + refill(look) + " " + estimate(look);
  }

  private static String refill(WaitLook look) {
    return look.link()
        .flatMap(Explanation.Link::pool)
        .flatMap(pool -> pool.pool().terms().replenishment())
        .map(flow ->
            Wording.text(
                "wait.sentence.refill",
                amount(look.status(), flow.amount()),
                Times.span(flow.interval())))
        .orElse(".");
  }

  private static String estimate(WaitLook look) {
    WaitStatus wait = look.status();
    if (look.link().filter(link -> wait.requested() > link.allowance()).isPresent()) {
      return Wording.text("wait.estimate.never");
    }
    if (wait.expectedAt().isEmpty()) {
      return Wording.text("wait.estimate.none");
    }
    Duration left = Duration.between(look.at(), wait.expectedAt().get());
    if (wait.expectedAt().get().isAfter(wait.until())) {
      return Wording.text(
          "wait.estimate.late",
          Times.shortSpan(left),
          Times.shortSpan(positive(Duration.between(look.at(), wait.until()))));
    }
    return left.toSeconds() < 1
        ? Wording.text("wait.estimate.now")
        : Wording.text("wait.estimate", Times.shortSpan(left));
  }

  static List<Fact> facts(WaitLook look) {
    WaitStatus wait = look.status();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            Wording.text("column.place"),
            Wording.text(
                "wait.place", Figures.count(wait.position()), Figures.count(wait.waiting()))));
    facts.add(
        new Fact(
            Wording.text("column.behind"),
            wait.behindPath().map(Phrases::scope).orElse(Wording.text("wait.behind.nobody"))));
    facts.add(
        new Fact(
            Wording.text("column.waited"),
            Wording.text(
                "wait.waited",
                Times.shortSpan(positive(Duration.between(wait.since(), look.at()))),
                Times.shortSpan(Duration.between(wait.since(), wait.until())))));
    String priority = Wording.text("priority." + wait.priority().name());
    facts.add(
        new Fact(
            Wording.text("column.priority"),
            wait.priority() == wait.effective()
                ? priority
                : Wording.text(
                    "wait.effective",
                    priority,
                    Wording.text("priority." + wait.effective().name()))));
    if (wait.starves()) {
      facts.add(new Fact(Wording.text("wait.starves"), Wording.text("wait.starves.meaning")));
    }
    return List.copyOf(facts);
  }

  /// Who holds what is waited for: the scope, and how much until when.
  static List<Fact> holders(WaitLook look) {
    return look.status().blockers().stream()
        .map(holder ->
            new Fact(
                Phrases.scope(holder.path()),
                Wording.text(
                    "wait.holds",
                    amount(look.status(), holder.reserved()),
                    Wording.text("priority." + holder.rank().name()),
                    Times.shortSpan(positive(Duration.between(look.at(), holder.until()))))))
        .toList();
  }

  /// A decision of the conflict's story: who, how, after how long, at whose cost, by whom and why.
  static Fact decision(Conflict conflict, Conflict.Decision decision, Instant now) {
    var how = new StringBuilder();
    how.append(
        Wording.text(
            "decision.how",
            Wording.text("verdict." + decision.verdict().name()),
            Times.span(Duration.ofMillis(decision.waitedMillis()))));
    if (!decision.losses().isEmpty()) {
      how.append(
          Wording.text(
              "decision.losses",
              decision.losses().stream()
                  .map(loss ->
                      Wording.text(
                          "remedy.loser",
                          Phrases.scope(loss.path()),
                          Figures.amountWithUnit(conflict.type(), loss.amount())))
                  .collect(Collectors.joining(", "))));
    }
    decision
        .ruling()
        .ifPresent(ruling ->
            how.append(Wording.text("decision.ruling", ruling.author(), ruling.reason())));
    return new Fact(
        Wording.text("decision.who", Phrases.scope(decision.path()), Times.ago(now, decision.at())),
        how.toString());
  }

  private static String amount(WaitStatus wait, long amount) {
    return Figures.amountWithUnit(wait.type(), amount);
  }

  private static Duration positive(Duration span) {
    return span.isNegative() ? Duration.ZERO : span;
  }
}
