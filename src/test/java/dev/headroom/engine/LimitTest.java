package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.changes;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.unlimit;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Story.begin;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Limit;
import dev.headroom.model.Outcome;
import dev.headroom.model.PoolId;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A limit")
final class LimitTest {
  private static final String ADA = "/user:ada";
  private static final String TOKENS_OF_ADA = "/user:ada LIMIT TOKENS";

  private static Change put(long basedOn, Limit... limits) {
    return new Change.PutLimits(limits[0].path(), List.of(limits), basedOn);
  }

  @Nested
  @DisplayName("beside others of its type (L1)")
  class BesideOthers {
    @ParameterizedTest(name = "{0} an hour, {1} a day, {2} in all: {3} of {4} are left")
    @CsvSource({
      "10, 20, 30, 10, /user:ada LIMIT TOKENS/PT1H",
      "20, 10, 30, 10, /user:ada LIMIT TOKENS/P1D",
      "20, 30, 10, 10, /user:ada LIMIT TOKENS"
    })
    @DisplayName("holds with all of them, whatever their periods")
    void allHold(long hour, long day, long life, long left, String binding) {
      given(
              limit(ADA, TOKENS, day, "P1D"),
              limit(ADA, TOKENS, life),
              limit(ADA, TOKENS, hour, "PT1H"))
          .when(allocate("a", ADA, TOKENS, left + 1))
          .thenDenies(
              no(TOKENS, left + 1, left, binding, dev.headroom.model.Denial.Reason.EXCEEDS_LIMIT))
          .when(allocate("a", ADA, TOKENS, left))
          .thenGrants(TOKENS, left)
          .thenLimit("/user:ada LIMIT TOKENS/PT1H", hour, left, 0)
          .thenLimit("/user:ada LIMIT TOKENS/P1D", day, left, 0)
          .thenLimit(TOKENS_OF_ADA, life, left, 0);
    }

    @Test
    @DisplayName("starts its windows by itself")
    void ownWindows() {
      given(limit(ADA, TOKENS, 10, "PT1H"), limit(ADA, TOKENS, 25, "P1D"))
          .when(allocate("a", ADA, TOKENS, 10), use("a", TOKENS, 10))
          .until("11:00")
          .thenLimit("/user:ada LIMIT TOKENS/PT1H", 10, 0, 0)
          .thenLimit("/user:ada LIMIT TOKENS/P1D", 25, 0, 10)
          .when(allocate("b", ADA, TOKENS, 10), use("b", TOKENS, 10))
          .at("12:00")
          .thenHeadroom(ADA, TOKENS, 5);
    }

    @Test
    @DisplayName("starts its windows by itself with usage alone, when nobody asks what is left")
    void ownWindowsByUsage() {
      given(limit(ADA, TOKENS, 100), limit(ADA, TOKENS, 30, "PT1H"), limit(ADA, TOKENS, 25, "PT2H"))
          .when(allocate("a", ADA, TOKENS, 20).lasting("PT9H"), use("a", TOKENS, 5))
          .at("11:30")
          .when(use("a", TOKENS, 7))
          .thenLimit("/user:ada LIMIT TOKENS/PT1H", 30, 8, 7)
          .thenLimit("/user:ada LIMIT TOKENS/PT2H", 25, 8, 12)
          .thenLimit(TOKENS_OF_ADA, 100, 8, 12)
          .at("12:30")
          .when(release("a"))
          .thenLimit("/user:ada LIMIT TOKENS/PT1H", 30, 0, 0)
          .thenLimit("/user:ada LIMIT TOKENS/PT2H", 25, 0, 0)
          .thenLimit(TOKENS_OF_ADA, 100, 0, 12);
    }

    @Test
    @DisplayName("goes without the others: taking one away leaves the rest as they are")
    void leavesTheRest() {
      given(limit(ADA, TOKENS, 30), limit(ADA, TOKENS, 10, "PT1H"), limit(ADA, TOKENS, 20, "P1D"))
          .when(allocate("a", ADA, TOKENS, 4), use("a", TOKENS, 3))
          .when(set(limit(ADA, TOKENS, 10, "PT1H"), limit(ADA, TOKENS, 20, "P1D")))
          .thenLimit("/user:ada LIMIT TOKENS/PT1H", 10, 1, 3)
          .thenLimit("/user:ada LIMIT TOKENS/P1D", 20, 1, 3)
          .when(set(limit(ADA, TOKENS, 20, "P1D")))
          .thenLimit("/user:ada LIMIT TOKENS/P1D", 20, 1, 3)
          .thenHeadroom(ADA, TOKENS, 16)
          .when(set(limit(ADA, TOKENS, 20, "P1D"), limit(ADA, TOKENS, 30)))
          .thenLimit(TOKENS_OF_ADA, 30, 1, 3);
    }

    @Test
    @DisplayName("cannot have the type and period of another")
    void oneEach() {
      assertThatThrownBy(() -> put(0, limit(ADA, TOKENS, 1), limit(ADA, TOKENS, 2)))
          .isInstanceOf(InvalidValueException.class);
    }
  }

  @Nested
  @DisplayName("counts as used (L3)")
  class Used {
    @Test
    @DisplayName("what is reserved now and what was consumed, over the scope's lifetime")
    void lifetime() {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", ADA, TOKENS, 60), use("a", TOKENS, 20), release("a"))
          .when(allocate("b", ADA, TOKENS, 30).lasting("P30D"))
          .thenLimit(TOKENS_OF_ADA, 100, 30, 20)
          .until("2026-03-31T00:00Z")
          .thenLimit(TOKENS_OF_ADA, 100, 30, 20)
          .thenHeadroom(ADA, TOKENS, 50);
    }

    @Test
    @DisplayName("what was consumed before it was set, over the scope's lifetime")
    void setLate() {
      begin()
          .when(allocate("a", ADA, TOKENS, 60), use("a", TOKENS, 20))
          .when(set(limit(ADA, TOKENS, 100)))
          .thenLimit(TOKENS_OF_ADA, 100, 40, 20)
          .thenHeadroom(ADA, TOKENS, 40);
    }

    @Test
    @DisplayName("what is reserved now of a held type, and nothing that was")
    void held() {
      given(limit(ADA, MEMORY, 100))
          .when(allocate("a", ADA, MEMORY, 60), use("a", MEMORY, 90))
          .thenLimit("/user:ada LIMIT MEMORY", 100, 60, 0)
          .when(release("a"))
          .thenLimit("/user:ada LIMIT MEMORY", 100, 0, 0);
    }

    @Test
    @DisplayName("no windows of a held type, for which a period is invalid")
    void heldHasNoPeriod() {
      assertThatThrownBy(() -> limit(ADA, MEMORY, 100, "P1D"))
          .isInstanceOf(InvalidValueException.class)
          .hasMessageContaining("L3");
    }
  }

  @Nested
  @DisplayName("that is hard (L5)")
  class Hard {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
      "0, 1, false",
      "1, 1, true",
      "1, 2, false",
      "9007199254740991, 9007199254740991, true"
    })
    @DisplayName("grants up to its allowance and nothing beyond")
    void grantsUpTo(long amount, long asked, boolean granted) {
      given(limit(ADA, TOKENS, amount))
          .when(allocate("a", ADA, TOKENS, asked))
          .thenIs(granted ? Outcome.Granted.class : Outcome.Denied.class)
          .thenHeadroom(ADA, TOKENS, granted ? amount - asked : amount);
    }
  }

  @Test
  @DisplayName("of a child adds up with its siblings' to more than the parent's, which binds (L8)")
  void oversubscribed() {
    given(limit("/", TOKENS, 100), limit(ADA, TOKENS, 80), limit("/user:bob", TOKENS, 120))
        .when(allocate("a", ADA, TOKENS, 80), allocate("b", "/user:bob", TOKENS, 21))
        .thenDenies(no(TOKENS, 21, 20, "/ LIMIT TOKENS", CONTENTION))
        .when(allocate("b", "/user:bob", TOKENS, 20))
        .thenGrants(TOKENS, 20);
  }

  @Nested
  @DisplayName("that is changed (L7)")
  class Changed {
    @Test
    @DisplayName("below what is used revokes nothing, and denies until use falls")
    void lowered() {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", ADA, TOKENS, 60), allocate("b", ADA, TOKENS, 40))
          .when(set(limit(ADA, TOKENS, 50)))
          .thenLive("a", "b")
          .thenHeadroom(ADA, TOKENS, -50)
          .when(allocate("c", ADA, TOKENS, 1))
          .thenDenies(no(TOKENS, 1, -50, TOKENS_OF_ADA, CONTENTION))
          .when(release("b"), allocate("c", ADA, TOKENS, 1))
          .thenDenies(no(TOKENS, 1, -10, TOKENS_OF_ADA, CONTENTION))
          .when(release("a"), allocate("c", ADA, TOKENS, 50))
          .thenGrants(TOKENS, 50);
    }

    @ParameterizedTest(name = "to {0}")
    @CsvSource({"149, false", "150, true", "200, true"})
    @DisplayName("upward reconsiders those who wait at once")
    void raised(long amount, boolean granted) {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", ADA, TOKENS, 100))
          .when(allocate("w", ADA, TOKENS, 50).waiting("PT1H"))
          .at("10:07")
          .when(set(limit(ADA, TOKENS, amount)))
          .then(story -> {
            if (granted) {
              story.thenLive("a", "w").thenWaiting().thenHeadroom(ADA, TOKENS, amount - 150);
            } else {
              story.thenLive("a").thenWaiting("w").thenHeadroom(ADA, TOKENS, amount - 100);
            }
          });
    }

    @Test
    @DisplayName("away reconsiders those who wait, and limits no more")
    void removed() {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", ADA, TOKENS, 100))
          .when(allocate("w", ADA, TOKENS, 50).waiting("PT1H"))
          .when(unlimit(ADA))
          .thenLive("a", "w")
          .when(allocate("b", ADA, TOKENS, 1_000_000))
          .thenGrants(TOKENS, 1_000_000);
    }

    @Test
    @DisplayName("keeps its window and what was consumed in it")
    void keepsItsWindow() {
      given(limit(ADA, TOKENS, 100, "PT1H"))
          .when(allocate("a", ADA, TOKENS, 60), use("a", TOKENS, 20))
          .at("10:30")
          .when(set(limit(ADA, TOKENS, 70, "PT1H")))
          .thenLimit("/user:ada LIMIT TOKENS/PT1H", 70, 40, 20)
          .thenWindowEnds("/user:ada LIMIT TOKENS/PT1H", "11:00");
    }
  }

  @Nested
  @DisplayName("is changed by a command (L9)")
  class ByCommand {
    @Test
    @DisplayName("which is told with its version, author and reason")
    void told() {
      Change change = put(0, limit(ADA, TOKENS, 100));
      begin()
          .when(changes(change))
          .thenAnswers(new Outcome.ConfigChanged(1))
          .thenTells(new Event.ConfigChanged(ScopePath.ROOT, 1, List.of(change), "op", "as told"));
    }

    @ParameterizedTest(name = "author \"{0}\", reason \"{1}\"")
    @CsvSource({"'', why", "' ', why", "who, ''", "who, ' '"})
    @DisplayName("which is invalid without an author and a reason")
    void needsAuthorAndReason(String author, String reason) {
      List<Change> change = List.of(put(0, limit(ADA, TOKENS, 100)));
      assertThatThrownBy(() -> new Command.ApplyChanges(new RequestId("x"), change, author, reason))
          .isInstanceOf(InvalidValueException.class)
          .hasMessageContaining("L9");
    }

    @ParameterizedTest(name = "based on {0}")
    @CsvSource({"0", "2", "4"})
    @DisplayName("which is refused where it is based on another version, showing both")
    void staleLimits(long basedOn) {
      given(limit(ADA, TOKENS, 1))
          .and(limit("/user:bob", TOKENS, 1))
          .and(limit(ADA, TOKENS, 2))
          .when(changes(put(basedOn, limit(ADA, TOKENS, 3))))
          .thenRefuses(new Refusal.StaleVersion("the limits of /user:ada", basedOn, 3))
          .thenLimit(TOKENS_OF_ADA, 2, 0, 0)
          .when(changes(put(3, limit(ADA, TOKENS, 3))))
          .thenAnswers(new Outcome.ConfigChanged(4));
    }

    @Test
    @DisplayName("and so are pools and settings")
    void staleOthers() {
      Settings settings =
          new Settings(ZoneOffset.UTC, Duration.ofMinutes(2), Duration.ofMinutes(5));
      given(pool("p", "/", TOKENS, 5))
          .when(changes(new Change.PutPool(pool("p", "/", TOKENS, 6), 0)))
          .thenRefuses(new Refusal.StaleVersion("pool p", 0, 1))
          .when(changes(new Change.PutPool(pool("q", "/", MEMORY, 6), 1)))
          .thenRefuses(new Refusal.StaleVersion("pool q", 1, 0))
          .when(changes(new Change.RemovePool(new PoolId("p"), 2)))
          .thenRefuses(new Refusal.StaleVersion("pool p", 2, 1))
          .when(changes(new Change.RemovePool(new PoolId("q"), 0)))
          .thenRefuses(new Refusal.UnknownPool(new PoolId("q")))
          .when(changes(new Change.PutSettings(settings, 1)))
          .thenRefuses(new Refusal.StaleVersion("the settings", 1, 0))
          .when(changes(new Change.PutSettings(settings, 0)))
          .thenAnswers(new Outcome.ConfigChanged(2))
          .when(changes(new Change.PutSettings(settings, 0)))
          .thenRefuses(new Refusal.StaleVersion("the settings", 0, 2));
    }

    @Test
    @DisplayName("with all its changes or none of them")
    void atomic() {
      given(limit(ADA, TOKENS, 1))
          .when(
              changes(
                  put(0, limit("/user:bob", TOKENS, 7)),
                  new Change.PutPool(pool("p", "/", TOKENS, 6), 0),
                  new Change.PutSettings(Settings.DEFAULT, 0),
                  put(0, limit(ADA, TOKENS, 2))))
          .thenRefuses(new Refusal.StaleVersion("the limits of /user:ada", 0, 1))
          .when(
              changes(
                  put(0, limit("/user:bob", TOKENS, 7)),
                  new Change.PutPool(pool("p", "/", TOKENS, 6), 0),
                  put(1, limit(ADA, TOKENS, 2))))
          .thenAnswers(new Outcome.ConfigChanged(2))
          .thenLimit(TOKENS_OF_ADA, 2, 0, 0)
          .thenLimit("/user:bob LIMIT TOKENS", 7, 0, 0)
          .thenPool("p", 6, 0, 0);
    }

    @Test
    @DisplayName("which cannot change one thing twice")
    void twice() {
      begin()
          .when(changes(put(0, limit(ADA, TOKENS, 1)), put(0, limit(ADA, CREDITS, 1))))
          .thenRefusesAsInvalid("/changes/1", "again");
    }

    @Test
    @DisplayName("and a scope that was closed and comes again is no older version of itself (S3)")
    void closedAndBack() {
      given(limit(ADA, TOKENS, 1))
          .when(Deed.close(ADA))
          .when(changes(put(1, limit(ADA, TOKENS, 2))))
          .thenRefuses(new Refusal.StaleVersion("the limits of /user:ada", 1, 0))
          .when(changes(put(0, limit(ADA, TOKENS, 2))))
          .thenAnswers(new Outcome.ConfigChanged(2));
    }
  }
}
