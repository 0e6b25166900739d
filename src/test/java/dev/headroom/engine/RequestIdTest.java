package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.close;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.renew;
import static dev.headroom.engine.Deed.resize;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.topUp;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.RequestLine.optional;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.junit.jupiter.api.Named.named;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Answer;
import dev.headroom.model.Outcome;
import dev.headroom.model.Priority;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A request id that was used before (A5)")
final class RequestIdTest {
  private static final String ADA = "/user:ada";
  private static final Refusal CONFLICT = new Refusal.RequestIdConflict(new RequestId("x"));

  /// Ada has 100 tokens, of which allocation `a` has 60 with 10 consumed.
  private static Story story() {
    return given(limit(ADA, TOKENS, 100))
        .and(pool("p", "/", CREDITS, 100))
        .when(
            allocate("a", ADA, required(TOKENS, 60), required(CREDITS, 10)),
            use("a", TOKENS, 10),
            use("a", CREDITS, 10));
  }

  @Nested
  @DisplayName("with the same content")
  class WithTheSameContent {
    static Stream<Named<Deed>> deeds() {
      return Stream.of(
          named("allocate", allocate("b", ADA, TOKENS, 7)),
          named("allocate, denied", allocate("b", ADA, TOKENS, 70)),
          named("allocate, queued", allocate("b", ADA, TOKENS, 70).waiting("PT1H")),
          named("record usage", use("a", TOKENS, 7)),
          named("record usage beyond the reservation", use("a", TOKENS, 70)),
          named("release", release("a")),
          named("renew", renew("a", "PT2H")),
          named("resize", resize("a", TOKENS, 80)),
          named("resize, in vain", resize("a", TOKENS, 101)),
          named("close a scope", close(ADA)),
          named("top up", topUp("p", 7)),
          named("set limits", set(limit(ADA, TOKENS, 100), limit(ADA, MEMORY, 5))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deeds")
    @DisplayName("returns the first outcome again and changes nothing:")
    void repeats(Deed deed) {
      Story story = story();
      var command = deed.in(story, new RequestId("x"));
      Answer first = story.when((_, _) -> command).answer();
      org.assertj.core.api.Assertions.assertThat(first).isInstanceOf(Outcome.class);
      story
          .when((_, _) -> command)
          .thenAnswers(first)
          .thenNothingChanged()
          .thenTells()
          .at("10:30")
          .when((_, _) -> command)
          .thenAnswers(first)
          .thenNothingChanged();
    }

    @Test
    @DisplayName("is known by all of its 128 characters")
    void longIds() {
      String id = "x".repeat(127);
      Story story = given(limit(ADA, TOKENS, 100));
      Answer first = story.when(allocate("a", ADA, TOKENS, 60).under(id + "1")).answer();
      story
          .when(allocate("b", ADA, TOKENS, 1).under("x"))
          .when(allocate("c", ADA, TOKENS, 1).under(id + "2"))
          .thenGrants(TOKENS, 1)
          .when(allocate("a", ADA, TOKENS, 60).under(id + "1"))
          .thenAnswers(first)
          .thenNothingChanged()
          .thenLive("a", "b", "c");
    }

    @Test
    @DisplayName("says granted even after the allocation has ended")
    void afterTheEnd() {
      Story story = given(limit(ADA, TOKENS, 100));
      Answer first = story.when(allocate("a", ADA, TOKENS, 60).under("x")).answer();
      story
          .when(release("a"))
          .when(allocate("a", ADA, TOKENS, 60).under("x"))
          .thenAnswers(first)
          .thenNothingChanged()
          .thenLive()
          .thenCounts(ADA, TOKENS, 0, 0);
    }

    @Test
    @DisplayName("says denied even where it would be granted now")
    void afterADenial() {
      Story story = given(limit(ADA, TOKENS, 100)).when(allocate("before", ADA, TOKENS, 100));
      Answer first = story.when(allocate("a", ADA, TOKENS, 60).under("x")).answer();
      story
          .when(release("before"))
          .when(allocate("a", ADA, TOKENS, 60).under("x"))
          .thenIs(Outcome.Denied.class)
          .thenAnswers(first)
          .thenNothingChanged()
          .thenLive();
    }

    @Test
    @DisplayName("says queued even where it was granted since")
    void afterAWait() {
      Story story = given(limit(ADA, TOKENS, 100)).when(allocate("before", ADA, TOKENS, 100));
      Answer first = story.when(allocate("a", ADA, TOKENS, 60).waiting("PT1H").under("x")).answer();
      story
          .when(release("before"))
          .thenLive("a")
          .when(allocate("a", ADA, TOKENS, 60).waiting("PT1H").under("x"))
          .thenIs(Outcome.Queued.class)
          .thenAnswers(first)
          .thenNothingChanged()
          .thenLive("a");
    }

    @Test
    @DisplayName("does it once for 24 hours, whatever else happens")
    void forADay() {
      Story story = given(limit(ADA, TOKENS, 100));
      Answer first = story.when(allocate("a", ADA, TOKENS, 60).under("x")).answer();
      story
          .at("2026-03-03T10:00Z")
          .when(allocate("b", ADA, CREDITS, 1))
          .when(allocate("a", ADA, TOKENS, 60).under("x"))
          .thenAnswers(first)
          .thenNothingChanged()
          .thenLive("b");
    }
  }

  @ParameterizedTest(name = "the one made {0} hours after the first")
  @ValueSource(ints = {0, 1, 23, 24, 25, 47, 48, 49})
  @DisplayName("is known for 24 hours while others come every hour:")
  void forADayAmongOthers(int hour) {
    Story story = Story.begin();
    Instant start = story.now();
    Answer first = new Outcome.TimeAdvanced();
    for (int other = 0; other < hour + 24; other++) {
      story.at(start.plusSeconds(other * 3600L).toString()).when(allocate("b", ADA, CREDITS, 1));
      if (other == hour) {
        first = story.when(allocate("a", ADA, TOKENS, 7).under("x")).answer();
      }
    }
    story
        .at(start.plusSeconds((hour + 24) * 3600L).toString())
        .when(allocate("b", ADA, CREDITS, 1))
        .when(allocate("a", ADA, TOKENS, 7).under("x"))
        .thenAnswers(first)
        .thenNothingChanged()
        .thenCounts(ADA, TOKENS, 0, 0);
  }

  @Nested
  @DisplayName("with other content")
  class WithOtherContent {
    static Stream<Named<Deed>> others() {
      return Stream.of(
          named("another amount", allocate("b", ADA, TOKENS, 8)),
          named("another type", allocate("b", ADA, CREDITS, 7)),
          named("another scope", allocate("b", "/user:bob", TOKENS, 7)),
          named("another priority", allocate("b", ADA, TOKENS, 7).as(Priority.HIGH)),
          named("another lease", allocate("b", ADA, TOKENS, 7).lasting("PT59M")),
          named("another wait", allocate("b", ADA, TOKENS, 7).waiting("PT1S")),
          named("another purpose", allocate("b", ADA, TOKENS, 7).to("try again")),
          named("one line more", allocate("b", ADA, required(TOKENS, 7), required(CREDITS, 1))),
          named("another command", use("a", TOKENS, 7)),
          named("a change", set(limit(ADA, TOKENS, 7))),
          named("a command that would be refused", close("/user:nobody")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    @DisplayName("is refused as a conflict of ids and changes nothing:")
    void conflicts(Deed other) {
      story()
          .when(allocate("b", ADA, TOKENS, 7).under("x"))
          .thenGrants(TOKENS, 7)
          .when(other.under("x"))
          .thenRefuses(CONFLICT);
    }

    static Stream<Named<List<Deed>>> lookalikes() {
      return Stream.of(
          named(
              "scopes whose names have the same hash",
              List.of(allocate("b", "/user:Aa", TOKENS, 7), allocate("b", "/user:BB", TOKENS, 7))),
          named(
              "a line and an alternative that read the same number by number",
              List.of(
                  allocate("b", ADA, optional(CREDITS, 3).orElse(TOKENS, 5).orElse(TOKENS, 5)),
                  allocate("b", ADA, optional(CREDITS, 3), required(TOKENS, 5)))),
          named(
              "purposes that differ at their end",
              List.of(
                  allocate("b", ADA, TOKENS, 7).to("a".repeat(255)),
                  allocate("b", ADA, TOKENS, 7).to("a".repeat(254) + "b"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lookalikes")
    @DisplayName("is refused however alike the contents look:")
    void conflictsOfLookalikes(List<Deed> deeds) {
      story()
          .when(deeds.getFirst().under("x"))
          .thenIs(Outcome.class)
          .when(deeds.getLast().under("x"))
          .thenRefuses(CONFLICT);
    }

    @Test
    @DisplayName("is refused for usage too, so that nothing is counted twice (U1)")
    void usage() {
      story()
          .when(use("a", TOKENS, 5).under("x"))
          .when(use("a", TOKENS, 6).under("x"))
          .thenRefuses(CONFLICT)
          .when(use("a", CREDITS, 5).under("x"))
          .thenRefuses(CONFLICT)
          .thenCounts(ADA, TOKENS, 45, 15);
    }

    @Test
    @DisplayName("is refused after a denial too, which was an outcome")
    void afterADenial() {
      story()
          .when(allocate("b", ADA, TOKENS, 41).under("x"))
          .thenIs(Outcome.Denied.class)
          .when(allocate("b", ADA, TOKENS, 40).under("x"))
          .thenRefuses(CONFLICT);
    }

    @Test
    @DisplayName("is free where the first was refused, for that decided nothing")
    void afterARefusal() {
      story()
          .when(release(new AllocationId(99)).under("x"))
          .thenRefuses(new Refusal.UnknownAllocation(new AllocationId(99)))
          .when(allocate("b", ADA, TOKENS, 40).under("x"))
          .thenGrants(TOKENS, 40);
    }
  }

  @Nested
  @DisplayName("where only 64 are remembered")
  class Bounded {
    @Test
    @DisplayName("is known while 31 newer ones came, and forgotten when 64 did")
    void forgetsTheOldest() {
      Story story = Story.remembering(64);
      Answer first = story.when(allocate("a", ADA, TOKENS, 1).under("x")).answer();
      for (int newer = 0; newer < 31; newer++) {
        story.when(allocate("b", ADA, TOKENS, 1));
      }
      story.when(allocate("a", ADA, TOKENS, 1).under("x")).thenAnswers(first).thenNothingChanged();
      for (int newer = 31; newer < 64; newer++) {
        story.when(allocate("b", ADA, TOKENS, 1));
      }
      story
          .when(allocate("a", ADA, TOKENS, 1).under("x"))
          .thenGrants(TOKENS, 1)
          .thenCounts(ADA, TOKENS, 66, 0);
    }

    @Test
    @DisplayName("does not lose its place to refusals and repetitions, which are not remembered")
    void countsOutcomesOnly() {
      Story story = Story.remembering(64);
      Answer first = story.when(allocate("a", ADA, TOKENS, 1).under("x")).answer();
      for (int other = 0; other < 100; other++) {
        story.when(
            close("/user:nobody"),
            allocate("a", ADA, TOKENS, 1).under("x"),
            allocate("a", ADA, TOKENS, 2).under("x"));
      }
      story
          .when(allocate("a", ADA, TOKENS, 1).under("x"))
          .thenAnswers(first)
          .thenNothingChanged()
          .thenCounts(ADA, TOKENS, 1, 0);
    }
  }
}
