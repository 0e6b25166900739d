package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.separately;
import static dev.headroom.engine.Deed.together;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Amount;
import dev.headroom.model.Answer;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A batch (A6) whose id, or an id within it, was used before (A5)")
final class BatchIdTest {
  private static final String ADA = "/user:ada";
  private static final String BOB = "/user:bob";

  private static List<Answer> answers(Story story) {
    return ((Outcome.Batched) story.answer()).answers();
  }

  @Test
  @DisplayName("returns its first outcome and changes nothing, granted, denied or independent")
  void repeats() {
    for (Deed batch :
        List.of(
            together("b", allocate("", ADA, TOKENS, 60), allocate("", ADA, TOKENS, 40)),
            together("b", allocate("", ADA, TOKENS, 60), allocate("", ADA, TOKENS, 41)),
            separately(
                "b",
                allocate("", ADA, TOKENS, 60),
                allocate("", ADA, TOKENS, 41),
                allocate("", ADA, TOKENS, 41).waiting("PT1M"),
                allocate("", BOB, CREDITS, Amount.MAX),
                allocate("", BOB, CREDITS, 1)))) {
      Story story = given(limit(ADA, TOKENS, 100)).when(batch.under("x"));
      Answer first = story.answer();
      story.when(batch.under("x")).thenAnswers(first).thenNothingChanged();
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  @DisplayName("is refused with other content, which is another amount, order or kind of batch")
  void conflicts(boolean atomic) {
    Deed.Ask one = allocate("", ADA, TOKENS, 1);
    Deed.Ask two = allocate("", ADA, TOKENS, 2);
    Refusal conflict = new Refusal.RequestIdConflict(new RequestId("x"));
    given(limit(ADA, TOKENS, 100))
        .when(new Deed.Batch("b", atomic, List.of(one, two)).under("x"))
        .when(new Deed.Batch("b", !atomic, List.of(one, two)).under("x"))
        .thenRefuses(conflict)
        .when(new Deed.Batch("b", atomic, List.of(two, one)).under("x"))
        .thenRefuses(conflict)
        .when(new Deed.Batch("b", atomic, List.of(one)).under("x"))
        .thenRefuses(conflict)
        .when(one.under("x"))
        .thenRefuses(conflict);
  }

  @Test
  @DisplayName("knows what its requests came to alone, and they what they came to in the batch")
  void eachRequest() {
    Story story = given(limit(ADA, TOKENS, 100)).when(allocate("a", ADA, TOKENS, 60).under("x.1"));
    Answer alone = story.answer();
    story
        .when(
            separately("b", allocate("", ADA, TOKENS, 60), allocate("", ADA, TOKENS, 30))
                .under("x"))
        .thenCounts(ADA, TOKENS, 90, 0)
        .then(told -> assertThat(answers(told).getFirst()).isEqualTo(alone))
        .when(allocate("c", ADA, TOKENS, 30).under("x.2"))
        .thenNothingChanged()
        .when(
            separately("b", allocate("", ADA, TOKENS, 60), allocate("", ADA, TOKENS, 30))
                .under("x"))
        .thenCounts(ADA, TOKENS, 90, 0)
        .when(together("b", allocate("", ADA, CREDITS, 1), allocate("", BOB, TOKENS, 1)).under("y"))
        .then(told -> assertThat(told.answer()).isInstanceOf(Outcome.Batched.class))
        .when(allocate("c", BOB, TOKENS, 1).under("y.2"))
        .thenGrants(TOKENS, 1)
        .thenNothingChanged();
  }

  @Test
  @DisplayName("is refused where it is atomic and one of its requests was decided before")
  void atomicNeverHalf() {
    given(limit(ADA, TOKENS, 100))
        .when(allocate("a", ADA, TOKENS, 60).under("x.2"))
        .when(together("b", allocate("", ADA, TOKENS, 1), allocate("", ADA, TOKENS, 60)).under("x"))
        .thenRefuses(new Refusal.RequestIdConflict(new RequestId("x.2")));
  }

  @Test
  @DisplayName("decides nothing about its requests where it is atomic and denied")
  void deniedRequestsAreFree() {
    given(limit(ADA, TOKENS, 100))
        .when(
            together("b", allocate("", ADA, TOKENS, 60), allocate("", ADA, TOKENS, 41)).under("x"))
        .thenIs(Outcome.BatchDenied.class)
        .when(allocate("c", ADA, TOKENS, 60).under("x.1"))
        .thenGrants(TOKENS, 60)
        .when(allocate("d", ADA, TOKENS, 40).under("x.2"))
        .thenGrants(TOKENS, 40);
  }

  @Test
  @DisplayName("is remembered at the price of its answers: 64 are no more than 64")
  void memoryStaysBounded() {
    Story story = Story.remembering(64);
    Deed.Ask[] asks = new Deed.Ask[40];
    Arrays.setAll(asks, _ -> allocate("", ADA, TOKENS, 1));
    story
        .when(allocate("a", ADA, TOKENS, 1).under("old"))
        .when(separately("b", asks).under("x"))
        .thenCounts(ADA, TOKENS, 41, 0)
        .when(separately("b", asks).under("x"))
        .thenNothingChanged()
        .when(allocate("a", ADA, TOKENS, 1).under("old"))
        .thenGrants(TOKENS, 1);
  }
}
