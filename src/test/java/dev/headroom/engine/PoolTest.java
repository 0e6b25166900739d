package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.changes;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.removePool;
import static dev.headroom.engine.Deed.resize;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.topUp;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.refilled;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;

import dev.headroom.model.Change;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.PoolId;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A pool")
final class PoolTest {
  private static final String ADA = "/user:ada";
  private static final String RUN = "/user:ada/run:r1";
  private static final PoolId P = new PoolId("p");

  @Nested
  @DisplayName("is conserved (P1)")
  class IsConserved {
    @Test
    @DisplayName("through reservation, usage, excess, release and top-up of a spent type")
    void spent() {
      given(pool("p", "/", TOKENS, 100))
          .thenPool("p", 100, 0, 0)
          .when(allocate("a", ADA, TOKENS, 60))
          .thenPool("p", 40, 60, 0)
          .when(use("a", TOKENS, 25))
          .thenPool("p", 40, 35, 25)
          .when(release("a"))
          .thenPool("p", 75, 0, 25)
          .when(allocate("b", ADA, TOKENS, 75), use("b", TOKENS, 80))
          .thenPool("p", -5, 0, 105)
          .when(topUp("p", 65))
          .thenPool("p", 60, 0, 105);
    }

    @Test
    @DisplayName("as available and reserved together of a held type, whatever is in use")
    void held() {
      given(pool("p", "/", MEMORY, 100))
          .when(allocate("a", ADA, MEMORY, 60), use("a", MEMORY, 90))
          .thenPool("p", 40, 60, 0)
          .when(resize("a", MEMORY, 100))
          .thenPool("p", 0, 100, 0)
          .when(release("a"))
          .thenPool("p", 100, 0, 0);
    }

    @ParameterizedTest(name = "by {0}: {1}")
    @CsvSource({"1, true", "30, true", "31, false"})
    @DisplayName("can be topped up to its capacity and not beyond")
    void topsUp(long amount, boolean fits) {
      Story story =
          given(pool("p", ADA, TOKENS, 100))
              .when(allocate("a", ADA, TOKENS, 50), use("a", TOKENS, 30))
              .when(topUp("p", amount));
      if (fits) {
        story
            .thenAnswers(new Outcome.ToppedUp(50 + amount))
            .thenTellsAmongOthers(new Event.ToppedUp(ScopePath.of(ADA), P, amount, "op", "as told"))
            .thenPool("p", 50 + amount, 20, 30);
      } else {
        story.thenRefusesAsInvalid("/amount", "at most 30").thenPool("p", 50, 20, 30);
      }
    }

    @Test
    @DisplayName("can be topped up by what replenishment has not brought yet")
    void topsUpARefilled() {
      given(refilled(pool("p", "/", TOKENS, 100), 10, "PT1M"))
          .when(allocate("a", ADA, TOKENS, 50), use("a", TOKENS, 50))
          .at("10:02")
          .when(topUp("p", 31))
          .thenRefusesAsInvalid("/amount", "at most 30")
          .when(topUp("p", 30))
          .thenAnswers(new Outcome.ToppedUp(100));
    }

    @Test
    @DisplayName("cannot be topped up where it is held or unknown")
    void noTopUp() {
      given(pool("p", "/", MEMORY, 100))
          .when(topUp("p", 1))
          .thenRefusesAsInvalid("/pool", "held")
          .when(topUp("q", 1))
          .thenRefuses(new Refusal.UnknownPool(new PoolId("q")));
    }
  }

  @Nested
  @DisplayName("serves a line (P2)")
  class Serves {
    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource({
      "/, root",
      "/user:bob/run:r1, root",
      "/user:ada, adas",
      "/user:ada/run:r2, adas",
      "/user:ada/run:r1, runs",
      "/user:ada/run:r1/step:1, runs",
      "/user:ada/swarm:s/run:r1, adas"
    })
    @DisplayName("when it is the nearest, looking up from the path's end")
    void nearest(String path, String serving) {
      Story story =
          given(
              pool("root", "/", TOKENS, 100),
              pool("adas", ADA, TOKENS, 100),
              pool("runs", RUN, TOKENS, 100),
              pool("memory", RUN, MEMORY, 100));
      story.when(allocate("a", path, TOKENS, 10), use("a", TOKENS, 4));
      for (String id : new String[] {"root", "adas", "runs"}) {
        boolean serves = id.equals(serving);
        story.thenPool(id, serves ? 90 : 100, serves ? 6 : 0, serves ? 4 : 0);
      }
    }

    @Test
    @DisplayName("alone: a larger pool further up does not help, and one below does not count")
    void alone() {
      given(
              pool("root", "/", TOKENS, 100),
              pool("adas", ADA, TOKENS, 5),
              pool("runs", RUN, TOKENS, 0))
          .when(allocate("b", ADA, TOKENS, 1), allocate("a", ADA, TOKENS, 5))
          .thenDenies(no(TOKENS, 5, 4, "/user:ada POOL adas", CONTENTION));
    }

    @Test
    @DisplayName("of its own type only; without one, only limits apply")
    void ownType() {
      given(pool("p", "/", MEMORY, 0), pool("q", ADA, CREDITS, 0))
          .when(allocate("a", ADA, TOKENS, 1_000))
          .thenGrants(TOKENS, 1_000);
    }

    @Test
    @DisplayName("until it ends, even where a nearer one has come since")
    void keepsServing() {
      given(pool("root", "/", TOKENS, 100))
          .when(allocate("a", ADA, TOKENS, 60), set(pool("adas", ADA, TOKENS, 50)))
          .when(use("a", TOKENS, 20))
          .thenPool("root", 40, 40, 20)
          .thenPool("adas", 50, 0, 0)
          .at("10:10")
          .when(resize("a", TOKENS, 70))
          .thenRefusesAsInvalid("/type", "another pool")
          .when(resize("a", TOKENS, 50))
          .thenPool("root", 50, 30, 20)
          .when(release("a"))
          .thenPool("root", 80, 0, 20)
          .thenPool("adas", 50, 0, 0);
    }

    @Test
    @DisplayName("until it is removed; then the next up the path does")
    void removed() {
      given(pool("root", "/", TOKENS, 100), pool("adas", ADA, TOKENS, 50))
          .when(removePool("adas"), allocate("a", ADA, TOKENS, 60))
          .thenGrants(TOKENS, 60)
          .thenPool("root", 40, 60, 0);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("in the place of another that goes with the same change set, named first or last")
    void replaced(boolean removedFirst) {
      Change remove = new Change.RemovePool(P, 1);
      Change put = new Change.PutPool(pool("q", "/", TOKENS, 50), 0);
      given(pool("p", "/", TOKENS, 100))
          .when(removedFirst ? changes(remove, put) : changes(put, remove))
          .thenAnswers(new Outcome.ConfigChanged(2))
          .when(allocate("a", ADA, TOKENS, 30))
          .thenPool("q", 20, 30, 0)
          .when(allocate("b", ADA, TOKENS, 30))
          .thenDenies(no(TOKENS, 30, 20, "/ POOL q", CONTENTION));
    }

    @Test
    @DisplayName("as the only one of its type at its scope")
    void onlyOne() {
      given(pool("p", "/", TOKENS, 100))
          .when(set(pool("q", "/", TOKENS, 100)))
          .thenRefusesAsInvalid("/changes/0", "already: p")
          .when(set(pool("q", "/", MEMORY, 100)), set(pool("r", ADA, TOKENS, 100)))
          .thenAnswers(new Outcome.ConfigChanged(3));
    }

    @Test
    @DisplayName("always at the same scope with the same type")
    void cannotMove() {
      given(pool("p", "/", TOKENS, 100))
          .when(set(pool("p", ADA, TOKENS, 100)))
          .thenRefusesAsInvalid("/pool", "cannot change")
          .when(set(pool("p", "/", CREDITS, 100)))
          .thenRefusesAsInvalid("/pool", "cannot change");
    }
  }

  @Nested
  @DisplayName("whose capacity is lowered (P6)")
  class Lowered {
    @ParameterizedTest(name = "to {0}: {1} available")
    @CsvSource({"100, 40", "99, 39", "61, 1", "60, 0", "59, 0", "0, 0"})
    @DisplayName("revokes nothing, and has available what the rest still holds")
    void revokesNothing(long capacity, long available) {
      given(pool("spent", "/", TOKENS, 100), pool("held", "/", MEMORY, 100))
          .when(allocate("a", ADA, TOKENS, 60), allocate("b", ADA, MEMORY, 60))
          .when(set(pool("spent", "/", TOKENS, capacity), pool("held", "/", MEMORY, capacity)))
          .thenLive("a", "b")
          .thenPool("spent", available, 60, 0)
          .thenPool("held", available, 60, 0)
          .thenHeadroom(ADA, TOKENS, available)
          .thenHeadroom(ADA, MEMORY, available);
    }

    @Test
    @DisplayName("has nothing to give until releases make room")
    void untilReleases() {
      given(pool("spent", "/", TOKENS, 100), pool("held", "/", MEMORY, 100))
          .when(
              allocate("a", ADA, TOKENS, 60),
              allocate("b", ADA, TOKENS, 30),
              allocate("c", ADA, MEMORY, 60),
              allocate("d", ADA, MEMORY, 30))
          .when(set(pool("spent", "/", TOKENS, 50), pool("held", "/", MEMORY, 50)))
          .when(release("b"), release("d"))
          .thenPool("spent", 0, 60, 0)
          .thenPool("held", 0, 60, 0)
          .when(release("a"), release("c"))
          .thenPool("spent", 50, 0, 0)
          .thenPool("held", 50, 0, 0);
    }

    @Test
    @DisplayName(
        "and raised again has of a held type what is not reserved, of a spent what is left")
    void raisedAgain() {
      given(pool("spent", "/", TOKENS, 100), pool("held", "/", MEMORY, 100))
          .when(allocate("a", ADA, TOKENS, 60), allocate("b", ADA, MEMORY, 60))
          .when(set(pool("spent", "/", TOKENS, 50), pool("held", "/", MEMORY, 50)))
          .when(set(pool("spent", "/", TOKENS, 200), pool("held", "/", MEMORY, 200)))
          .thenPool("spent", 0, 60, 0)
          .thenPool("held", 140, 60, 0);
    }
  }

  @Test
  @DisplayName("meets limits as well: the tighter binds (A2)")
  void besideALimit() {
    given(limit(ADA, TOKENS, 10))
        .and(pool("p", "/", TOKENS, 10))
        .when(allocate("b", "/user:bob", TOKENS, 1), allocate("a", ADA, TOKENS, 10))
        .thenDenies(no(TOKENS, 10, 9, "/ POOL p", CONTENTION))
        .when(allocate("a", ADA, TOKENS, 5), allocate("c", ADA, TOKENS, 6))
        .thenDenies(no(TOKENS, 6, 4, "/ POOL p", CONTENTION));
  }
}
