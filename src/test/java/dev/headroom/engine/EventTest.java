package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.close;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.renew;
import static dev.headroom.engine.Deed.resize;
import static dev.headroom.engine.Deed.topUp;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.constraint;
import static dev.headroom.engine.Facts.full;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.lines;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Story.begin;
import static dev.headroom.engine.Story.given;
import static dev.headroom.engine.Story.time;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictId;
import dev.headroom.model.Denial;
import dev.headroom.model.EndCause;
import dev.headroom.model.Event;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Events (T3)")
final class EventTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final String AT_ADA = "/user:ada LIMIT TOKENS";

  private static Event.AlertRaised raised(int percent, Severity severity, long used) {
    return new Event.AlertRaised(ADA, constraint(AT_ADA), TOKENS, percent, severity, used, 100);
  }

  private static Event.AlertCleared cleared(int percent) {
    return new Event.AlertCleared(ADA, constraint(AT_ADA), TOKENS, percent);
  }

  /// A little of everything.
  private static Story eventful() {
    return given(limit("/user:ada", TOKENS, 100))
        .and(pool("p", "/", TOKENS, 1000))
        .when(
            allocate("a", "/user:ada", TOKENS, 60).lasting("PT30M"),
            allocate("b", "/user:ada", TOKENS, 40),
            use("b", TOKENS, 10),
            allocate("denied", "/user:ada", TOKENS, 101),
            allocate("w", "/user:ada/run:r1", TOKENS, 50).waiting("PT1H"),
            allocate("v", "/user:ada/run:r2", TOKENS, 90).waiting("PT2M"),
            release("b"),
            close("/user:nobody"))
        .at("10:05")
        .when(resize("a", TOKENS, 50), topUp("p", 5))
        .at("10:40")
        .when(renew("w", "PT3H"), use("w", TOKENS, 60), close("/user:ada"));
  }

  @Test
  @DisplayName("are numbered from one without gaps, and never go back in time")
  void withoutGaps() {
    eventful()
        .then(story -> {
          List<Event> events = story.events();
          assertThat(events).hasSizeGreaterThan(20);
          assertThat(events)
              .extracting(Event::sequence)
              .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
          assertThat(events).extracting(Event::at).isSorted();
          assertThat(story.look().sequence()).isEqualTo(events.size());
        });
  }

  @Test
  @DisplayName("are of six families, all of which happen")
  void families() {
    eventful()
        .then(story ->
            assertThat(story.events())
                .extracting(event -> event.body().family())
                .contains(Event.Family.values()));
  }

  @Test
  @DisplayName("of an allocation say what was reserved, and only then what that crossed")
  void ofAnAllocation() {
    given(limit("/user:ada", TOKENS, 100))
        .when(allocate("a", "/user:ada", TOKENS, 85))
        .then(story ->
            story.thenTells(
                new Event.Granted(
                    ADA, story.allocation("a"), lines(full(TOKENS, 85)), time("11:00"), 0),
                raised(50, Severity.INFO, 85),
                raised(80, Severity.WARNING, 85)));
  }

  @Test
  @DisplayName("of an allocation that was cut say what kept it from being granted in full (A9)")
  void ofOneThatWasCut() {
    given(limit("/", TOKENS, 10))
        .when(allocate("a", "/user:ada", RequestLine.optional(TOKENS, 15).atLeast(1)))
        .then(story ->
            story.thenTellsAmongOthers(
                new Event.Granted(
                    ADA,
                    story.allocation("a"),
                    lines(Facts.cut(TOKENS, 15, 10)),
                    time("11:00"),
                    0,
                    List.of(no(TOKENS, 15, 10, "/ LIMIT TOKENS", Denial.Reason.EXCEEDS_LIMIT)))));
  }

  @Test
  @DisplayName("of a release say what ended, what that cleared, and who was served by it")
  void ofARelease() {
    given(limit("/user:ada", TOKENS, 100))
        .when(allocate("a", "/user:ada", TOKENS, 85))
        .when(allocate("w", "/user:ada", TOKENS, 30).waiting("PT1H"))
        .at("10:01")
        .when(release("a"))
        .then(story ->
            story.thenTells(
                new Event.Ended(
                    ADA, story.allocation("a"), EndCause.RELEASED, lines(full(TOKENS, 85))),
                cleared(80),
                cleared(50),
                new Event.Granted(
                    ADA, story.allocation("w"), lines(full(TOKENS, 30)), time("11:01"), 60_000),
                new Event.ConflictDecided(
                    ADA,
                    new ConflictId(1),
                    story.allocation("w"),
                    Conflict.Verdict.GRANTED,
                    60_000),
                new Event.ConflictClosed(
                    ADA, new ConflictId(1), Facts.constraint("/user:ada LIMIT TOKENS"), 1)));
  }

  @Test
  @DisplayName(
      "at one instant: expiries, then windows, then who is served, then who waited in vain")
  void atOneInstant() {
    given(limit("/user:ada", TOKENS, 100, "PT1H"), limit("/", TOKENS, 150))
        .when(
            allocate("a", "/user:ada", TOKENS, 60).lasting("PT1H"),
            allocate("b", "/user:ada", TOKENS, 40).lasting("PT2H"),
            use("b", TOKENS, 40),
            allocate("served", "/user:ada", TOKENS, 50).waiting("PT1H"),
            allocate("vain", "/user:ada", TOKENS, 100).waiting("PT1H"))
        .until("11:00")
        .then(story -> {
          String hourly = "/user:ada LIMIT TOKENS/PT1H";
          assertThat(story.told()).extracting(Event::at).containsOnly(time("11:00"));
          assertThat(story.told())
              .extracting(Event::body)
              .filteredOn(body ->
                  body instanceof Event.Ended
                      || body instanceof Event.Granted
                      || body instanceof Event.Denied)
              .containsExactly(
                  new Event.Ended(
                      ADA, story.allocation("a"), EndCause.EXPIRED, lines(full(TOKENS, 60))),
                  new Event.Granted(
                      ADA,
                      story.allocation("served"),
                      lines(full(TOKENS, 50)),
                      time("12:00"),
                      3_600_000),
                  new Event.Denied(
                      ADA,
                      Optional.of(story.allocation("vain")),
                      List.of(no(TOKENS, 100, 50, hourly, Denial.Reason.WAIT_TIMEOUT)),
                      3_600_000));
        });
  }

  @Test
  @DisplayName("are not made by refusals, repetitions or the mere passing of time")
  void notByNothing() {
    begin()
        .when(allocate("a", "/user:ada", TOKENS, 1).under("x"))
        .when(allocate("a", "/user:ada", TOKENS, 1).under("x"))
        .thenTells()
        .when(allocate("a", "/user:ada", TOKENS, 2).under("x"))
        .thenTells()
        .when(close("/user:nobody"))
        .thenTells()
        .until("10:59:59.999")
        .thenTells();
  }
}
