package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.close;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.alertingAt;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.model.Amount;
import dev.headroom.model.Answer;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Distribution;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitKey;
import dev.headroom.model.Outcome;
import dev.headroom.model.Period;
import dev.headroom.model.Priority;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A scope's budget that is divided among its children")
final class DistributionTest {
  private static final String ADA = "/user:ada";
  private static final String BOB = "/user:bob";
  private static final String CYD = "/user:cyd";
  private static final LimitKey TOKENS_FOR_EVER = new LimitKey(TOKENS, Optional.empty());

  private static Deed score(String path, long score) {
    return (_, id) -> new Command.ReportScore(id, ScopePath.of(path), score);
  }

  private static Distribution divide(Distribution.Policy policy) {
    return Distribution.of(ScopePath.ROOT, TOKENS_FOR_EVER, policy);
  }

  private static Distribution.Proposal propose(Story story, Distribution distribution) {
    byte[] before = story.canonical();
    assertThat(story.look().refusalOf(distribution)).isEmpty();
    Distribution.Proposal proposal = story.look().propose(distribution, story.now());
    assertThat(story.canonical()).as("a proposal changes nothing").isEqualTo(before);
    assertThat(proposal.shares().stream().mapToLong(Distribution.Share::amount).sum())
        .isEqualTo(proposal.budget());
    return proposal;
  }

  private static String shares(Story story, Distribution distribution) {
    return propose(story, distribution).shares().stream()
        .map(share -> share.path().name() + " " + share.amount())
        .collect(Collectors.joining(", "));
  }

  /// A hundred tokens for all; ada, bob and cyd have something, of which ada and bob consumed.
  private static Story story() {
    return given(limit("/", TOKENS, 100))
        .when(
            allocate("a", ADA + "/run:r", TOKENS, 20).as(Priority.CRITICAL),
            allocate("b", BOB, TOKENS, 10).as(Priority.LOW),
            allocate("c", CYD, CREDITS, 1),
            use("a", TOKENS, 20),
            use("b", TOKENS, 5));
  }

  @Test
  @DisplayName("equally gives all the same, the units left over to the first by path")
  void equally() {
    assertThat(shares(story(), divide(Distribution.Policy.EQUAL)))
        .isEqualTo("ada 34, bob 33, cyd 33");
  }

  @Test
  @DisplayName("by priority goes by the highest that lives or waits there")
  void byPriority() {
    assertThat(shares(story(), divide(Distribution.Policy.PRIORITY)))
        .isEqualTo("ada 71, bob 10, cyd 19");
    assertThat(
            shares(
                story()
                    .when(allocate("w", CYD, TOKENS, 90).as(Priority.HIGH).waiting("PT1H"))
                    .thenIs(Outcome.Denied.class)
                    .when(allocate("w", CYD, TOKENS, 75).as(Priority.HIGH).waiting("PT1H"))
                    .thenWaiting("w"),
                divide(Distribution.Policy.PRIORITY)))
        .isEqualTo("ada 61, bob 8, cyd 31");
  }

  @Test
  @DisplayName("by performance goes by score per amount; who has none counts as the average")
  void byPerformance() {
    Story story = story().when(score(ADA + "/run:r", 20), score(BOB, 10), score(BOB, 5));
    assertThat(shares(story, divide(Distribution.Policy.PERFORMANCE)))
        .isEqualTo("ada 17, bob 50, cyd 33");
    assertThat(propose(story, divide(Distribution.Policy.PERFORMANCE)).shares().get(1).evidence())
        .isEqualTo(new Distribution.Evidence(Priority.LOW, 15, 5, 10));
  }

  @Test
  @DisplayName("by performance is equal where nothing is known")
  void nothingKnown() {
    assertThat(shares(story(), divide(Distribution.Policy.PERFORMANCE)))
        .isEqualTo("ada 34, bob 33, cyd 33");
  }

  @Test
  @DisplayName(
      "adaptively counts what of the type is waited for below each child, and nothing else")
  void waitedFor() {
    Story story =
        given(limit("/", TOKENS, 100), limit("/", CREDITS, 5))
            .when(
                allocate("a", ADA + "/run:r", TOKENS, 60),
                allocate("b", BOB + "/run:r", TOKENS, 30),
                allocate("c", "/", TOKENS, 10),
                allocate("w", BOB + "/run:r", required(TOKENS, 40), required(CREDITS, 5))
                    .waiting("PT1H"),
                allocate("v", BOB, TOKENS, 20).waiting("PT1H"),
                allocate("u", "/", TOKENS, 7).waiting("PT1H"));
    assertThat(propose(story, divide(Distribution.Policy.ADAPTIVE)).shares())
        .extracting(share -> share.evidence().demand())
        .containsExactly(60L, 90L);
  }

  @ParameterizedTest(name = "{0} % by demand: {1}")
  @CsvSource(
      value = {
        "0; ada 17, bob 50, cyd 33",
        "40; ada 37, bob 43, cyd 20",
        "100; ada 66, bob 33, cyd 1"
      },
      delimiter = ';')
  @DisplayName("adaptively blends performance with what is used and waited for")
  void adaptively(int percent, String expected) {
    Story story = story().when(score(ADA, 20), score(BOB, 15));
    Distribution half = divide(Distribution.Policy.ADAPTIVE);
    assertThat(half.demandPercent()).isEqualTo(50);
    assertThat(
            shares(
                story,
                new Distribution(
                    half.path(),
                    half.type(),
                    half.period(),
                    half.budget(),
                    half.policy(),
                    percent,
                    1)))
        .isEqualTo(expected);
  }

  @Test
  @DisplayName("adaptively counts what was consumed in the window, not before")
  void recentDemand() {
    LimitKey daily = new LimitKey(TOKENS, Optional.of(Period.of("P1D")));
    Story story =
        given(limit("/", TOKENS, 100, "P1D"), limit(ADA, TOKENS, 50, "P1D"))
            .and(limit(BOB, TOKENS, 50, "P1D"))
            .when(allocate("a", ADA, TOKENS, 40), use("a", TOKENS, 40))
            .at("2026-03-03T10:00Z")
            .when(allocate("b", BOB, TOKENS, 10), use("b", TOKENS, 10));
    Distribution all =
        new Distribution(
            ScopePath.ROOT,
            TOKENS,
            daily.period(),
            Optional.of(60L),
            Distribution.Policy.ADAPTIVE,
            100,
            5);
    assertThat(shares(story, all)).isEqualTo("ada 5, bob 55");
  }

  @Test
  @DisplayName("gives everyone the least that is wanted, and another budget than the limit's")
  void leastAndBudget() {
    Story story = story().when(score(ADA, 1000), score(BOB, 1));
    Distribution ten =
        new Distribution(
            ScopePath.ROOT,
            TOKENS,
            Optional.empty(),
            Optional.of(10L),
            Distribution.Policy.PRIORITY,
            50,
            3);
    assertThat(shares(story, ten)).isEqualTo("ada 4, bob 3, cyd 3");
  }

  @Test
  @DisplayName("is done by applying the changes, which keep what else limits the children")
  void applied() {
    Story story = story().and(alertingAt(limit(ADA, TOKENS, 5), 90), limit(ADA, MEMORY, 7));
    Distribution.Proposal proposal = propose(story, divide(Distribution.Policy.EQUAL));
    assertThat(proposal.shares().getFirst().before()).contains(5L);
    story
        .when(Deed.changes(proposal.changes().toArray(Change[]::new)))
        .thenIs(Outcome.ConfigChanged.class)
        .thenLimit("/user:ada LIMIT TOKENS", 34, 0, 20)
        .thenLimit("/user:ada LIMIT MEMORY", 7, 0, 0)
        .thenLimit("/user:cyd LIMIT TOKENS", 33, 0, 0);
    assertThat(story.look().config().limits()).contains(alertingAt(limit(ADA, TOKENS, 34), 90));
    assertThat(propose(story, divide(Distribution.Policy.EQUAL)).changes()).isEmpty();
    story
        .when(Deed.changes(proposal.changes().toArray(Change[]::new)))
        .thenIs(Refusal.StaleVersion.class)
        .thenNothingChanged();
  }

  @Nested
  @DisplayName("is refused")
  class IsRefused {
    private static void refused(Story story, Distribution distribution, String expected) {
      assertThat(story.look().refusalOf(distribution).map(Refusal::sentence))
          .hasValueSatisfying(sentence -> assertThat(sentence).contains(expected));
    }

    @Test
    @DisplayName("where there is no scope, no child, no budget, or too little for the least")
    void reasons() {
      Story story = story();
      refused(
          story,
          Distribution.of(ScopePath.of("/user:eve"), TOKENS_FOR_EVER, Distribution.Policy.EQUAL),
          "there is no scope /user:eve");
      refused(
          story,
          Distribution.of(ScopePath.of(BOB), TOKENS_FOR_EVER, Distribution.Policy.EQUAL),
          "has 0 children");
      refused(
          story,
          Distribution.of(
              ScopePath.ROOT, new LimitKey(CREDITS, Optional.empty()), Distribution.Policy.EQUAL),
          "/ has no limit CREDITS");
      refused(
          story.and(limit("/", TOKENS, 2)), divide(Distribution.Policy.EQUAL), "more than 2 has");
    }

    @Test
    @DisplayName("where a child that has no such limit yet can have no more")
    void noRoomForMore() {
      Limit[] all = new Limit[Change.LIMITS_PER_SCOPE_MAX];
      Arrays.setAll(all, at -> limit(BOB, TOKENS, 50, "PT" + (at + 1) + "M"));
      refused(
          story().and(all), divide(Distribution.Policy.EQUAL), "/user:bob can have no more limits");
      all[63] = limit(BOB, TOKENS, 50);
      assertThat(shares(story().and(all), divide(Distribution.Policy.EQUAL)))
          .isEqualTo("ada 34, bob 33, cyd 33");
    }

    @Test
    @DisplayName("where it contradicts itself")
    void contradictions() {
      assertThatThrownBy(() ->
              new Distribution(
                  ScopePath.ROOT,
                  MEMORY,
                  Optional.of(Period.of("P1D")),
                  Optional.empty(),
                  Distribution.Policy.EQUAL,
                  50,
                  0))
          .hasMessageContaining("L3");
      for (int percent : List.of(-1, 101)) {
        assertThatThrownBy(() ->
                new Distribution(
                    ScopePath.ROOT,
                    TOKENS,
                    Optional.empty(),
                    Optional.empty(),
                    Distribution.Policy.ADAPTIVE,
                    percent,
                    0))
            .hasMessageContaining("between 0 and 100");
      }
    }
  }

  @Nested
  @DisplayName("by scores")
  class Scores {
    @Test
    @DisplayName("which add up at the scope and all above, and outlive scopes below")
    void addUp() {
      Story story =
          story()
              .when(score(ADA + "/run:r", 20), score(ADA, 3))
              .thenAnswers(new Outcome.ScoreReported(23))
              .thenTells();
      assertThat(story.look().score(ScopePath.of(ADA + "/run:r"))).isEqualTo(20);
      story.when(close(ADA + "/run:r"));
      assertThat(story.look().score(ScopePath.of(ADA + "/run:r"))).isZero();
      assertThat(story.look().score(ScopePath.ROOT)).isEqualTo(23);
    }

    @Test
    @DisplayName("which are reported once, however often they are said (A5)")
    void once() {
      Story story = story().when(score(ADA, 3).under("x"));
      Answer first = story.answer();
      story
          .when(score(ADA, 3).under("x"))
          .thenAnswers(first)
          .thenNothingChanged()
          .when(score(BOB, 3).under("x"))
          .thenRefuses(new Refusal.RequestIdConflict(new RequestId("x")))
          .when(score(ADA, 4).under("x"))
          .thenRefuses(new Refusal.RequestIdConflict(new RequestId("x")));
    }

    @Test
    @DisplayName("of scopes that exist, as long as counters hold them (S6)")
    void refused() {
      story()
          .when(score("/user:eve", 1))
          .thenRefuses(new Refusal.UnknownScope(ScopePath.of("/user:eve")))
          .when(score(ADA, Amount.MAX))
          .thenAnswers(new Outcome.ScoreReported(Amount.MAX))
          .when(score(BOB, 1))
          .thenRefusesAsInvalid("/score", "S6")
          .when(score(BOB, 0))
          .thenAnswers(new Outcome.ScoreReported(0));
      assertThatThrownBy(() -> new Command.ReportScore(new RequestId("x"), ScopePath.ROOT, -1))
          .hasMessageStartingWith("a score");
    }
  }
}
