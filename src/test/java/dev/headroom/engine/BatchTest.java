package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.separately;
import static dev.headroom.engine.Deed.together;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.borrowing;
import static dev.headroom.engine.Facts.cut;
import static dev.headroom.engine.Facts.full;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.lines;
import static dev.headroom.engine.Facts.member;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.shared;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.Denial.Reason.BUDGET_EXHAUSTED;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.Denial.Reason.EXCEEDS_CAPACITY;
import static dev.headroom.model.Denial.Reason.EXCEEDS_LIMIT;
import static dev.headroom.model.RequestLine.optional;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static dev.headroom.model.SharingPolicy.QUOTA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Amount;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Denial;
import dev.headroom.model.Event;
import dev.headroom.model.Money;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A batch (A6)")
final class BatchTest {
  private static final String ADA = "/user:ada";
  private static final String BOB = "/user:bob";
  private static final String TOKENS_OF_ADA = "/user:ada LIMIT TOKENS";
  private static final String TOKENS_OF_ALL = "/ LIMIT TOKENS";

  private static Outcome.Failing failing(int index, Denial... denials) {
    return new Outcome.Failing(index, List.of(denials));
  }

  private static Outcome.BatchDenied denied(Outcome.Failing... failing) {
    return new Outcome.BatchDenied(List.of(failing));
  }

  private static List<Answer> answers(Story story) {
    return ((Outcome.Batched) story.answer()).answers();
  }

  @Nested
  @DisplayName("that is atomic")
  class Atomic {
    @ParameterizedTest(name = "{0} and {1} of 100: {2}")
    @CsvSource({"60, 40, true", "60, 41, false", "100, 1, false", "1, 99, true"})
    @DisplayName("is granted exactly where all fit together")
    void allFitTogether(long first, long second, boolean fits) {
      Story story =
          given(limit("/", TOKENS, 100))
              .when(
                  together(
                      "b", allocate("", ADA, TOKENS, first), allocate("", BOB, TOKENS, second)));
      if (fits) {
        story
            .thenLive("b1", "b2")
            .thenCounts("/", TOKENS, 100, 0)
            .thenCounts(BOB, TOKENS, second, 0);
      } else {
        story.thenIs(Outcome.BatchDenied.class).thenLive().thenCounts("/", TOKENS, 0, 0);
      }
    }

    @Test
    @DisplayName("answers and tells for every request what it would alone")
    void answersForEach() {
      given(limit(ADA, TOKENS, 100))
          .when(together("b", allocate("", ADA, TOKENS, 60), allocate("", BOB, TOKENS, 40)))
          .then(story ->
              assertThat(answers(story))
                  .containsExactly(
                      new Outcome.Granted(
                          story.allocation("b1"), Story.time("11:00"), lines(full(TOKENS, 60))),
                      new Outcome.Granted(
                          story.allocation("b2"), Story.time("11:00"), lines(full(TOKENS, 40)))))
          .thenTellsTimes(2, Event.Granted.class)
          .thenAlerts("50 % of " + TOKENS_OF_ADA);
    }

    @Test
    @DisplayName("reserves nothing, tells only the denials and names every request that fails")
    void deniesAll() {
      Denial ofBob = no(TOKENS, 50, 40, TOKENS_OF_ALL, EXCEEDS_LIMIT);
      Denial ofAda = no(TOKENS, 41, 40, TOKENS_OF_ALL, EXCEEDS_LIMIT);
      given(limit("/", TOKENS, 100), limit(ADA, MEMORY, 10))
          .when(
              together(
                  "b",
                  allocate("", ADA, TOKENS, 60),
                  allocate("", BOB, TOKENS, 50),
                  allocate("", ADA, TOKENS, 41),
                  allocate("", BOB, TOKENS, 40)))
          .thenAnswers(denied(failing(1, ofBob), failing(2, ofAda)))
          .thenTells(
              new Event.Denied(ScopePath.of(BOB), Optional.empty(), List.of(ofBob), 0),
              new Event.Denied(ScopePath.of(ADA), Optional.empty(), List.of(ofAda), 0))
          .thenCounts("/", TOKENS, 0, 0)
          .thenLive()
          .thenAlerts()
          .then(story -> assertThat(story.look().scopeCount()).isEqualTo(2));
    }

    @Test
    @DisplayName("counts what its own requests take from a pool, and only from that pool")
    void poolsToo() {
      given(pool("p", "/", TOKENS, 100), pool("q", BOB, TOKENS, 30))
          .when(allocate("before", ADA, TOKENS, 20))
          .when(
              together(
                  "b",
                  allocate("", ADA, TOKENS, 50),
                  allocate("", BOB, TOKENS, 30),
                  allocate("", ADA, TOKENS, 31)))
          .thenAnswers(denied(failing(2, no(TOKENS, 31, 30, "/ POOL p", CONTENTION))))
          .thenPool("p", 80, 20, 0)
          .thenPool("q", 30, 0, 0)
          .when(
              together(
                  "c",
                  allocate("", ADA, TOKENS, 50),
                  allocate("", BOB, TOKENS, 30),
                  allocate("", ADA, TOKENS, 30)))
          .thenPool("p", 0, 100, 0)
          .thenPool("q", 0, 30, 0);
    }

    @ParameterizedTest(name = "{0} for ada and {1} for bob: {2}")
    @CsvSource({"9, 6, true", "9, 7, false", "13, 2, true", "14, 1, false", "5, 10, true"})
    @DisplayName("counts what its own requests borrow, at the lender and up to the limit (P5)")
    void borrows(long ada, long bob, boolean fits) {
      Story story =
          given(pool("common", "/", MEMORY, 10), borrowing(8, pool("ada", ADA, MEMORY, 5)))
              .when(
                  together(
                      "b",
                      allocate("", ADA, MEMORY, 1),
                      allocate("", ADA, MEMORY, ada - 1),
                      allocate("", BOB, MEMORY, bob)));
      if (fits) {
        story.thenLive("b1", "b2", "b3").thenPool("common", 15 - ada - bob, ada + bob - 5, 0);
      } else {
        story
            .thenIs(Outcome.BatchDenied.class)
            .when(allocate("a", ADA, MEMORY, 13), allocate("b", BOB, MEMORY, 2))
            .thenLive("a", "b");
      }
    }

    @Test
    @DisplayName("counts what its own requests take of their members' quotas (P4)")
    void quotas() {
      given(shared(QUOTA, pool("p", "/", MEMORY, 100), member(ADA, 60, 1)))
          .when(together("x", allocate("", ADA, MEMORY, 10), allocate("", BOB, MEMORY, 41)))
          .thenAnswers(denied(failing(1, no(MEMORY, 41, 40, "/ POOL p", CONTENTION))))
          .when(together("y", allocate("", ADA, MEMORY, 10), allocate("", BOB, MEMORY, 40)))
          .thenLive("y1", "y2")
          .when(release("y1"), allocate("b", BOB, MEMORY, 60))
          .thenGrants(MEMORY, 60);
    }

    @Test
    @DisplayName("says whether it could ever fit, its own requests not releasing for each other")
    void reasons() {
      given(limit(ADA, TOKENS, 100), limit(BOB, CREDITS, 100))
          .and(pool("p", "/", MEMORY, 10))
          .when(allocate("a", ADA, TOKENS, 50), use("a", TOKENS, 30))
          .when(
              together(
                  "b",
                  allocate("", ADA, TOKENS, 50),
                  allocate("", ADA, TOKENS, 20),
                  allocate("", ADA, TOKENS, 21),
                  allocate("", ADA, TOKENS, 51),
                  allocate("", BOB, MEMORY, 6),
                  allocate("", BOB, MEMORY, 5)))
          .thenAnswers(
              denied(
                  failing(1, no(TOKENS, 20, 0, TOKENS_OF_ADA, CONTENTION)),
                  failing(2, no(TOKENS, 21, 0, TOKENS_OF_ADA, BUDGET_EXHAUSTED)),
                  failing(3, no(TOKENS, 51, 0, TOKENS_OF_ADA, EXCEEDS_LIMIT)),
                  failing(5, no(MEMORY, 5, 4, "/ POOL p", EXCEEDS_CAPACITY))));
    }

    @Test
    @DisplayName("is content with parts where lines are optional (A3)")
    void withParts() {
      given(limit(ADA, TOKENS, 100))
          .when(
              together(
                  "b",
                  allocate("", ADA, TOKENS, 70),
                  allocate("", ADA, optional(TOKENS, 50).atLeast(10)),
                  allocate("", ADA, required(CREDITS, 1), optional(TOKENS, 1))))
          .thenLive("b1", "b2", "b3")
          .then(story ->
              assertThat(answers(story).get(1))
                  .isEqualTo(
                      new Outcome.Partial(
                          story.allocation("b2"),
                          Story.time("11:00"),
                          lines(cut(TOKENS, 50, 30)),
                          List.of(no(TOKENS, 50, 30, TOKENS_OF_ADA, CONTENTION)))));
    }

    @Test
    @DisplayName("does not pass one who starves (Q5)")
    void behindOneWhoStarves() {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", ADA, TOKENS, 90).lasting("PT2H"))
          .when(allocate("w", ADA, TOKENS, 50).waiting("PT1H"))
          .at("10:05:00.001")
          .when(together("b", allocate("", ADA, TOKENS, 5)))
          .thenAnswers(denied(failing(0, no(TOKENS, 5, 10, TOKENS_OF_ADA, CONTENTION))));
    }

    @Test
    @DisplayName("is refused where its sum would overflow a counter, and changes nothing (S6)")
    void overflow() {
      given(limit(ADA, TOKENS, 100))
          .when(
              together(
                  "b",
                  allocate("", BOB, TOKENS, Amount.MAX - 1),
                  allocate("", BOB, CREDITS, 1),
                  allocate("", BOB, required(CREDITS, 1), required(TOKENS, 2))))
          .thenRefusesAsInvalid("/requests/2/lines/1/amount", "overflow");
    }
  }

  @Nested
  @DisplayName("whose requests are independent")
  class Independent {
    @Test
    @DisplayName("answers each for itself: granted, queued, denied or refused")
    void eachForItself() {
      given(limit(ADA, TOKENS, 100))
          .when(
              separately(
                  "b",
                  allocate("", ADA, TOKENS, 60),
                  allocate("", ADA, TOKENS, 41),
                  allocate("", ADA, TOKENS, 50).waiting("PT10M"),
                  allocate("", ADA, CREDITS, Amount.MAX),
                  allocate("", ADA, CREDITS, 1),
                  allocate("", ADA, TOKENS, 40)))
          .then(story ->
              assertThat(answers(story))
                  .extracting(Answer::getClass)
                  .containsExactly(
                      Outcome.Granted.class,
                      Outcome.Denied.class,
                      Outcome.Queued.class,
                      Outcome.Granted.class,
                      Refusal.Invalid.class,
                      Outcome.Granted.class))
          .thenLive("b1", "b4", "b6")
          .thenWaiting("b3");
    }

    @Test
    @DisplayName("comes to what its requests come to one after the other")
    void likeOneAfterTheOther() {
      Deed.Ask[] asks = {
        allocate("", ADA, TOKENS, 60),
        allocate("", ADA, TOKENS, 41).waiting("PT10M"),
        allocate("", BOB, TOKENS, 40)
      };
      List<Event> batched = given(limit("/", TOKENS, 100)).when(separately("b", asks)).events();
      List<Event> alone = given(limit("/", TOKENS, 100)).when(asks).events();
      assertThat(batched).isEqualTo(alone);
    }
  }

  @Nested
  @DisplayName("of usage records")
  class OfUsage {
    private static Deed useAll(String name, long... amounts) {
      return (story, id) -> {
        List<Command.RecordUsage> records = new ArrayList<>();
        for (long amount : amounts) {
          RequestId own = new RequestId(id + "." + (records.size() + 1));
          AllocationId allocation = amount == 13 ? new AllocationId(99) : story.allocation(name);
          records.add(new Command.RecordUsage(own, UsageRecord.of(allocation, TOKENS, amount)));
        }
        return new Command.RecordUsageBatch(id, records);
      };
    }

    @Test
    @DisplayName("records each, and refuses those of unknown allocations alone (U1)")
    void recordsEach() {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", ADA, TOKENS, 60))
          .when(useAll("a", 10, 13, 49, 2))
          .thenAnswers(
              new Outcome.Batched(
                  List.of(
                      new Outcome.Used(10, 50, false, Money.ZERO),
                      new Refusal.UnknownAllocation(new AllocationId(99)),
                      new Outcome.Used(59, 1, false, Money.ZERO),
                      new Outcome.Used(61, 0, true, Money.ZERO))))
          .thenCounts(ADA, TOKENS, 0, 61);
    }

    @Test
    @DisplayName("counts nothing twice, whether it comes again as a batch or one by one (A5)")
    void onceOnly() {
      Story story =
          given(limit(ADA, TOKENS, 100))
              .when(allocate("a", ADA, TOKENS, 60))
              .when(use("a", TOKENS, 10).under("x.1"))
              .when(useAll("a", 10, 20).under("x"))
              .thenCounts(ADA, TOKENS, 30, 30);
      Answer first = story.answer();
      story
          .when(useAll("a", 10, 20).under("x"))
          .thenAnswers(first)
          .thenNothingChanged()
          .when(use("a", TOKENS, 20).under("x.2"))
          .thenAnswers(new Outcome.Used(30, 30, false, Money.ZERO))
          .thenNothingChanged()
          .when(use("a", TOKENS, 21).under("x.2"))
          .thenRefuses(new Refusal.RequestIdConflict(new RequestId("x.2")));
    }
  }
}
