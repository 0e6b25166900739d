package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.resize;
import static dev.headroom.engine.Deed.resolve;
import static dev.headroom.engine.Deed.restore;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.takeCheckpoint;
import static dev.headroom.engine.Deed.together;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.borrowing;
import static dev.headroom.engine.Facts.constraint;
import static dev.headroom.engine.Facts.deciding;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ConflictStrategy.NEGOTIATION;
import static dev.headroom.model.ConflictStrategy.PRIORITY;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.Priority.CRITICAL;
import static dev.headroom.model.Priority.LOW;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Conflict;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestLine;
import dev.headroom.model.Resolution;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("NEGOTIATION (Q3)")
final class NegotiationTest {
  private static final String ADA = "/user:ada";
  private static final String BOB = "/user:bob";
  private static final String ROOT = "/ LIMIT MEMORY";

  /// Asks to be content with less.
  private static Deed.Ask flexible(
      String name, String path, ResourceType type, long amount, long least) {
    return allocate(name, path, RequestLine.required(type, amount).atLeast(least)).negotiable();
  }

  private static Consumer<Story> reserves(String name, ResourceType type, long reserved) {
    return story ->
        assertThat(story.look().allocations(ScopePath.ROOT, false, 0, Integer.MAX_VALUE))
            .filteredOn(allocation -> allocation.id().equals(story.allocation(name)))
            .flatExtracting(AllocationStatus::lines)
            .filteredOn(line -> line.type() == type)
            .extracting(AllocationStatus.Line::reserved)
            .as("%s reserved by %s", type, name)
            .containsExactly(reserved);
  }

  /// A hundred are held: ada can give 10 and 30, bob nothing of 40.
  private static Story allHeld() {
    return given(deciding(NEGOTIATION, limit("/", MEMORY, 100)))
        .when(
            flexible("little", ADA, MEMORY, 20, 10),
            flexible("much", ADA, MEMORY, 40, 10),
            allocate("rigid", BOB, RequestLine.required(MEMORY, 40).atLeast(1)));
  }

  @Nested
  @DisplayName("shrinks")
  class Shrinks {
    @Test
    @DisplayName("whoever declared it, the largest slack first, and nobody by more than is missing")
    void largestSlackFirst() {
      allHeld()
          .when(allocate("more", BOB, MEMORY, 25).as(LOW))
          .thenGrants(MEMORY, 25)
          .thenLive("little", "much", "rigid", "more")
          .then(reserves("much", MEMORY, 15))
          .then(reserves("little", MEMORY, 20))
          .thenCounts("/", MEMORY, 100, 0);
    }

    @Test
    @DisplayName("down to minimums, however many that takes")
    void downToMinimums() {
      allHeld()
          .when(allocate("more", BOB, MEMORY, 40))
          .thenGrants(MEMORY, 40)
          .then(reserves("much", MEMORY, 10))
          .then(reserves("little", MEMORY, 10))
          .then(reserves("rigid", MEMORY, 40));
    }

    @Test
    @DisplayName("nobody if all of it would not suffice, and then decides as PRIORITY does")
    void noneIfNotEnough() {
      allHeld()
          .when(allocate("more", BOB, MEMORY, 41))
          .thenDenies(no(MEMORY, 41, 0, ROOT, CONTENTION))
          .then(reserves("much", MEMORY, 40))
          .then(reserves("little", MEMORY, 20))
          .when(allocate("normal", BOB, MEMORY, 41).waiting("PT1H"))
          .when(allocate("first", BOB, MEMORY, 41).as(CRITICAL).waiting("PT1H"))
          .thenQueues(ROOT, 1, "11:00")
          .thenWaiting("first", "normal");
    }

    @Test
    @DisplayName("nobody below what is consumed of a spent type, which stays with them (S4)")
    void notBelowConsumed() {
      given(deciding(NEGOTIATION, pool("p", "/", TOKENS, 100)))
          .when(flexible("a", ADA, TOKENS, 100, 10), use("a", TOKENS, 60))
          .when(allocate("more", BOB, TOKENS, 41))
          .thenIs(Outcome.Denied.class)
          .when(allocate("more", BOB, TOKENS, 40))
          .thenGrants(TOKENS, 40)
          .then(reserves("a", TOKENS, 0))
          .thenPool("p", 0, 40, 60);
    }

    @Test
    @DisplayName("nobody below what was last in use of a held type")
    void notBelowWhatIsInUse() {
      given(deciding(NEGOTIATION, limit("/", MEMORY, 100)))
          .when(flexible("a", ADA, MEMORY, 100, 10), use("a", MEMORY, 60))
          .when(allocate("more", BOB, MEMORY, 41))
          .thenIs(Outcome.Denied.class)
          .when(use("a", MEMORY, 5))
          .when(allocate("more", BOB, MEMORY, 90))
          .thenGrants(MEMORY, 90)
          .then(reserves("a", MEMORY, 10));
    }

    @Test
    @DisplayName("one that is restored as far as the one before, whose consumption stays (S4)")
    void asFarAsBeforeARestoration() {
      given(deciding(NEGOTIATION, pool("p", "/", TOKENS, 200)))
          .when(flexible("a", ADA, TOKENS, 100, 40), use("a", TOKENS, 30), takeCheckpoint(ADA))
          .when(release("a"), restore(1), allocate("rest", BOB, TOKENS, 100))
          .then(reserves("a", TOKENS, 70))
          .when(allocate("more", BOB, TOKENS, 61))
          .thenIs(Outcome.Denied.class)
          .when(allocate("more", BOB, TOKENS, 60))
          .thenGrants(TOKENS, 60)
          .then(reserves("a", TOKENS, 10));
    }

    @Test
    @DisplayName("one that is restored after it had consumed its minimum down to nothing")
    void downToNothing() {
      given(deciding(NEGOTIATION, pool("p", "/", TOKENS, 100)))
          .when(flexible("a", ADA, TOKENS, 50, 10), use("a", TOKENS, 30), takeCheckpoint(ADA))
          .when(release("a"), restore(1), allocate("more", BOB, TOKENS, 70))
          .thenGrants(TOKENS, 70)
          .then(reserves("a", TOKENS, 0));
    }

    @Test
    @DisplayName("for one that grows, but not itself (A7)")
    void toGrow() {
      allHeld()
          .when(resize("much", MEMORY, 51))
          .thenIs(Outcome.NotResized.class)
          .when(resize("much", MEMORY, 50))
          .thenAnswers(new Outcome.ResizedTo(50))
          .then(reserves("little", MEMORY, 10));
    }

    @Test
    @DisplayName("at every constraint that lacks room, if each of them negotiates")
    void severalConstraints() {
      given(deciding(NEGOTIATION, limit("/", MEMORY, 100)), limit(ADA, MEMORY, 50))
          .when(flexible("ada", ADA, MEMORY, 50, 30), flexible("bob", BOB, MEMORY, 50, 20))
          .when(allocate("more", ADA, MEMORY, 20))
          .thenGrants(MEMORY, 20)
          .then(reserves("ada", MEMORY, 30))
          .then(reserves("bob", MEMORY, 50));
      given(
              deciding(NEGOTIATION, limit("/", MEMORY, 100)),
              deciding(PRIORITY, limit(ADA, MEMORY, 50)))
          .when(flexible("ada", ADA, MEMORY, 50, 30), flexible("bob", BOB, MEMORY, 50, 20))
          .when(allocate("more", ADA, MEMORY, 20))
          .thenIs(Outcome.Denied.class)
          .then(reserves("ada", MEMORY, 50));
    }

    @Test
    @DisplayName("nobody for an option, nor for a batch of all or none (A3, A6)")
    void notForLess() {
      allHeld()
          .when(allocate("option", BOB, RequestLine.optional(MEMORY, 10)))
          .thenIs(Outcome.Denied.class)
          .when(together("both", allocate("x", BOB, MEMORY, 1), allocate("y", BOB, MEMORY, 1)))
          .thenIs(Outcome.BatchDenied.class)
          .then(reserves("much", MEMORY, 40));
    }

    @Test
    @DisplayName("for one who waits, as soon as that suffices")
    void forWaiters() {
      allHeld()
          .when(allocate("waits", BOB, MEMORY, 60).waiting("PT1H"))
          .thenWaiting("waits")
          .when(resize("rigid", MEMORY, 20))
          .thenLive("little", "much", "rigid", "waits")
          .then(reserves("much", MEMORY, 10))
          .then(reserves("little", MEMORY, 10));
    }

    @Test
    @DisplayName("for one who waits, once, if an administrator says so (Q7)")
    void once() {
      given(limit("/", MEMORY, 100))
          .when(flexible("a", ADA, MEMORY, 100, 50))
          .when(allocate("waits", BOB, MEMORY, 50).waiting("PT1H"))
          .when(resolve("waits", new Resolution.Apply(NEGOTIATION)))
          .thenLive("a", "waits")
          .then(reserves("a", MEMORY, 50));
    }

    @Test
    @DisplayName("nobody past one who starves (Q5)")
    void notPastOneWhoStarves() {
      allHeld()
          .when(allocate("starves", BOB, MEMORY, 100).waiting("PT1H"))
          .at("10:05:00.001")
          .when(allocate("more", BOB, MEMORY, 10))
          .thenIs(Outcome.Denied.class)
          .then(reserves("much", MEMORY, 40));
    }
  }

  @Nested
  @DisplayName("borrows first")
  class Borrows {
    private static Story borrower() {
      return given(
          pool("above", "/", MEMORY, 100),
          deciding(NEGOTIATION, borrowing(10, pool("p", ADA, MEMORY, 50))));
    }

    @Test
    @DisplayName("beyond the borrowing limit what the lender has to spare, shrinking nobody (P5)")
    void beyondTheLimit() {
      borrower()
          .when(flexible("a", ADA, MEMORY, 50, 10))
          .when(allocate("more", ADA, MEMORY, 60))
          .thenGrants(MEMORY, 60)
          .then(reserves("a", MEMORY, 50))
          .thenPool("p", 0, 50, 0)
          .thenPool("above", 40, 60, 0)
          .when(release("more"))
          .thenPool("above", 100, 0, 0);
    }

    @Test
    @DisplayName("no more than its limit while someone waits for the lender")
    void notWhileSomeoneWaitsThere() {
      borrower()
          .when(allocate("held", BOB, MEMORY, 60), allocate("own", ADA, MEMORY, 50))
          .when(allocate("waits", BOB, MEMORY, 50).waiting("PT1H"))
          .when(allocate("more", ADA, MEMORY, 11))
          .thenIs(Outcome.Denied.class)
          .when(allocate("more", ADA, MEMORY, 10))
          .thenGrants(MEMORY, 10);
    }

    @Test
    @DisplayName("and shrinks by what is missing still")
    void thenShrinks() {
      borrower()
          .when(allocate("held", BOB, MEMORY, 80), flexible("a", ADA, MEMORY, 50, 10))
          .when(allocate("more", ADA, MEMORY, 45))
          .thenGrants(MEMORY, 45)
          .then(reserves("a", MEMORY, 25))
          .thenPool("p", 0, 50, 0)
          .thenPool("above", 0, 100, 0);
    }

    /// Of the fifty of its own and the forty borrowed nothing is left, nor anything to borrow.
    private static Story owing() {
      return borrower()
          .when(allocate("held", BOB, MEMORY, 60))
          .when(flexible("a", ADA, MEMORY, 50, 10), flexible("b", ADA, MEMORY, 40, 5))
          .thenPool("p", 0, 50, 0)
          .thenPool("above", 0, 100, 0);
    }

    @Test
    @DisplayName("what returns to the lender of a pool that owes something, and shrinks for that")
    void borrowsAgain() {
      owing()
          .when(allocate("more", ADA, MEMORY, 60))
          .thenGrants(MEMORY, 60)
          .then(reserves("a", MEMORY, 10))
          .then(reserves("b", MEMORY, 20))
          .thenPool("p", 0, 50, 0)
          .thenPool("above", 0, 100, 0);
    }

    @Test
    @DisplayName(
        "nothing of what would return to a lender at which others wait, and shrinks nobody")
    void notPastOthersWhoWaitThere() {
      owing()
          .when(allocate("waits", BOB, MEMORY, 40).waiting("PT1H"))
          .when(allocate("more", ADA, MEMORY, 10))
          .thenIs(Outcome.Denied.class)
          .then(reserves("a", MEMORY, 50));
    }

    @Test
    @DisplayName("nothing of what would first make good what the lender lacks (P6)")
    void notWhereTheLenderLacks() {
      owing()
          .when(set(pool("above", "/", MEMORY, 99)))
          .when(allocate("more", ADA, MEMORY, 10))
          .thenIs(Outcome.Denied.class)
          .then(reserves("a", MEMORY, 50));
    }
  }

  @Nested
  @DisplayName("tells")
  class Tells {
    @Test
    @DisplayName(
        "who is shrunk for whose sake and where, then by how much; the story keeps who lost")
    void whoAndWhy() {
      allHeld()
          .when(allocate("more", BOB, MEMORY, 25))
          .then(story -> {
            var much = story.allocation("much");
            story.thenTellsAmongOthers(
                new Event.Shrunk(
                    ScopePath.of(ADA),
                    much,
                    MEMORY,
                    25,
                    constraint(ROOT),
                    Optional.of(story.allocation("more")),
                    ScopePath.of(BOB)),
                new Event.Resized(ScopePath.of(ADA), much, MEMORY, -25));
            Conflict closed = story.look().conflicts(false, 0, 10).getFirst();
            assertThat(closed.decisions())
                .singleElement()
                .satisfies(decision -> {
                  assertThat(decision.verdict()).isEqualTo(Conflict.Verdict.GRANTED_BY_NEGOTIATION);
                  assertThat(decision.losses())
                      .isEqualTo(List.of(new Conflict.Loss(ScopePath.of(ADA), much, 25)));
                });
          });
    }
  }
}
