package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.close;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.constraint;
import static dev.headroom.engine.Facts.full;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.lines;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.refilled;
import static dev.headroom.engine.Story.begin;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.Denial.Reason.SCOPE_CLOSED;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AllocationId;
import dev.headroom.model.EndCause;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Outcome;
import dev.headroom.model.PoolId;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A scope")
final class ScopesTest {
  private static final String ADA = "/user:ada";
  private static final String RUN = "/user:ada/run:r1";
  private static final String BOB = "/user:bob";

  private static void thenScopes(Story story, String... paths) {
    assertThat(story.look().scopes(ScopeSelection.all(ScopePath.ROOT, 9), story.now()).first())
        .extracting(ScopePath::text)
        .containsExactly(paths);
    assertThat(story.look().scopeCount()).isEqualTo(paths.length + 1);
  }

  @Nested
  @DisplayName("comes into being (S3)")
  class ComesIntoBeing {
    @Test
    @DisplayName("when first named by an allocation, a limit or a pool, with all above it")
    void whenNamed() {
      begin()
          .then(story -> thenScopes(story))
          .when(allocate("a", "/user:ada/session:s/run:r1", TOKENS, 1))
          .then(story ->
              thenScopes(story, "/user:ada", "/user:ada/session:s", "/user:ada/session:s/run:r1"))
          .and(limit("/user:bob/run:r1", TOKENS, 1))
          .and(pool("p", "/swarm:s", TOKENS, 1))
          .then(story ->
              thenScopes(
                  story,
                  "/swarm:s",
                  "/user:ada",
                  "/user:ada/session:s",
                  "/user:ada/session:s/run:r1",
                  "/user:bob",
                  "/user:bob/run:r1"));
    }

    @Test
    @DisplayName("when a request waits for it")
    void whenWaitedFor() {
      given(limit("/", TOKENS, 1))
          .when(allocate("a", "/", TOKENS, 1), allocate("w", RUN, TOKENS, 1).waiting("PT1M"))
          .then(story -> thenScopes(story, ADA, RUN));
    }

    @Test
    @DisplayName("not by being denied, refused or looked at")
    void notOtherwise() {
      given(limit("/", TOKENS, 1))
          .when(allocate("a", RUN, TOKENS, 2))
          .thenIs(Outcome.Denied.class)
          .when(close(RUN))
          .thenRefuses(new Refusal.UnknownScope(ScopePath.of(RUN)))
          .thenHeadroom(RUN, TOKENS, 1)
          .then(story -> thenScopes(story));
    }

    @Test
    @DisplayName("and stays when its allocations have ended")
    void stays() {
      begin()
          .when(allocate("a", RUN, TOKENS, 1), use("a", TOKENS, 1), release("a"))
          .until("2026-06-01T00:00Z")
          .then(story -> thenScopes(story, ADA, RUN))
          .thenCounts(RUN, TOKENS, 0, 1);
    }
  }

  @Test
  @DisplayName("that is the root always exists and cannot be closed (S1)")
  void root() {
    begin()
        .when(allocate("a", "/", TOKENS, 1))
        .when(close("/"))
        .thenRefusesAsInvalid("/path", "S1")
        .thenLive("a");
  }

  @Nested
  @DisplayName("that is closed (S3)")
  class Closed {
    @Test
    @DisplayName("releases its allocations and those below it, and no others")
    void releases() {
      given(limit("/", TOKENS, 100), limit("/", MEMORY, 100))
          .and(pool("p", "/", TOKENS, 100))
          .when(
              allocate("a", ADA, required(TOKENS, 10), required(MEMORY, 10)),
              allocate("r", RUN, TOKENS, 20),
              use("r", TOKENS, 5),
              allocate("s", "/user:ada/swarm:s/step:1", TOKENS, 30),
              allocate("m", "/user:adam", TOKENS, 7),
              allocate("root", "/", TOKENS, 2))
          .when(close(ADA))
          .thenAnswers(new Outcome.Closed(3, 0))
          .thenLive("m", "root")
          .thenCounts("/", TOKENS, 9, 5)
          .thenCounts("/", MEMORY, 0, 0)
          .thenHeadroom("/", MEMORY, 100)
          .thenPool("p", 86, 9, 5)
          .then(story -> thenScopes(story, "/user:adam"));
    }

    @Test
    @DisplayName("tells each end with what it returned, and last that it is closed")
    void tells() {
      begin()
          .when(allocate("a", ADA, TOKENS, 10), allocate("r", RUN, TOKENS, 20))
          .when(use("r", TOKENS, 5), close(ADA))
          .then(story ->
              story.thenTells(
                  new Event.Ended(
                      ScopePath.of(RUN),
                      story.allocation("r"),
                      EndCause.SCOPE_CLOSED,
                      lines(new GrantedLine(TOKENS, 20, 15))),
                  new Event.Ended(
                      ScopePath.of(ADA),
                      story.allocation("a"),
                      EndCause.SCOPE_CLOSED,
                      lines(full(TOKENS, 10))),
                  new Event.ScopeClosed(ScopePath.of(ADA))));
    }

    @Test
    @DisplayName("denies those who wait in it, wherever their constraint is")
    void denies() {
      given(limit("/", TOKENS, 100), limit(ADA, CREDITS, 5))
          .when(
              allocate("b", BOB, TOKENS, 100),
              allocate("c", ADA, CREDITS, 5),
              allocate("atRoot", RUN, TOKENS, 10).waiting("PT1H"),
              allocate("atAda", ADA, CREDITS, 1).waiting("PT1H"),
              allocate("bobs", BOB, TOKENS, 1).waiting("PT1H"))
          .at("10:02")
          .when(close(ADA))
          .thenAnswers(new Outcome.Closed(1, 2))
          .then(story ->
              story.thenTellsAmongOthers(
                  new Event.Denied(
                      ScopePath.of(RUN),
                      Optional.of(story.allocation("atRoot")),
                      List.of(no(TOKENS, 10, 0, "/ LIMIT TOKENS", SCOPE_CLOSED)),
                      120_000),
                  new Event.Denied(
                      ScopePath.of(ADA),
                      Optional.of(story.allocation("atAda")),
                      List.of(no(CREDITS, 1, 0, "/user:ada LIMIT CREDITS", SCOPE_CLOSED)),
                      120_000)))
          .thenWaiting("bobs")
          .thenLive("b")
          .until("12:00")
          .thenWaiting();
    }

    @Test
    @DisplayName("serves those who wait elsewhere for what it held, and none of its own")
    void servesOthers() {
      given(limit("/", TOKENS, 100))
          .when(
              allocate("a", ADA, TOKENS, 100),
              allocate("own", RUN, TOKENS, 60).waiting("PT1H"),
              allocate("others", BOB, TOKENS, 60).waiting("PT1H"))
          .when(close(ADA))
          .thenLive("others")
          .thenWaiting()
          .thenCounts("/", TOKENS, 60, 0)
          .then(story -> thenScopes(story, BOB));
    }

    @Test
    @DisplayName("takes its limits, pools and alerts with it")
    void takesAll() {
      given(limit(ADA, TOKENS, 10), limit(RUN, TOKENS, 10, "PT1H"), limit(RUN, TOKENS, 20))
          .and(refilled(pool("p", ADA, TOKENS, 10), 1, "PT1S"), pool("q", RUN, MEMORY, 10))
          .when(allocate("a", RUN, required(TOKENS, 10), required(MEMORY, 10)))
          .when(use("a", TOKENS, 10))
          .then(story -> assertThat(story.look().alertCount()).isEqualTo(13))
          .when(close(ADA))
          .thenTellsTimes(13, Event.AlertCleared.class)
          .thenAlerts()
          .then(story -> {
            assertThat(story.look().alertCount()).isZero();
            assertThat(story.look().pools(story.now())).isEmpty();
            assertThat(story.look().config().limits()).isEmpty();
          })
          .when(Deed.topUp("p", 1))
          .thenRefuses(new Refusal.UnknownPool(new PoolId("p")))
          .until("2026-03-04T00:00Z")
          .thenTells();
    }

    @Test
    @DisplayName("is forgotten: closing it again is refused, and so is one below it")
    void forgotten() {
      begin()
          .when(allocate("a", RUN, TOKENS, 1), close(ADA))
          .when(close(ADA))
          .thenRefuses(new Refusal.UnknownScope(ScopePath.of(ADA)))
          .when(close(RUN))
          .thenRefuses(new Refusal.UnknownScope(ScopePath.of(RUN)));
    }

    @Test
    @DisplayName("leaves what was consumed in it counted above it, in limits and pools")
    void historyOutlives() {
      given(limit("/", TOKENS, 100), limit("/", TOKENS, 60, "P1D"))
          .and(pool("p", "/", TOKENS, 100))
          .when(allocate("a", RUN, TOKENS, 40), use("a", TOKENS, 30), close(ADA))
          .thenCounts("/", TOKENS, 0, 30)
          .thenLimit("/ LIMIT TOKENS/P1D", 60, 0, 30)
          .thenPool("p", 70, 0, 30)
          .thenHeadroom("/", TOKENS, 30);
    }

    @Test
    @DisplayName("can be named anew, and then has nothing of what it had")
    void namedAnew() {
      given(limit(ADA, TOKENS, 10), limit(RUN, MEMORY, 10))
          .when(allocate("a", RUN, TOKENS, 10), use("a", TOKENS, 10))
          .when(close(ADA), allocate("b", RUN, required(TOKENS, 50), required(MEMORY, 50)))
          .thenGrants(full(TOKENS, 50), full(MEMORY, 50))
          .thenCounts(RUN, TOKENS, 50, 0)
          .thenCounts(ADA, TOKENS, 50, 0)
          .thenCounts("/", TOKENS, 50, 10)
          .thenAlerts();
    }

    @Test
    @DisplayName("leaves its place to another, which has nothing of what it had")
    void placeTakenByAnother() {
      given(limit(ADA, TOKENS, 10, "PT1H"), limit(ADA, TOKENS, 15))
          .when(allocate("a", ADA, TOKENS, 9), allocate("w", ADA, TOKENS, 9).waiting("PT2H"))
          .when(close(ADA))
          .when(allocate("b", BOB, TOKENS, 50))
          .thenGrants(TOKENS, 50)
          .thenCounts(BOB, TOKENS, 50, 0)
          .until("12:00")
          .thenAlerts()
          .when(allocate("c", ADA, TOKENS, 50))
          .thenGrants(TOKENS, 50);
    }

    @Test
    @DisplayName("leaves names of allocations that name nothing any more")
    void staleNames() {
      Story story =
          given(limit(ADA, TOKENS, 10))
              .when(allocate("a", RUN, TOKENS, 10), allocate("w", RUN, TOKENS, 1).waiting("PT1H"));
      AllocationId live = story.allocation("a");
      AllocationId waiting = story.allocation("w");
      story
          .when(close(ADA), allocate("b", BOB, TOKENS, 1), allocate("c", BOB, TOKENS, 1))
          .when(release(live))
          .thenRefuses(new Refusal.UnknownAllocation(live))
          .when(release(waiting))
          .thenRefuses(new Refusal.UnknownAllocation(waiting))
          .thenLive("b", "c");
    }

    @Test
    @DisplayName("below another leaves that one and its siblings as they are")
    void aSubtree() {
      given(limit(ADA, TOKENS, 100))
          .when(
              allocate("a", ADA, TOKENS, 10),
              allocate("r1", RUN, TOKENS, 10),
              allocate("r2", "/user:ada/run:r2", TOKENS, 10),
              allocate("r3", "/user:ada/run:r3", TOKENS, 10))
          .when(close("/user:ada/run:r2"))
          .thenLive("a", "r1", "r3")
          .thenHeadroom(ADA, TOKENS, 70)
          .then(story -> thenScopes(story, ADA, RUN, "/user:ada/run:r3"))
          .when(close("/user:ada/run:r3"), close(RUN))
          .thenLive("a")
          .then(story -> thenScopes(story, ADA));
    }
  }

  @Test
  @DisplayName("shows an alert that stands in it under its own name only")
  void alertsBelow() {
    given(limit(ADA, TOKENS, 10), limit(BOB, TOKENS, 10))
        .when(allocate("a", ADA, TOKENS, 5))
        .then(story -> {
          assertThat(story.look().alerts(ScopePath.of(ADA), story.now()))
              .singleElement()
              .satisfies(alert ->
                  assertThat(alert.constraint()).isEqualTo(constraint("/user:ada LIMIT TOKENS")));
          assertThat(story.look().alerts(ScopePath.of(BOB), story.now())).isEmpty();
        })
        .when(set(limit(ADA, TOKENS, 100)))
        .thenAlerts();
  }
}
