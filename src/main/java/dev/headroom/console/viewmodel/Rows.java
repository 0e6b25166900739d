package dev.headroom.console.viewmodel;

import dev.headroom.model.Alert;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Explanation;
import dev.headroom.model.Priority;
import dev.headroom.model.ResourceType;
import dev.headroom.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// Turns what an instance lists into rows for people. Pure.
final class Rows {
  private Rows() {}

  static AlertRow alert(Alert alert, Instant now) {
    String used =
        Figures.percent(alert.used(), alert.allowance())
            + " · "
            + Wording.text(
                "bar.of",
                Figures.amount(alert.type(), alert.used()),
                Figures.amountWithUnit(alert.type(), alert.allowance()));
    return new AlertRow(
        alert.constraint() + " " + alert.percent(),
        level(alert.severity()),
        Wording.text("severity." + alert.severity().name()),
        alert.constraint().path().text(),
        Phrases.scope(alert.constraint().path()),
        Phrases.constraint(alert.constraint()),
        alert.percent() + " %",
        used,
        Times.ago(now, alert.raisedAt()),
        alert.repeats() == 0 ? "" : "×" + (alert.repeats() + 1));
  }

  static AllocationRow allocation(AllocationStatus status, Instant now) {
    return new AllocationRow(
        status.id().toString(),
        status.path().text(),
        Phrases.scope(status.path()),
        lines(status, AllocationStatus.Line::reserved),
        lines(status, AllocationStatus.Line::consumed),
        priority(status.priority()),
        Times.ago(now, status.since()),
        Times.shortSpan(Duration.between(now, status.until())),
        status.purpose());
  }

  /// @param chain the constraints of the request's first line, where they are known
  static WaitRow waiting(AllocationStatus status, Optional<Explanation> chain, Instant now) {
    Optional<Explanation.Link> binding =
        chain.flatMap(known -> known.binding().map(at -> known.links().get(at)));
    ResourceType type = status.lines().getFirst().type();
    long wanted = status.lines().getFirst().reserved();
    return new WaitRow(
        status.id().toString(),
        status.path().text(),
        Phrases.scope(status.path()),
        lines(status, AllocationStatus.Line::reserved),
        priority(status.priority()),
        Times.span(Duration.between(status.since(), now)),
        Times.span(Duration.between(now, status.until())),
        binding.map(link -> blockedBy(type, link)).orElse("–"),
        binding.map(link -> outlook(wanted, link, now)).orElse("–"),
        status.purpose());
  }

  private static String blockedBy(ResourceType type, Explanation.Link link) {
    String constraint = Phrases.constraint(link.constraint());
    String scope = Phrases.scope(link.constraint().path());
    String free = Figures.amountWithUnit(type, Math.max(0, link.headroom()));
    return Wording.text("wait.blocked", scope, constraint, free);
  }

  /// When what is missing may be there: by refill, by a new window, or when others release.
  private static String outlook(long wanted, Explanation.Link link, Instant now) {
    long missing = wanted - link.headroom();
    if (missing <= 0) {
      return Wording.text("wait.fits");
    }
    if (wanted > link.allowance()) {
      return Wording.text("wait.never");
    }
    Optional<String> refill =
        link.pool()
            .flatMap(pool -> pool.pool().terms().replenishment())
            .map(flow -> {
              double millis = (double) missing / flow.amount() * flow.interval().toMillis();
              return Wording.text("wait.refill", Times.shortSpan(Duration.ofMillis((long) millis)));
            });
    Optional<String> window =
        link.limit()
            .flatMap(limit -> limit.windowEnd())
            .map(end -> Wording.text("wait.window", Times.shortSpan(Duration.between(now, end))));
    return refill.or(() -> window).orElse(Wording.text("wait.release"));
  }

  private static String lines(
      AllocationStatus status, ToLongFunction<AllocationStatus.Line> amount) {
    return status.lines().stream()
        .filter(line -> amount.applyAsLong(line) > 0)
        .map(line -> Figures.amountWithUnit(line.type(), amount.applyAsLong(line)))
        .collect(Collectors.joining(", "));
  }

  private static String priority(Priority priority) {
    return Wording.text("priority." + priority.name());
  }

  static Level level(Severity severity) {
    return switch (severity) {
      case INFO -> Level.CALM;
      case WARNING -> Level.WARNING;
      case CRITICAL -> Level.CRITICAL;
    };
  }
}
