package dev.headroom.console.viewmodel;

import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Explanation;
import dev.headroom.model.Priority;
import dev.headroom.model.Severity;
import dev.headroom.model.WaitStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// Turns what an instance lists into rows for people. Pure.
public final class Rows {
  private Rows() {}

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

  /// One who waits.
  ///
  /// @param chain the constraints of what it waits for, where they are known
  public static WaitRow waiting(WaitStatus wait, Optional<Explanation> chain, Instant now) {
    Optional<Explanation.Link> link =
        chain.flatMap(known ->
            known.links().stream().filter(one -> one.constraint().equals(wait.at())).findFirst());
    return new WaitRow(
        wait.id().toString(),
        wait.path().text(),
        Phrases.scope(wait.path()),
        priority(wait.priority()),
        Wording.text("wait.at", Phrases.scope(wait.at().path()), Phrases.constraint(wait.at())),
        Wording.text(
            "wait.needs",
            Figures.amount(wait.type(), wait.requested()),
            Figures.amount(wait.type(), Math.max(0, wait.free()))),
        Wording.text("wait.place", Figures.count(wait.position()), Figures.count(wait.waiting())),
        wait.behindPath().map(Phrases::scope).orElse(Wording.text("wait.behind.nobody")),
        outlook(wait, link, now),
        Wording.text(
            "wait.waited",
            Times.shortSpan(sinceThen(wait.since(), now)),
            Times.shortSpan(Duration.between(wait.since(), wait.until()))));
  }

  /// A list may be newer than the clock that is on show.
  private static Duration sinceThen(Instant since, Instant now) {
    return since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
  }

  /// When what is missing may be there: by refill, by a new window, or when others release. Only
  /// the first in line can be told: what the others get depends on those ahead.
  private static String outlook(WaitStatus wait, Optional<Explanation.Link> link, Instant now) {
    long missing = wait.requested() - wait.free();
    if (link.isPresent() && wait.requested() > link.get().allowance()) {
      return Wording.text("wait.never");
    }
    if (wait.position() > 1) {
      return Wording.text("wait.after", Figures.count(wait.position() - 1));
    }
    if (missing <= 0) {
      return Wording.text("wait.fits");
    }
    Optional<String> refill =
        link.flatMap(Explanation.Link::pool)
            .flatMap(pool -> pool.pool().terms().replenishment())
            .map(flow -> {
              double millis = (double) missing / flow.amount() * flow.interval().toMillis();
              return Wording.text("wait.refill", Times.shortSpan(Duration.ofMillis((long) millis)));
            });
    Optional<String> window =
        link.flatMap(Explanation.Link::limit)
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

  /// How grave an alert is.
  public static Level level(Severity severity) {
    return switch (severity) {
      case INFO -> Level.CALM;
      case WARNING -> Level.WARNING;
      case CRITICAL -> Level.CRITICAL;
    };
  }
}
