package dev.headroom.client.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.history.History;
import dev.headroom.model.Alert;
import dev.headroom.model.AlertState;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Limit;
import dev.headroom.model.Outcome;
import dev.headroom.model.Period;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import dev.headroom.node.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An alert that something runs out")
final class ForetellerTest {
  private static final Instant BEGIN = Instant.parse("2026-03-02T10:00:00Z");
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final Limit.Terms HOURLY = Limit.Terms.hard(1_000).per(Period.of("PT1H"));

  private final List<Event> told = new ArrayList<>();
  private final List<Event.Body> forecasts = new ArrayList<>();
  private final History history = History.inMemory();
  private Instant now = BEGIN;
  private final Node node = new Node(() -> now);
  private final Foreteller foreteller = new Foreteller(node);
  private int ids;
  private int minutes;

  @BeforeEach
  void listen() {
    node.observe(this::hear);
  }

  @AfterEach
  void close() {
    node.close();
    history.close();
  }

  private void hear(Event event) {
    told.add(event);
    boolean raised =
        event.body() instanceof Event.AlertRaised alert && alert.forecast().isPresent();
    boolean cleared = event.body() instanceof Event.AlertCleared alert && alert.percent() == 0;
    if (raised || cleared) {
      forecasts.add(event.body());
    }
  }

  private Object submit(Command command) {
    return node.submit(command);
  }

  private RequestId id() {
    ids++;
    return new RequestId("t" + ids);
  }

  private void limit(Limit.Terms terms) {
    long version =
        node.inspect((engine, at) -> engine.scope(ADA, at)).map(s -> s.version()).orElse(0L);
    var limit = new Limit(ADA, ResourceType.TOKENS, terms);
    change(new Change.PutLimits(ADA, List.of(limit), version));
  }

  private void change(Change change) {
    var _ = submit(new Command.ApplyChanges(id(), List.of(change), "op", "test"));
  }

  /// Consumes so much a minute, if it can be had, and has it looked at each minute.
  private void minutes(int count, IntToLongFunction tokens) {
    for (int minute = 0; minute < count; minute++) {
      consume(tokens.applyAsLong(minutes));
      minutes++;
      now = now.plus(Duration.ofMinutes(1));
      node.advance();
      look();
    }
  }

  private void consume(long tokens) {
    var request =
        AllocationRequest.of(ADA, RequestLine.required(ResourceType.TOKENS, Math.max(1, tokens)));
    if (submit(new Command.Allocate(id(), request)) instanceof Outcome.Granted granted) {
      var record =
          new UsageRecord(
              granted.allocation(),
              ResourceType.TOKENS,
              tokens,
              Optional.empty(),
              "model",
              Map.of());
      var _ = submit(new Command.RecordUsage(id(), record));
      var _ = submit(new Command.Release(id(), granted.allocation()));
    }
  }

  private void look() {
    List<Event> events = List.copyOf(told);
    told.clear();
    history.add(events);
    foreteller.saw(events);
    foreteller.look(history, now);
  }

  private boolean stands() {
    return node
        .inspect((engine, at) -> engine.alerts(ScopePath.ROOT, EnumSet.of(AlertState.ACTIVE), at))
        .stream()
        .map(Alert::ref)
        .anyMatch(ref -> ref.isForecast());
  }

  private long left() {
    return node.inspect((engine, at) -> engine.explain(ADA, ResourceType.TOKENS, at))
        .links()
        .getFirst()
        .headroom();
  }

  @Test
  @DisplayName("comes long before it does, with the time, and once")
  void comesBefore() {
    limit(HOURLY);
    minutes(19, _ -> 30);
    assertThat(stands()).isTrue();
    assertThat(left()).isGreaterThan(400);
    assertThat(((Event.AlertRaised) forecasts.getFirst()).forecast().orElseThrow().expected())
        .hasValueSatisfying(at ->
            assertThat(at)
                .isBetween(BEGIN.plus(Duration.ofMinutes(32)), BEGIN.plus(Duration.ofMinutes(35))));
    minutes(13, _ -> 30);
    assertThat(left()).isLessThan(100);
    assertThat(forecasts).hasSize(1);
  }

  @Test
  @DisplayName("does not come where the window begins anew before")
  void windowsResetFirst() {
    limit(HOURLY);
    minutes(150, _ -> 12);
    assertThat(forecasts).isEmpty();
  }

  @Test
  @DisplayName("clears when the limit is raised, and when less is used")
  void clears() {
    limit(HOURLY);
    minutes(19, _ -> 30);
    limit(Limit.Terms.hard(5_000).per(Period.of("PT1H")));
    look();
    assertThat(stands()).isFalse();
    limit(HOURLY);
    minutes(3, _ -> 30);
    assertThat(stands()).isTrue();
    minutes(20, _ -> 0);
    assertThat(stands()).isFalse();
  }

  @Test
  @DisplayName("clears by itself where nobody says it any more")
  void isOutdated() {
    limit(Limit.Terms.hard(1_000));
    minutes(19, _ -> 30);
    assertThat(stands()).isTrue();
    now = now.plus(Duration.ofHours(2));
    node.advance();
    assertThat(stands()).isFalse();
  }

  @Test
  @DisplayName("comes for pools")
  void pools() {
    Pool.Terms terms = Pool.Terms.of(900).replenished(10, Duration.ofMinutes(1));
    change(new Change.PutPool(new Pool(new PoolId("tank"), ADA, ResourceType.TOKENS, terms), 0));
    minutes(30, _ -> 30);
    assertThat(stands()).isTrue();
    assertThat(left()).isPositive();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  @DisplayName("does not flap where demand is uneven: it comes and goes at most twice in a window")
  void doesNotFlap(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    limit(HOURLY);
    minutes(120, _ -> random.nextLong(36));
    assertThat(forecasts.size()).isLessThanOrEqualTo(4 * 2);
  }

  @Test
  @DisplayName("is said again seldom: what has not changed is said every quarter of an hour")
  void saysChangesOnly() {
    limit(Limit.Terms.hard(5_000));
    minutes(150, _ -> 30);
    assertThat(stands()).isTrue();
    assertThat(foreteller.told()).isBetween(2L, 15L);
  }
}
