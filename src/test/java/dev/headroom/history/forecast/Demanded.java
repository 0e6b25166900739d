package dev.headroom.history.forecast;

import dev.headroom.client.embedded.HistoryFilling;
import dev.headroom.engine.Engine;
import dev.headroom.history.rollup.Retention;
import dev.headroom.history.rollup.Rollups;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Limit;
import dev.headroom.model.Outcome;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import dev.headroom.model.forecast.ConstraintForecast;
import dev.headroom.model.forecast.UsageForecast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/// An engine of which a history is kept, and demand on it.
final class Demanded implements AutoCloseable {
  static final Instant BEGIN = Instant.parse("2026-03-02T10:00:00Z");
  static final ScopePath ADA = ScopePath.of("/user:ada");

  private final List<Event> told = new ArrayList<>();
  private final Engine engine = new Engine(told::add, 1024);
  private final Rollups rollups = Rollups.inMemory(Retention.DEFAULT);
  private Instant now = BEGIN;
  private int ids;

  private Answer say(Command command) {
    Answer answer = engine.apply(now, command);
    rollups.add(told);
    told.clear();
    return answer;
  }

  private RequestId id() {
    ids++;
    return new RequestId("r" + ids);
  }

  private void change(Change change) {
    var _ = say(new Command.ApplyChanges(id(), List.of(change), "op", "test"));
  }

  Demanded limit(Limit.Terms terms) {
    long version = engine.inspector().scope(ADA, now).map(each -> each.version()).orElse(0L);
    change(new Change.PutLimits(ADA, List.of(new Limit(ADA, ResourceType.TOKENS, terms)), version));
    return this;
  }

  Demanded pool(ResourceType type, Pool.Terms terms) {
    change(new Change.PutPool(new Pool(new PoolId("tank"), ADA, type, terms), 0));
    return this;
  }

  /// Consumes something at once.
  void consume(long tokens) {
    if (tokens > 0) {
      AllocationId allocation = reserve(ResourceType.TOKENS, tokens);
      var record =
          new UsageRecord(
              allocation, ResourceType.TOKENS, tokens, Optional.empty(), "model", Map.of());
      var _ = say(new Command.RecordUsage(id(), record));
      var _ = say(new Command.Release(id(), allocation));
    }
  }

  AllocationId reserve(ResourceType type, long amount) {
    AllocationRequest request = AllocationRequest.of(ADA, RequestLine.required(type, amount));
    Answer answer = say(new Command.Allocate(id(), request));
    return answer instanceof Outcome.Granted granted
        ? granted.allocation()
        : new AllocationId(Long.MAX_VALUE);
  }

  void pass(Duration span) {
    now = now.plus(span);
    var _ = say(new Command.AdvanceTime());
  }

  /// So much is consumed a minute, in each of some minutes.
  Demanded minutes(int count, IntToLongFunction tokens) {
    for (int minute = 0; minute < count; minute++) {
      consume(tokens.applyAsLong(minute));
      pass(Duration.ofMinutes(1));
    }
    return this;
  }

  Instant now() {
    return now;
  }

  UsageForecast forecast() {
    return new Forecaster(rollups, now)
        .forecast(ADA, HistoryFilling.standings(engine.inspector(), ADA, now));
  }

  /// What is expected of the only constraint.
  ConstraintForecast only() {
    return forecast().constraints().getFirst();
  }

  @Override
  public void close() {
    rollups.close();
  }
}
