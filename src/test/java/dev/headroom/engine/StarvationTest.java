package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.changes;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.resize;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.refilled;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.Priority.CRITICAL;
import static dev.headroom.model.Priority.LOW;
import static dev.headroom.model.RequestLine.optional;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.TOKENS;

import dev.headroom.model.Change;
import dev.headroom.model.Outcome;
import dev.headroom.model.PoolId;
import dev.headroom.model.ScopePath;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("One who has waited longer than the starvation interval (Q5)")
final class StarvationTest {
  private static final String ADA = "/user:ada";
  private static final String BOB = "/user:bob";
  private static final String AT_ADA = "/user:ada LIMIT TOKENS";

  /// Of ada's 100 tokens 80 are held; a request for 50 has waited for six minutes.
  private static Story starving() {
    return given(limit(ADA, TOKENS, 100))
        .when(allocate("held", ADA, TOKENS, 80).lasting("PT5H"))
        .when(allocate("large", ADA, TOKENS, 50).as(LOW).waiting("PT1H"))
        .at("10:06");
  }

  @Test
  @DisplayName("is passed by nobody: later ones wait behind it though they would fit")
  void isNotPassed() {
    starving()
        .when(allocate("small", ADA, TOKENS, 20).as(CRITICAL).waiting("PT10M"))
        .thenQueues(AT_ADA, 2, "10:16")
        .thenWaiting("large", "small")
        .thenHeadroom(ADA, TOKENS, 20)
        .when(release("held"))
        .thenLive("large", "small");
  }

  @Test
  @DisplayName("is served before those of higher priority")
  void isServedFirst() {
    starving()
        .when(allocate("small", ADA, TOKENS, 51).as(CRITICAL).waiting("PT10M"))
        .when(release("held"))
        .thenLive("large")
        .thenWaiting("small");
  }

  @Test
  @DisplayName("does not keep others from growing an optional line past it")
  void boundsOptionalLines() {
    starving()
        .when(allocate("a", ADA, required(CREDITS, 1), optional(TOKENS, 10).atLeast(1)))
        .thenGrantsPart(
            Facts.lines(Facts.full(CREDITS, 1)), no(TOKENS, 10, 20, AT_ADA, CONTENTION));
  }

  @Test
  @DisplayName("is not passed by a larger size either (A7)")
  void isNotPassedByAResize() {
    starving()
        .when(resize("held", TOKENS, 90))
        .thenAnswers(new Outcome.NotResized(no(TOKENS, 10, 20, AT_ADA, CONTENTION)));
  }

  @Test
  @DisplayName("lets those behind it go on when it is cancelled")
  void isCancelled() {
    starving()
        .when(allocate("small", ADA, TOKENS, 20).waiting("PT10M"))
        .thenWaiting("large", "small")
        .when(release("large"))
        .thenLive("held", "small");
  }

  @Test
  @DisplayName("lets those behind it go on when its maximum wait is over")
  void timesOut() {
    given(limit(ADA, TOKENS, 100))
        .when(allocate("held", ADA, TOKENS, 80).lasting("PT5H"))
        .when(allocate("large", ADA, TOKENS, 50).waiting("PT10M"))
        .at("10:06")
        .when(allocate("small", ADA, TOKENS, 20).waiting("PT10M").lasting("PT5H"))
        .until("10:09:59.999")
        .thenWaiting("large", "small")
        .until("10:30")
        .thenLive("held", "small")
        .thenWasGranted("small", "10:10");
  }

  @Test
  @DisplayName("keeps nobody waiting where its constraint is not on the way")
  void keepsToItsConstraint() {
    starving()
        .when(allocate("b", BOB, TOKENS, 20), allocate("c", "/", TOKENS, 5))
        .thenGrants(TOKENS, 5)
        .when(allocate("d", ADA, CREDITS, 5))
        .thenGrants(CREDITS, 5);
  }

  @Test
  @DisplayName("keeps nobody waiting any more at a constraint that it has got past")
  void movesOn() {
    given(limit("/", TOKENS, 100), limit(ADA, TOKENS, 60))
        .when(
            allocate("ada", ADA, TOKENS, 40).lasting("PT5H"),
            allocate("bob", BOB, TOKENS, 60).lasting("PT5H"))
        .when(allocate("large", ADA, TOKENS, 30).waiting("PT1H"))
        .thenQueues("/ LIMIT TOKENS", 1, "11:00")
        .at("10:06")
        .when(allocate("small", BOB, TOKENS, 30).waiting("PT1H"))
        .thenWaiting("large", "small")
        .when(release("bob"))
        .thenWaiting("large")
        .thenLive("ada", "small");
  }

  @Test
  @DisplayName("keeps nobody waiting any more at a pool when it gets a nearer one (P2)")
  void getsANearerPool() {
    given(pool("root", "/", TOKENS, 100))
        .when(allocate("held", "/user:eve", TOKENS, 80).lasting("PT5H"))
        .when(allocate("large", ADA, TOKENS, 50).waiting("PT1H"))
        .at("10:06")
        .when(allocate("small", BOB, TOKENS, 20).waiting("PT1H"))
        .thenWaiting("large", "small")
        .when(Deed.set(pool("adas", ADA, TOKENS, 0)))
        .thenWaiting("large")
        .thenLive("held", "small")
        .when(Deed.set(pool("adas", ADA, TOKENS, 70)), Deed.topUp("adas", 50))
        .thenWaiting()
        .thenPool("adas", 0, 50, 0);
  }

  @Test
  @DisplayName("is granted by replenishment at its instant though a smaller one waits behind it")
  void isGrantedByReplenishment() {
    given(refilled(pool("p", "/", TOKENS, 1000), 1, "PT1S"))
        .when(allocate("spent", ADA, TOKENS, 1000), use("spent", TOKENS, 1000))
        .when(allocate("large", ADA, TOKENS, 600).waiting("PT1H"))
        .at("10:04")
        .when(allocate("early", ADA, TOKENS, 200).lasting("PT5H"))
        .thenGrants(TOKENS, 200)
        .at("10:06")
        .when(allocate("small", ADA, TOKENS, 5).waiting("PT1H"))
        .thenWaiting("large", "small")
        .until("11:00")
        .thenWasGranted("large", "10:13:20")
        .thenWasGranted("small", "10:13:25");
  }

  @Test
  @DisplayName("guards nothing at a limit or a pool that goes, whatever else the change brings")
  void itsConstraintGoes() {
    given(limit("/", TOKENS, 103), limit(ADA, TOKENS, 12))
        .and(pool("p", "/user:ada/run:r1", TOKENS, 5))
        .when(
            allocate("bob", BOB, TOKENS, 90).lasting("PT5H"),
            allocate("ada", ADA, TOKENS, 5).lasting("PT5H"),
            allocate("run", "/user:ada/run:r1", TOKENS, 4).lasting("PT5H"))
        .when(allocate("atPool", "/user:ada/run:r1", TOKENS, 5).waiting("PT1H"))
        .thenQueues("/user:ada/run:r1 POOL p", 1, "11:00")
        .when(allocate("atLimit", ADA, TOKENS, 7).waiting("PT1H"))
        .thenQueues(AT_ADA, 1, "11:00")
        .when(allocate("bobs", BOB, TOKENS, 4).lasting("PT5H"))
        .at("10:01")
        .when(allocate("atRoot", "/user:ada/run:r1/step:1", TOKENS, 5).waiting("PT1H"))
        .thenQueues("/ LIMIT TOKENS", 1, "11:01")
        .at("10:07")
        .when(
            changes(
                new Change.PutLimits(ScopePath.ROOT, List.of(limit("/", TOKENS, 500)), 1),
                new Change.PutLimits(ScopePath.of(ADA), List.of(), 1),
                new Change.RemovePool(new PoolId("p"), 2)))
        .thenAnswers(new Outcome.ConfigChanged(3))
        .thenLive("bob", "ada", "run", "bobs", "atPool", "atLimit", "atRoot");
  }
}
