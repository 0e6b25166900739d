package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.close;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.renew;
import static dev.headroom.engine.Deed.resize;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.full;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Story.begin;
import static dev.headroom.engine.Story.given;
import static dev.headroom.engine.Story.time;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AllocationId;
import dev.headroom.model.EndCause;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An allocation")
final class LeaseTest {
  private static final String ADA = "/user:ada";
  private static final String TOKENS_OF_ADA = "/user:ada LIMIT TOKENS";

  @Nested
  @DisplayName("when it is released (A7, S4)")
  class Released {
    @ParameterizedTest(name = "{0} consumed of 60: {1} of 100 can be had again")
    @CsvSource({"0, 100", "1, 99", "59, 41", "60, 40", "70, 30"})
    @DisplayName("returns the unconsumed rest of what is spent")
    void returnsTheRest(long consumed, long headroom) {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", ADA, TOKENS, 60), use("a", TOKENS, consumed), release("a"))
          .thenHeadroom(ADA, TOKENS, headroom)
          .thenCounts(ADA, TOKENS, 0, consumed)
          .thenLive();
    }

    @ParameterizedTest(name = "{0} in use of 60")
    @CsvSource({"0", "1", "60", "70"})
    @DisplayName("returns everything of what is held, however much was in use")
    void returnsEverything(long sample) {
      given(limit(ADA, MEMORY, 100))
          .when(allocate("a", ADA, MEMORY, 60), use("a", MEMORY, sample), release("a"))
          .thenHeadroom(ADA, MEMORY, 100);
    }

    @Test
    @DisplayName("says per type what came back")
    void says() {
      begin()
          .when(
              allocate("a", ADA, required(TOKENS, 60), required(MEMORY, 8), required(CREDITS, 5)),
              use("a", TOKENS, 20),
              use("a", CREDITS, 5),
              release("a"))
          .then(story ->
              assertThat(story.answer())
                  .isInstanceOfSatisfying(
                      Outcome.Released.class,
                      released ->
                          assertThat(released.returned())
                              .containsExactly(
                                  new dev.headroom.model.GrantedLine(TOKENS, 60, 40),
                                  full(MEMORY, 8))));
    }

    @Test
    @DisplayName("has ended: but for late usage nothing can be done with it, and nothing changes")
    void endsOnce() {
      Story story =
          given(limit(ADA, TOKENS, 100)).when(allocate("a", ADA, TOKENS, 60), release("a"));
      Refusal unknown = new Refusal.UnknownAllocation(story.allocation("a"));
      story
          .when(release("a"))
          .thenRefuses(unknown)
          .when(renew("a", "PT1H"))
          .thenRefuses(unknown)
          .when(resize("a", TOKENS, 1))
          .thenRefuses(unknown);
    }

    @Test
    @DisplayName("lends its slot to the next, which its old name does not reach")
    void staleNames() {
      Story story = begin().when(allocate("a", ADA, TOKENS, 60), release("a"));
      AllocationId stale = story.allocation("a");
      story
          .when(allocate("b", ADA, TOKENS, 7))
          .when(release(stale))
          .thenRefuses(new Refusal.UnknownAllocation(stale))
          .thenLive("b")
          .thenCounts(ADA, TOKENS, 7, 0);
    }

    @ParameterizedTest(name = "id {0}")
    @CsvSource({"1", "4294967296", "4294967298", "9223372036854775807"})
    @DisplayName("is not found under an id that was never given")
    void unknownNames(long id) {
      Refusal unknown = new Refusal.UnknownAllocation(new AllocationId(id));
      begin()
          .when(allocate("a", ADA, TOKENS, 1))
          .when(release(new AllocationId(id)))
          .thenRefuses(unknown)
          .thenLive("a");
    }
  }

  @Nested
  @DisplayName("when its lease is over (A8)")
  class Expired {
    @Test
    @DisplayName("is there a millisecond before, and gone at the instant itself")
    void exactly() {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", ADA, TOKENS, 100).lasting("PT30M"))
          .at("10:29:59.999")
          .when(allocate("b", ADA, TOKENS, 1))
          .thenDenies(no(TOKENS, 1, 0, TOKENS_OF_ADA, CONTENTION))
          .at("10:30")
          .when(allocate("b", ADA, TOKENS, 100))
          .thenGrants(TOKENS, 100)
          .thenLive("b");
    }

    @Test
    @DisplayName("is gone before what is asked at that instant is decided")
    void beforeAnythingElse() {
      Story story = begin().when(allocate("a", ADA, TOKENS, 100).lasting("PT30M")).at("10:30");
      Refusal unknown = new Refusal.UnknownAllocation(story.allocation("a"));
      story
          .when(renew("a", "PT1H"))
          .thenRefuses(unknown)
          .when(resize("a", TOKENS, 1))
          .thenRefuses(unknown);
    }

    @Test
    @DisplayName("is gone before its scope is closed at that instant")
    void beforeAClose() {
      begin()
          .when(allocate("a", ADA, TOKENS, 100).lasting("PT30M"))
          .at("10:30")
          .when(close(ADA))
          .thenAnswers(new Outcome.Closed(0, 0));
    }

    @Test
    @DisplayName("ended when it did, however late someone looks, returning what was not consumed")
    void inRetrospect() {
      begin()
          .when(allocate("a", ADA, TOKENS, 100).lasting("PT30M"), use("a", TOKENS, 40))
          .until("15:00")
          .then(story ->
              assertThat(story.told())
                  .singleElement()
                  .satisfies(
                      ended -> assertThat(ended.at()).isEqualTo(time("10:30")),
                      ended ->
                          assertThat(ended.body())
                              .isEqualTo(
                                  new Event.Ended(
                                      ScopePath.of(ADA),
                                      story.allocation("a"),
                                      EndCause.EXPIRED,
                                      List.of(
                                          new dev.headroom.model.GrantedLine(TOKENS, 100, 60))))));
    }

    @ParameterizedTest(name = "{0} ms after ten and {1} ms: {2} ms")
    @CsvSource({
      "0, 0, 1",
      "0, 1, 62",
      "63, 0, 1",
      "0, 7, 63",
      "0, 0, 64",
      "5, 11, 65",
      "63, 63, 4095",
      "0, 4095, 4096",
      "1, 2, 262143",
      "262143, 3, 262144",
      "12345, 67, 16777216",
      "0, 999, 1073741824",
      "86399999, 1, 2592000000"
    })
    @DisplayName("of whatever length lives for just that, whenever it began")
    void ofWhateverLength(long later, long stillLater, long lease) {
      Instant start = time("10:00").plusMillis(later + stillLater);
      begin()
          .until(time("10:00").plusMillis(later).toString())
          .until(start.toString())
          .when(allocate("a", ADA, TOKENS, 1).lasting("PT" + BigDecimal.valueOf(lease, 3) + "S"))
          .until(start.plusMillis(lease - 1).toString())
          .thenLive("a")
          .until(start.plusMillis(lease).toString())
          .thenLive();
    }

    @Test
    @DisplayName("ends in order of time, and at one instant in order of its name")
    void inOrder() {
      begin()
          .when(
              allocate("a", ADA, TOKENS, 1).lasting("PT40M"),
              allocate("b", ADA, TOKENS, 1).lasting("PT30M"),
              allocate("c", ADA, TOKENS, 1).lasting("PT20M"))
          .at("10:10")
          .when(
              allocate("d", ADA, TOKENS, 1).lasting("PT20M"),
              allocate("e", ADA, TOKENS, 1).lasting("PT5M"))
          .until("11:00")
          .then(story ->
              assertThat(story.told())
                  .extracting(ended -> ((Event.Ended) ended.body()).allocation())
                  .containsExactly(
                      story.allocation("e"),
                      story.allocation("c"),
                      story.allocation("b"),
                      story.allocation("d"),
                      story.allocation("a")));
    }
  }

  @Nested
  @DisplayName("when it is renewed (A7)")
  class Renewed {
    @ParameterizedTest(name = "for {0}: until {1}")
    @CsvSource({"PT1H, 11:30", "PT5M, 10:35", "PT0.001S, 10:30:00.001", "P30D, 2026-04-01T10:30Z"})
    @DisplayName("expires so long from now, sooner or later than before")
    void fromNow(String lease, String until) {
      begin()
          .when(allocate("a", ADA, TOKENS, 1))
          .at("10:30")
          .when(renew("a", lease))
          .thenAnswers(new Outcome.Renewed(time(until)))
          .then(story ->
              story.thenTells(
                  new Event.Renewed(ScopePath.of(ADA), story.allocation("a"), time(until))));
    }

    @Test
    @DisplayName("lives until its new expiry and no longer")
    void expiresThen() {
      begin()
          .when(allocate("a", ADA, TOKENS, 1), allocate("b", ADA, TOKENS, 1))
          .at("10:59:59.999")
          .when(renew("a", "PT1H"))
          .until("11:59:59.998")
          .thenLive("a")
          .until("11:59:59.999")
          .thenLive();
    }
  }

  @Test
  @DisplayName("that still waits cannot be used, renewed or resized, and nothing changes")
  void waiting() {
    Story story =
        given(limit(ADA, TOKENS, 10))
            .when(allocate("a", ADA, TOKENS, 10), allocate("w", ADA, TOKENS, 5).waiting("PT10M"));
    Refusal waits = new Refusal.StillWaiting(story.allocation("w"));
    story
        .when(use("w", TOKENS, 1))
        .thenRefuses(waits)
        .when(renew("w", "PT1H"))
        .thenRefuses(waits)
        .when(resize("w", TOKENS, 3))
        .thenRefuses(waits);
  }

  @Test
  @DisplayName("of a pool that is gone keeps what limits granted, and returns it (A7)")
  void poolRemoved() {
    given(limit(ADA, TOKENS, 100))
        .and(pool("p", ADA, TOKENS, 100))
        .when(allocate("a", ADA, TOKENS, 60), Deed.removePool("p"))
        .thenCounts(ADA, TOKENS, 60, 0)
        .when(use("a", TOKENS, 20))
        .thenAnswers(new Outcome.Used(20, 40, false, dev.headroom.model.Money.ZERO))
        .when(set(pool("q", ADA, TOKENS, 50)), release("a"))
        .thenHeadroom(ADA, TOKENS, 50)
        .thenPool("q", 50, 0, 0);
  }
}
