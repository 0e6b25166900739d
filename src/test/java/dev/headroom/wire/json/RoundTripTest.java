package dev.headroom.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AlertOverview;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Checkpoint;
import dev.headroom.model.Command;
import dev.headroom.model.Config;
import dev.headroom.model.Conflict;
import dev.headroom.model.Distribution;
import dev.headroom.model.Event;
import dev.headroom.model.Explanation;
import dev.headroom.model.Outcome;
import dev.headroom.model.PoolLending;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.Refusal;
import dev.headroom.model.Resolution;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.WaitStatus;
import dev.headroom.model.WhatIf;
import dev.headroom.model.forecast.UsageForecast;
import dev.headroom.model.report.UsageReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Whatever an instance takes or says, as JSON,")
final class RoundTripTest {
  private static final int VALUES = 40;
  private static final Map<Class<?>, Shape<?>> SHAPES = shapes();

  private static Map<Class<?>, Shape<?>> shapes() {
    Map<Class<?>, Shape<?>> shapes = new LinkedHashMap<>();
    shapes.put(Event.class, Events.EVENT);
    shapes.put(Refusal.class, Refusals.REFUSAL);
    shapes.put(Resolution.class, Decisions.RESOLUTION);
    shapes.put(Config.class, Configs.CONFIG);
    shapes.put(ScopeStatus.class, Statuses.SCOPE);
    shapes.put(PoolStatus.class, Statuses.POOL);
    shapes.put(PoolLending.class, Lendings.POOL);
    shapes.put(AllocationStatus.class, Statuses.ALLOCATION);
    shapes.put(WaitStatus.class, Statuses.WAIT);
    shapes.put(Explanation.class, Statuses.EXPLANATION);
    shapes.put(Conflict.class, Conflicts.CONFLICT);
    shapes.put(Conflict.Episode.class, Conflicts.EPISODE);
    shapes.put(AlertOverview.class, Alerts.OVERVIEW);
    shapes.put(Checkpoint.class, Plans.CHECKPOINT);
    shapes.put(Distribution.class, Plans.DISTRIBUTION);
    shapes.put(Distribution.Proposal.class, Plans.PROPOSAL);
    shapes.put(WhatIf.class, Plans.WHAT_IF);
    shapes.put(UsageReport.class, Reports.USAGE);
    shapes.put(UsageForecast.class, Forecasts.USAGE);
    commands(shapes);
    outcomes(shapes);
    return shapes;
  }

  private static void commands(Map<Class<?>, Shape<?>> shapes) {
    shapes.put(Command.Allocate.class, Requests.ALLOCATE);
    shapes.put(Command.AllocateBatch.class, Requests.ALLOCATE_BATCH);
    shapes.put(Command.RecordUsage.class, Requests.USAGE);
    shapes.put(Command.RecordUsageBatch.class, Requests.USAGE_BATCH);
    shapes.put(Command.Release.class, Requests.RELEASE);
    shapes.put(Command.Renew.class, Requests.RENEW);
    shapes.put(Command.Resize.class, Requests.RESIZE);
    shapes.put(Command.ApplyChanges.class, Changes.APPLY);
    shapes.put(Command.TopUp.class, Changes.TOP_UP);
    shapes.put(Command.LendQuota.class, Lendings.LEND);
    shapes.put(Command.RecallQuota.class, Lendings.RECALL);
    shapes.put(Command.ReportScore.class, Changes.SCORE);
    shapes.put(Command.CloseScope.class, Changes.CLOSE);
    shapes.put(Command.TakeCheckpoint.class, Changes.TAKE_CHECKPOINT);
    shapes.put(Command.RestoreCheckpoint.class, Changes.RESTORE);
    shapes.put(Command.ForgetCheckpoint.class, Changes.FORGET_CHECKPOINT);
    shapes.put(Command.ResolveConflict.class, Decisions.RESOLVE);
    shapes.put(Command.AcknowledgeAlert.class, Decisions.ACKNOWLEDGE);
    shapes.put(Command.ShelveAlerts.class, Decisions.SHELVE);
    shapes.put(Command.UnshelveAlerts.class, Decisions.UNSHELVE);
    shapes.put(Command.Foretell.class, Decisions.FORETELL);
  }

  private static void outcomes(Map<Class<?>, Shape<?>> shapes) {
    shapes.put(Outcome.Allocated.class, Outcomes.ALLOCATED);
    shapes.put(Outcome.OfBatch.class, Outcomes.OF_BATCH);
    shapes.put(Outcome.Batched.class, Outcomes.BATCHED);
    shapes.put(Outcome.Used.class, Outcomes.USED);
    shapes.put(Outcome.Released.class, Outcomes.RELEASED);
    shapes.put(Outcome.Renewed.class, Outcomes.RENEWED);
    shapes.put(Outcome.Resized.class, Outcomes.RESIZED);
    shapes.put(Outcome.Closed.class, Effects.CLOSED);
    shapes.put(Outcome.ConfigChanged.class, Effects.CONFIG_CHANGED);
    shapes.put(Outcome.ToppedUp.class, Effects.TOPPED_UP);
    shapes.put(Outcome.QuotaLent.class, Lendings.LENT);
    shapes.put(Outcome.QuotaRecalled.class, Lendings.RECALLED);
    shapes.put(Outcome.ScoreReported.class, Effects.SCORE_REPORTED);
    shapes.put(Outcome.CheckpointTaken.class, Effects.CHECKPOINT_TAKEN);
    shapes.put(Outcome.CheckpointForgotten.class, Effects.CHECKPOINT_FORGOTTEN);
    shapes.put(Outcome.OfRestore.class, Effects.OF_RESTORE);
    shapes.put(Outcome.Resolved.class, Effects.RESOLVED);
    shapes.put(Outcome.AlertAcknowledged.class, Effects.ALERT_ACKNOWLEDGED);
    shapes.put(Outcome.AlertsShelved.class, Effects.ALERTS_SHELVED);
    shapes.put(Outcome.AlertsUnshelved.class, Effects.ALERTS_UNSHELVED);
    shapes.put(Outcome.Foretold.class, Effects.FORETOLD);
  }

  /// Every kind of every type that has kinds.
  static Stream<Arguments> kinds() {
    return SHAPES.entrySet().stream()
        .flatMap(each ->
            AnyValue.kindsOf(each.getKey()).map(kind -> Arguments.of(kind, each.getValue())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  @DisplayName("is read as it was written")
  <T> void comesBack(Class<T> kind, Shape<T> shape) {
    LongStream.rangeClosed(1, VALUES)
        .forEach(seed -> comesBack(new AnyValue(seed).of(kind), shape));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @DisplayName("is read as it was written, every kind of event")
  void eventsComeBack(long seed) {
    AnyValue any = new AnyValue(seed);
    AnyValue.kindsOf(Event.Body.class)
        .map(kind -> new Event(1, any.of(java.time.Instant.class), (Event.Body) any.of(kind)))
        .forEach(event -> comesBack(event, Events.EVENT));
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 10);
  }

  private static <T> void comesBack(T value, Shape<T> shape) {
    At at = At.root();
    Optional<T> read = Json.read(shape, Json.write(shape, value), at);
    assertThat(at.problems()).as(Json.text(shape, value)).isEmpty();
    assertThat(read).contains(value);
  }

  @Test
  @DisplayName("has a shape, every command and every outcome")
  void leavesNothingOut() {
    assertThat(SHAPES.keySet().stream().flatMap(AnyValue::kindsOf))
        .containsAll(
            AnyValue.kindsOf(Command.class)
                .filter(kind -> kind != Command.AdvanceTime.class)
                .toList())
        .containsAll(
            AnyValue.kindsOf(Outcome.class)
                .filter(kind -> kind != Outcome.TimeAdvanced.class)
                .toList());
  }
}
