package dev.headroom.client.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Inbox;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.Subscription;
import dev.headroom.console.SmallWorld;
import dev.headroom.model.Event;
import dev.headroom.model.Refusal;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.report.TypeUsage;
import dev.headroom.model.report.UsageQuery;
import dev.headroom.model.report.UsageReport;
import dev.headroom.model.suggestion.Dismissal;
import dev.headroom.model.suggestion.SuggestionId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An instance as it was")
@Timeout(60)
final class InstanceThenTest {
  private static final ScopePath MARIE = ScopePath.of("/user:marie");

  private final SmallWorld world = SmallWorld.open();
  private final Instance present = world.instance();

  @AfterEach
  void close() {
    world.close();
  }

  private Instance then(Instant at) {
    return decided(present.asOf(at, new Cancellation()));
  }

  /// What of a type was consumed at and below marie's scope, up to an instant or as far as it is
  /// known.
  private static UsageReport report(Instance of, Instant from, Instant to) {
    return decided(of.usage(UsageQuery.of(MARIE, from, to)));
  }

  private static long tokens(UsageReport report) {
    return report.types().stream()
        .filter(type -> type.type() == ResourceType.TOKENS)
        .map(TypeUsage::total)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .longValueExact();
  }

  @Test
  @DisplayName("reports what was counted by the last whole minute of then, and nothing later")
  void reportsUpToThen() {
    Instant begin = world.now().minus(Duration.ofMinutes(10));
    world.pass(Duration.ofMinutes(2));
    Instant at = world.now();
    world.pass(Duration.ofMinutes(3));
    world.use(MARIE.text(), ResourceType.TOKENS, 500, 500);
    Instant later = world.now().plus(Duration.ofMinutes(1));
    try (Instance then = then(at)) {
      UsageReport known = report(then, begin, later);
      assertThat(known.to()).isEqualTo(Instant.parse("2026-03-04T14:04:00Z"));
      assertThat(tokens(known)).isEqualTo(100_000);
      assertThat(tokens(report(present, begin, later))).isEqualTo(100_500);
    }
  }

  @Test
  @DisplayName("reports nothing of what was yet to come")
  void reportsNothingOfTheFuture() {
    Instant at = world.now();
    try (Instance then = then(at)) {
      assertThat(then.usage(UsageQuery.of(MARIE, at, at.plusSeconds(60))))
          .isInstanceOf(Reply.Refused.class);
    }
  }

  @Test
  @DisplayName("tells what happened before, and nothing later (T3)")
  void tellsWhatHappenedBefore() throws InterruptedException {
    Instant at = world.now();
    world.pass(Duration.ofMinutes(1));
    world.raise("/user:bot-ci", ResourceType.TOKENS, 200_000);
    Inbox inbox = new Inbox();
    try (Instance then = then(at);
        Subscription _ = then.events(0, inbox)) {
      List<Event> told = new ArrayList<>();
      while (told.size() < then.info().sequence()) {
        told.addAll(inbox.next(Duration.ofSeconds(10)));
      }
      assertThat(told.getLast().sequence()).isEqualTo(then.info().sequence());
      assertThat(told).allMatch(event -> !event.at().isAfter(at));
    }
  }

  @Test
  @DisplayName("cannot be told what is not wanted")
  void takesNoDismissal() {
    Instant now = world.now();
    var dismissal =
        new Dismissal(
            new SuggestionId("00c0ffee00c0ffee"), MARIE, "", BigDecimal.ONE, "marie", "no", now);
    try (Instance then = then(world.now())) {
      assertThat(then.advisor().dismiss(dismissal))
          .isInstanceOfSatisfying(
              Reply.Refused.class,
              refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.ReadOnly.class));
    }
  }

  @Test
  @DisplayName("is not needed to tell again what happened within a span")
  void tellsSpanAgain() {
    Instant from = world.now();
    world.pass(Duration.ofMinutes(1));
    world.raise("/user:bot-ci", ResourceType.TOKENS, 200_000);
    Instant to = world.now();
    world.raise("/user:bot-ci", ResourceType.TOKENS, 300_000);
    world.pass(Duration.ofMinutes(1));
    world.raise("/user:bot-ci", ResourceType.TOKENS, 400_000);
    List<Event> told = new ArrayList<>();
    assertThat(present.retell(from, to, told::add, new Cancellation()))
        .isEqualTo(new Reply.Decided<>(to));
    assertThat(told.stream().map(Event::body).filter(Event.ConfigChanged.class::isInstance))
        .hasSize(2);
  }

  private static <T> T decided(Reply<T> reply) {
    return switch (reply) {
      case Reply.Decided<T>(var value) -> value;
      case Reply.Refused<T>(var refusal) -> throw new AssertionError(refusal.sentence());
      case Reply.Silence<T>(var _, var cause) -> throw new AssertionError(cause);
    };
  }
}
