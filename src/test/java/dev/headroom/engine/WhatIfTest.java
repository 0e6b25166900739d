package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.changes;
import static dev.headroom.engine.Deed.removePool;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.unlimit;
import static dev.headroom.engine.Facts.alertingAt;
import static dev.headroom.engine.Facts.constraint;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Severity;
import dev.headroom.model.UseLevel;
import dev.headroom.model.WhatIf;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a change set would do")
final class WhatIfTest {
  private static final String ADA = "/user:ada";
  private static final String RUN = "/user:ada/run:r";
  private static final String BOB = "/user:bob";
  private static final String TOKENS_OF_ADA = "/user:ada LIMIT TOKENS";

  private static Rehearsal rehearse(Story story, Deed deed) {
    Command.ApplyChanges command = (Command.ApplyChanges) deed.in(story, new RequestId("not-used"));
    byte[] before = story.canonical();
    Rehearsal rehearsal = new Rehearsal(story.engine(), story.now(), command.changes());
    boolean more = true;
    while (more) {
      more = rehearsal.step();
    }
    assertThat(story.canonical()).as("the engine's own state").isEqualTo(before);
    return rehearsal;
  }

  private static WhatIf whatIf(Story story, Deed deed) {
    return rehearse(story, deed).report();
  }

  private static WhatIf.LevelChange level(String path, UseLevel before, UseLevel after) {
    return new WhatIf.LevelChange(ScopePath.of(path), TOKENS, before, after);
  }

  private static WhatIf.Over over(Story story, String name, String path, long reserved, String at) {
    return new WhatIf.Over(
        story.allocation(name), ScopePath.of(path), TOKENS, reserved, constraint(at));
  }

  @Test
  @DisplayName("to a limit that is lowered: levels change, alerts are raised, holders stand over")
  void lowered() {
    Story story =
        given(limit(ADA, TOKENS, 100), limit("/", TOKENS, 1000))
            .when(allocate("a", ADA, TOKENS, 20), allocate("b", RUN, TOKENS, 20))
            .when(allocate("c", ADA, MEMORY, 5), allocate("d", BOB, TOKENS, 5));
    WhatIf report = whatIf(story, set(limit(ADA, TOKENS, 39)));
    assertThat(report.levels().first()).containsExactly(level(ADA, UseLevel.CALM, UseLevel.OVER));
    assertThat(report.over().first())
        .containsExactly(
            over(story, "a", ADA, 20, TOKENS_OF_ADA), over(story, "b", RUN, 20, TOKENS_OF_ADA));
    assertThat(report.raised().first())
        .containsExactly(
            new WhatIf.Alerting(constraint(TOKENS_OF_ADA), 50, Severity.INFO),
            new WhatIf.Alerting(constraint(TOKENS_OF_ADA), 80, Severity.WARNING),
            new WhatIf.Alerting(constraint(TOKENS_OF_ADA), 100, Severity.CRITICAL));
    assertThat(report.cleared().total()).isZero();
    assertThat(report.at()).isEqualTo(story.now());
  }

  @Test
  @DisplayName("to a limit that is raised: those who wait are admitted, alerts are cleared")
  void raised() {
    Story story =
        given(limit(ADA, TOKENS, 100))
            .when(allocate("a", ADA, TOKENS, 100))
            .when(
                allocate("w", RUN, TOKENS, 30).waiting("PT1H"),
                allocate("v", ADA, TOKENS, 80).waiting("PT1H"));
    WhatIf report = whatIf(story, set(limit(ADA, TOKENS, 150)));
    assertThat(report.admitted().first())
        .containsExactly(new WhatIf.Waiting(story.allocation("w"), ScopePath.of(RUN)));
    assertThat(report.denied().total()).isZero();
    assertThat(report.levels().first())
        .containsExactly(level(ADA, UseLevel.EXHAUSTED, UseLevel.WARNING));
    assertThat(report.cleared().first())
        .containsExactly(
            new WhatIf.Alerting(constraint(TOKENS_OF_ADA), 100, Severity.CRITICAL),
            new WhatIf.Alerting(constraint(TOKENS_OF_ADA), 80, Severity.WARNING));
    assertThat(report.raised().first())
        .containsExactly(new WhatIf.Alerting(constraint(TOKENS_OF_ADA), 80, Severity.WARNING));
    assertThat(report.over().total()).isZero();
  }

  @Test
  @DisplayName("to pools: who draws from one that is made smaller stands over, others do not")
  void pools() {
    Story story =
        given(pool("p", "/", MEMORY, 100), pool("q", BOB, MEMORY, 100))
            .when(allocate("a", ADA, MEMORY, 60), allocate("b", BOB, MEMORY, 60));
    WhatIf report = whatIf(story, set(pool("p", "/", MEMORY, 50)));
    assertThat(report.over().first())
        .containsExactly(
            new WhatIf.Over(
                story.allocation("a"), ScopePath.of(ADA), MEMORY, 60, constraint("/ POOL p")));
    assertThat(report.levels().first())
        .containsExactly(
            new WhatIf.LevelChange(ScopePath.ROOT, MEMORY, UseLevel.CALM, UseLevel.OVER));
    assertThat(whatIf(story, removePool("p")).levels().first())
        .containsExactly(
            new WhatIf.LevelChange(ScopePath.ROOT, MEMORY, UseLevel.CALM, UseLevel.UNBOUNDED));
  }

  @Test
  @DisplayName("says nothing of what was over before, nor of what happens without the change")
  void onlyWhatDiffers() {
    Story story =
        given(limit(ADA, TOKENS, 100))
            .when(allocate("a", ADA, TOKENS, 60))
            .and(limit(ADA, TOKENS, 50))
            .when(allocate("b", BOB, TOKENS, 1).lasting("PT1M"))
            .at("10:30");
    WhatIf report = whatIf(story, set(limit(ADA, TOKENS, 40)));
    assertThat(report)
        .isEqualTo(new WhatIf(story.now(), none(), none(), none(), none(), none(), none()));
    assertThat(whatIf(story, unlimit(ADA)).levels().first())
        .containsExactly(level(ADA, UseLevel.OVER, UseLevel.UNBOUNDED));
  }

  private static <T> dev.headroom.model.Listed<T> none() {
    return new dev.headroom.model.Listed<>(List.of(), 0);
  }

  @Test
  @DisplayName("names scopes that do not exist yet, and lists of many the gravest and how many")
  void many() {
    List<Limit> before = new ArrayList<>();
    List<Limit> after = new ArrayList<>();
    Story story = Story.begin();
    for (int user = 0; user < 600; user++) {
      String path = "/user:" + (1000 + user);
      before.add(alertingAt(limit(path, CREDITS, 10)));
      after.add(alertingAt(limit(path, CREDITS, user == 333 ? 1 : 9)));
    }
    story.and(before.toArray(Limit[]::new));
    for (int user = 0; user < 600; user++) {
      story.when(allocate("a" + user, "/user:" + (1000 + user), CREDITS, 8));
    }
    after.add(limit("/user:new", CREDITS, 0));
    WhatIf report = whatIf(story, set(after.toArray(Limit[]::new)));
    assertThat(report.levels().total()).isEqualTo(2);
    assertThat(report.levels().first())
        .extracting(change -> change.path() + " " + change.before() + " " + change.after())
        .containsExactly("/user:1333 WARNING OVER", "/user:new UNBOUNDED EXHAUSTED");
    WhatIf all = whatIf(story, set(after.stream().map(WhatIfTest::halved).toArray(Limit[]::new)));
    assertThat(all.levels().total()).isEqualTo(601);
    assertThat(all.levels().first()).hasSize(WhatIf.LISTED_MAX);
    assertThat(all.over().total()).isEqualTo(600);
  }

  private static Limit halved(Limit limit) {
    return new Limit(
        limit.path(), limit.type(), limit.terms().withAmount(limit.terms().amount() / 2));
  }

  @Test
  @DisplayName("is not said where the change set would be refused")
  void refused() {
    Story story = given(limit(ADA, TOKENS, 100));
    Rehearsal rehearsal =
        rehearse(story, changes(new Change.PutLimits(ScopePath.of(ADA), List.of(), 7)));
    assertThat(rehearsal.refusal()).containsInstanceOf(Refusal.StaleVersion.class);
    assertThatThrownBy(rehearsal::report).isInstanceOf(IllegalStateException.class);
  }
}
