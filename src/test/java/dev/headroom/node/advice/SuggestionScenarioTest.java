package dev.headroom.node.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.history.suggestion.Target;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.LimitKey;
import dev.headroom.model.Money;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.Priority;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.suggestion.Remedy;
import dev.headroom.model.suggestion.Suggestion;
import dev.headroom.model.suggestion.SuggestionKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A suggestion brings what it promises, and is not made where it would not, to")
final class SuggestionScenarioTest {
  private static final long SEED = 20_260_302;
  private static final Duration SPAN = Duration.ofHours(4);

  /// Looks at a scene for a while, does what is suggested in another one of the same seed, and
  /// compares how both go on.
  static Suggestion requireRight(SuggestionKind kind, Supplier<Scene> scene) {
    return requireRight(kind, SPAN, scene);
  }

  private static Suggestion requireRight(
      SuggestionKind kind, Duration span, Supplier<Scene> scene) {
    List<Suggestion> found = scene.get().playTo(span).suggestions();
    assertThat(found).extracting(each -> each.remedy().kind()).contains(kind);
    Suggestion suggestion =
        found.stream().filter(each -> each.remedy().kind() == kind).findFirst().orElseThrow();
    Duration end = span.multipliedBy(2);
    Scene with = Doing.it(scene.get().playTo(span), suggestion).playTo(end);
    Scene without = scene.get().playTo(end);
    double brought = amount(without, suggestion, span) - amount(with, suggestion, span);
    assertThat(suggestion.gain().saved().doubleValue())
        .as("%s saves %s", suggestion.remedy(), suggestion.gain())
        .isCloseTo(brought, Percentage.withPercentage(10));
    return suggestion;
  }

  private static double amount(Scene scene, Suggestion suggestion, Duration span) {
    Duration end = span.multipliedBy(2);
    Target target =
        new Target(
            suggestion.gain().measure(), place(suggestion), limit(suggestion), suggestion.type());
    return scene
        .between(span, end)
        .course()
        .books()
        .read(target, Scene.START.plus(end).toEpochMilli())
        .doubleValue();
  }

  /// Where what is saved is counted: of siblings, at the one who lacks something.
  private static ScopePath place(Suggestion suggestion) {
    return suggestion.remedy() instanceof Remedy.Rebalance(var _, var shares)
        ? shares.stream()
            .filter(share -> share.to() > share.from())
            .map(Remedy.Rebalance.Share::path)
            .findFirst()
            .orElseThrow()
        : suggestion.path();
  }

  private static Optional<LimitKey> limit(Suggestion suggestion) {
    return switch (suggestion.remedy()) {
      case Remedy.ReduceAllowance reduce -> Optional.of(reduce.limit());
      case Remedy.RaiseAllowance raise -> Optional.of(raise.limit());
      case Remedy.Rebalance rebalance -> Optional.of(rebalance.limit());
      case Remedy.Soften soften -> Optional.of(soften.limit());
      default -> Optional.empty();
    };
  }

  static void requireSilent(SuggestionKind kind, Supplier<Scene> scene) {
    requireSilent(kind, SPAN, scene);
  }

  private static void requireSilent(SuggestionKind kind, Duration span, Supplier<Scene> scene) {
    assertThat(scene.get().playTo(span).suggestions())
        .extracting(each -> each.remedy().kind())
        .doesNotContain(kind);
  }

  @Nested
  @DisplayName("reduce an allowance")
  class Reducing {
    private Scene scene(List<Integer> busyMinutes) {
      return new Scene(SEED)
          .limit("/user:ada", ResourceType.TOKENS, 100_000, "PT5M")
          .with(
              Caller.at("/user:ada/run:r1", ResourceType.TOKENS, 500, 1_000),
              Caller.at("/user:ada/run:r2", ResourceType.TOKENS, 2_500, 3_500)
                  .when(Caller.minutes(busyMinutes)))
          .begun();
    }

    @Test
    @DisplayName("that is never used")
    void unused() {
      requireRight(SuggestionKind.REDUCE_ALLOWANCE, () -> scene(List.of()));
    }

    @Test
    @DisplayName("that is used once an hour")
    void usedAtTimes() {
      requireSilent(SuggestionKind.REDUCE_ALLOWANCE, () -> scene(List.of(20, 21, 22, 23, 24)));
    }
  }

  @Nested
  @DisplayName("raise an allowance")
  class Raising {
    private Scene scene(double growth) {
      return new Scene(SEED)
          .limit("/user:ada", ResourceType.TOKENS, 60_000, "PT5M")
          .with(
              Caller.at("/user:ada/swarm:s/run:r1", ResourceType.TOKENS, 2_000, 4_000)
                  .growing(growth))
          .begun();
    }

    @Test
    @DisplayName("that denies useful work again and again")
    void denying() {
      requireRight(SuggestionKind.RAISE_ALLOWANCE, () -> scene(1));
    }

    @Test
    @DisplayName("that stops one who asks for more and more")
    void stopping() {
      requireSilent(SuggestionKind.RAISE_ALLOWANCE, () -> scene(1.004));
    }
  }

  @Nested
  @DisplayName("rebalance siblings")
  class Rebalancing {
    private Scene scene(List<Integer> busyMinutes) {
      return new Scene(SEED)
          .limit("/user:lab", ResourceType.TOKENS, 200_000, "PT5M")
          .limit("/user:lab/swarm:a", ResourceType.TOKENS, 60_000, "PT5M")
          .limit("/user:lab/swarm:b", ResourceType.TOKENS, 140_000, "PT5M")
          .with(
              Caller.at("/user:lab/swarm:a/run:r1", ResourceType.TOKENS, 2_000, 4_000),
              Caller.at("/user:lab/swarm:b/run:r1", ResourceType.TOKENS, 500, 1_000),
              Caller.at("/user:lab/swarm:b/run:r2", ResourceType.TOKENS, 4_000, 4_500)
                  .when(Caller.minutes(busyMinutes)))
          .begun();
    }

    @Test
    @DisplayName("of whom one lacks what the other never uses")
    void uneven() {
      requireRight(SuggestionKind.REBALANCE, () -> scene(List.of()));
    }

    @Test
    @DisplayName("of whom the other uses it at times")
    void bothUse() {
      requireSilent(SuggestionKind.REBALANCE, () -> scene(List.of(30, 31, 32, 33, 34)));
    }
  }

  @Nested
  @DisplayName("soften a limit")
  class Softening {
    private Scene scene(List<Integer> busyMinutes) {
      return new Scene(SEED)
          .limit("/user:ada", ResourceType.TOKENS, 60_000, "PT5M")
          .with(
              Caller.at("/user:ada/run:r1", ResourceType.TOKENS, 1_000, 1_500),
              Caller.at("/user:ada/run:r2", ResourceType.TOKENS, 2_500, 3_500)
                  .every(Duration.ofSeconds(5))
                  .when(Caller.minutes(busyMinutes)))
          .begun();
    }

    @Test
    @DisplayName("where spikes are short")
    void spikes() {
      requireRight(SuggestionKind.SOFTEN, () -> scene(List.of(21, 22)));
    }

    @Test
    @DisplayName("where it is exceeded most of the time")
    void always() {
      requireSilent(
          SuggestionKind.SOFTEN,
          () -> scene(List.of(1, 2, 6, 7, 11, 12, 16, 17, 21, 22, 26, 27, 31, 32, 36, 37, 41, 42)));
    }
  }

  @Nested
  @DisplayName("shorten leases")
  class Leases {
    private Scene scene(boolean releases) {
      return new Scene(SEED)
          .limit("/user:ada", ResourceType.MEMORY, 1L << 40, "")
          .with(
              Caller.at("/user:ada/swarm:s/run:r1", ResourceType.MEMORY, 1L << 28, 1L << 30)
                  .every(Duration.ofSeconds(30))
                  .taking(Duration.ofMinutes(2))
                  .leasing(Duration.ofMinutes(30), releases))
          .begun();
    }

    @Test
    @DisplayName("that expire long after their last use")
    void expiring() {
      requireRight(SuggestionKind.RIGHT_SIZE_LEASE, () -> scene(false));
    }

    @Test
    @DisplayName("that are given back in time")
    void released() {
      requireSilent(SuggestionKind.RIGHT_SIZE_LEASE, () -> scene(true));
    }
  }

  @Nested
  @DisplayName("use a cheaper category")
  class Substituting {
    private Scene scene(String purposeOfTheOther) {
      return new Scene(SEED)
          .with(
              Caller.at("/user:ada/swarm:s/run:r1", ResourceType.TOKENS, 1_000, 2_000)
                  .forPurpose("summarise")
                  .in("large-model", new Money(6)),
              Caller.at("/user:bob/swarm:s/run:r1", ResourceType.TOKENS, 1_000, 2_000)
                  .forPurpose(purposeOfTheOther)
                  .every(Duration.ofSeconds(60))
                  .in("small-model", new Money(2)))
          .begun();
    }

    @Test
    @DisplayName("that does the same work elsewhere")
    void sameWork() {
      requireRight(SuggestionKind.SUBSTITUTE, () -> scene("summarise"));
    }

    @Test
    @DisplayName("that does other work")
    void otherWork() {
      requireSilent(SuggestionKind.SUBSTITUTE, () -> scene("translate"));
    }
  }

  @Nested
  @DisplayName("keep results")
  class Caching {
    private Scene scene(String label) {
      return new Scene(SEED)
          .with(
              Caller.at("/user:ada/swarm:s/run:r1", ResourceType.TOKENS, 1_000, 9_000)
                  .forPurpose("embed")
                  .in("embedding", new Money(3))
                  .labelled(number -> Map.of(label, "d" + number * 7919 % 13)))
          .begun();
    }

    @Test
    @DisplayName("of work that is done again in the same way")
    void same() {
      requireRight(SuggestionKind.CACHE, () -> scene(Scene.DOCUMENT));
    }

    @Test
    @DisplayName("of work that only has the same labels")
    void different() {
      requireSilent(SuggestionKind.CACHE, () -> scene("team"));
    }
  }

  @Nested
  @DisplayName("reserve together")
  class Batching {
    private Scene scene(Duration every) {
      return new Scene(SEED)
          .limit("/user:ada", ResourceType.API_CALLS, 100_000, "PT1H")
          .with(
              Caller.at("/user:ada/swarm:s/run:r1", ResourceType.API_CALLS, 1, 3)
                  .every(every)
                  .taking(Duration.ofMillis(800)))
          .begun();
    }

    @Test
    @DisplayName("what is asked for in many small requests")
    void many() {
      requireRight(SuggestionKind.BATCH, () -> scene(Duration.ofSeconds(3)));
    }

    @Test
    @DisplayName("what is asked for now and then")
    void few() {
      requireSilent(SuggestionKind.BATCH, () -> scene(Duration.ofSeconds(40)));
    }
  }

  @Nested
  @DisplayName("change a pool's strategy")
  class Strategies {
    private Scene scene(Priority urgent) {
      Pool.Terms terms = Pool.Terms.of(4_000).withOnConflict(Optional.of(ConflictStrategy.QUEUING));
      return new Scene(SEED)
          .pool(new Pool(new PoolId("cluster"), ScopePath.ROOT, ResourceType.COMPUTE, terms))
          .with(
              Caller.at("/user:ada/swarm:s/run:r1", ResourceType.COMPUTE, 2_000, 2_000)
                  .every(Duration.ofSeconds(5))
                  .taking(Duration.ofSeconds(50))
                  .when(Caller.minutes(List.of(0, 10, 20, 30, 40, 50)))
                  .waiting(Priority.LOW, Duration.ofHours(1)),
              Caller.at("/user:bob/swarm:s/run:r1", ResourceType.COMPUTE, 2_000, 2_000)
                  .every(Duration.ofSeconds(30))
                  .taking(Duration.ofSeconds(12))
                  .waiting(urgent, Duration.ofHours(1)))
          .begun();
    }

    @Test
    @DisplayName("at which urgent work waits for work that is not")
    void urgent() {
      requireRight(SuggestionKind.CHANGE_STRATEGY, () -> scene(Priority.CRITICAL));
    }

    @Test
    @DisplayName("at which all are equally urgent")
    void equal() {
      requireSilent(SuggestionKind.CHANGE_STRATEGY, () -> scene(Priority.LOW));
    }
  }

  @Nested
  @DisplayName("do work at idle hours")
  class Scheduling {
    private static final Duration DAYS = Duration.ofDays(2);

    private Scene scene(Priority priority) {
      return new Scene(SEED)
          .limit("/user:lab", ResourceType.COMPUTE, 4_000, "")
          .with(
              Caller.at("/user:lab/swarm:a/run:r1", ResourceType.COMPUTE, 1_500, 1_500)
                  .every(Duration.ofSeconds(120))
                  .taking(Duration.ofSeconds(180))
                  .when(hours(9, 17)),
              Caller.at("/user:lab/swarm:b/run:r1", ResourceType.COMPUTE, 1_000, 1_000)
                  .forPurpose("reindex")
                  .every(Duration.ofSeconds(60))
                  .taking(Duration.ofSeconds(140))
                  .waiting(priority, Duration.ZERO)
                  .when(hours(10, 13)))
          .begun();
    }

    private static LongPredicate hours(int from, int to) {
      return millis -> {
        long hour = millis / 3_600_000 % 24;
        return hour >= from && hour < to;
      };
    }

    @Test
    @DisplayName("that is not urgent and in the way")
    void movable() {
      requireRight(SuggestionKind.SCHEDULE, DAYS, () -> scene(Priority.LOW));
    }

    @Test
    @DisplayName("that is as urgent as the others")
    void urgent() {
      requireSilent(SuggestionKind.SCHEDULE, DAYS, () -> scene(Priority.NORMAL));
    }
  }
}
