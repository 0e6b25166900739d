package dev.headroom.sandbox.disturbance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Event;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import dev.headroom.sandbox.Disturbance;
import dev.headroom.sandbox.Injected;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.scenario.Scenarios;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A disturbance")
final class DisturbanceTest {
  private static final Duration WARM = Duration.ofSeconds(30);

  private final Sandbox sandbox = sandbox("calm-day");

  private static Sandbox sandbox(String scenario) {
    return new Sandbox(Scenarios.all(), scenario, 11, 80, () -> 0);
  }

  private static List<Disturbance> all() {
    return Repertoire.all();
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private static Injected inject(Sandbox into, Disturbance what, String where) {
    Optional<ScopePath> wanted =
        where.isEmpty() ? Optional.empty() : Optional.of(ScopePath.of(where));
    CompletableFuture<Injected> injected = into.inject(what, wanted);
    into.runFor(Duration.ZERO);
    return injected.join();
  }

  private Injected inject(String name, String where) {
    return inject(sandbox, Repertoire.find(name).orElseThrow(), where);
  }

  private long count(Duration span, Predicate<Event.Body> which) {
    List<Event> heard = new ArrayList<>();
    boolean[] listening = {true};
    sandbox
        .node()
        .observe(event -> {
          if (listening[0]) {
            heard.add(event);
          }
        });
    sandbox.runFor(span);
    listening[0] = false;
    return heard.stream().map(Event::body).filter(which).count();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  @DisplayName("has the same course when the same world is played again, in whatever portions")
  void repeatsExactly(Disturbance what) {
    // given a world into which one was thrown at some odd instant, and ended by hand at another
    sandbox.runFor(Duration.ofMillis(20_137));
    inject(sandbox, what, "");
    sandbox.runFor(Duration.ofMillis(9_411));
    inject(sandbox, what, "/user:ada");
    sandbox.endInjection(1);
    sandbox.runFor(Duration.ofMillis(70_452));
    String hash = sandbox.node().stateHash();

    // when it is played again
    sandbox.repeat();
    for (int portion = 0; portion < 100; portion++) {
      sandbox.runFor(Duration.ofSeconds(1));
    }

    // then it comes to the same state, and to another one without
    assertThat(sandbox.node().stateHash()).isEqualTo(hash);
    assertThat(sandbox.state().injected()).hasSize(2);
    sandbox.restart("calm-day", 11, 80);
    sandbox.runFor(Duration.ofSeconds(100));
    assertThat(sandbox.node().stateHash()).isNotEqualTo(hash);
    assertThat(sandbox.state().injected()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  @DisplayName("ends after its time, leaves nothing behind, and no command of it is a mistake")
  void endsByItself(Disturbance what) {
    sandbox.runFor(WARM);
    Injected begun = inject(sandbox, what, "");
    assertThat(begun.target()).isPresent();
    assertThat(begun.until()).isEqualTo(sandbox.state().now().plus(what.lasts()));

    sandbox.runFor(what.lasts().minusMillis(1));
    assertThat(sandbox.state().injected().getFirst().isOver()).isFalse();
    sandbox.runFor(Duration.ofMillis(1));
    assertThat(sandbox.state().injected().getFirst().isOver()).isTrue();

    sandbox.runFor(Duration.ofSeconds(1));
    String purpose = what.name().replace('-', ' ');
    List<AllocationStatus> left =
        sandbox.node().inspect((state, _) -> state.allocations(ScopePath.ROOT, false, 0, 5000));
    assertThat(left).extracting(AllocationStatus::purpose).doesNotContain(purpose);
    assertThat(sandbox.state().refusals()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  @DisplayName("finds something to disturb in every scenario")
  void fitsEveryScenario(Disturbance what) {
    for (var scenario : Scenarios.all()) {
      try (Sandbox other = sandbox(scenario.name())) {
        other.runFor(Duration.ofSeconds(10));
        assertThat(inject(other, what, "").target()).as(scenario.name()).isPresent();
        other.runFor(Duration.ofSeconds(20));
      }
    }
  }

  @Nested
  @DisplayName("called spike")
  class Spikes {
    @Test
    @DisplayName("has far more asked for at the scope that it was aimed at than before")
    void raisesDemand() {
      ScopePath ada = ScopePath.of("/user:ada");
      sandbox.runFor(WARM);
      Predicate<Event.Body> asked =
          body ->
              (body instanceof Event.Granted granted && granted.path().isWithin(ada))
                  || (body instanceof Event.Denied denied && denied.path().isWithin(ada));
      long before = count(WARM, asked);

      Injected begun = inject("spike", "/user:ada");
      long during = count(WARM, asked);

      assertThat(begun.target()).contains(Disturbance.Target.of(ada));
      assertThat(during).isGreaterThan(2 * before);
    }
  }

  @Nested
  @DisplayName("called runaway-run")
  class RunawayRuns {
    @Test
    @DisplayName("is one run that holds more and more, until something stops it")
    void holdsMoreAndMore() {
      sandbox.runFor(WARM);
      ScopePath run = inject("runaway-run", "/user:ada").target().orElseThrow().path();
      assertThat(run).isEqualTo(ScopePath.of("/user:ada/run:runaway-1"));
      sandbox.runFor(Duration.ofSeconds(5));
      long early = held(run);
      sandbox.runFor(Duration.ofSeconds(10));

      assertThat(held(run)).isGreaterThan(early);
      assertThat(
              count(
                  Duration.ofMinutes(1),
                  body ->
                      body instanceof Event.Granted granted
                          && granted.path().equals(run)
                          && !granted.shortfalls().isEmpty()))
          .isPositive();
    }

    @Test
    @DisplayName("is over for good once an administrator closes it")
    void canBeKilled() {
      sandbox.runFor(WARM);
      ScopePath run = inject("runaway-run", "").target().orElseThrow().path();
      sandbox.runFor(Duration.ofSeconds(5));

      sandbox.node().submit(new Command.CloseScope(new RequestId("by-hand"), run));

      assertThat(count(Duration.ofSeconds(20), body -> isAt(body, run))).isZero();
    }

    private static boolean isAt(Event.Body body, ScopePath run) {
      return body instanceof Event.Granted granted && granted.path().equals(run);
    }

    private long held(ScopePath run) {
      return sandbox
          .node()
          .inspect((state, now) -> state.scope(run, now).orElseThrow().allocations());
    }
  }

  @Nested
  @DisplayName("called thundering-herd")
  class ThunderingHerds {
    @Test
    @DisplayName("asks one pool at one instant for three times what it has")
    void asksAtOnce() {
      sandbox.runFor(WARM);
      List<Event> heard = new ArrayList<>();
      sandbox.node().observe(heard::add);

      Disturbance.Target target = inject("thundering-herd", "").target().orElseThrow();

      assertThat(heard)
          .filteredOn(event ->
              event.body() instanceof Event.Queued queued
                  && queued.at().kind() == ConstraintRef.Kind.POOL
                  && queued.at().id().equals(target.pool().orElseThrow().value()))
          .hasSizeGreaterThan(30)
          .allMatch(event -> event.at().equals(sandbox.state().now()));
    }
  }

  @Nested
  @DisplayName("called pool-outage")
  class PoolOutages {
    @Test
    @DisplayName("takes a pool's capacity away, and gives it back")
    void takesCapacity() {
      sandbox.runFor(WARM);
      List<PoolStatus> before = pools();
      Disturbance.Target target = inject("pool-outage", "").target().orElseThrow();

      assertThat(pool(target)).extracting(status -> capacity(status)).isEqualTo(0L);
      sandbox.runFor(Duration.ofMinutes(1));

      assertThat(pools())
          .extracting(PoolStatus::pool)
          .isEqualTo(before.stream().map(PoolStatus::pool).toList());
    }

    @Test
    @DisplayName("leaves alone what an administrator has given another capacity meanwhile")
    void respectsAdministrators() {
      sandbox.runFor(WARM);
      Disturbance.Target target = inject("pool-outage", "").target().orElseThrow();
      PoolStatus gone = pool(target);
      Pool other = gone.pool().with(gone.pool().terms().withCapacity(77));
      sandbox
          .node()
          .submit(
              new Command.ApplyChanges(
                  new RequestId("by-hand"),
                  List.of(new Change.PutPool(other, gone.version())),
                  "marie",
                  "a spare one"));

      sandbox.runFor(Duration.ofMinutes(1));

      assertThat(capacity(pool(target))).isEqualTo(77);
    }

    private List<PoolStatus> pools() {
      return sandbox.node().inspect((state, now) -> state.pools(now));
    }

    private PoolStatus pool(Disturbance.Target target) {
      return sandbox
          .node()
          .inspect((state, now) -> state.pool(target.pool().orElseThrow(), now))
          .orElseThrow();
    }

    private static long capacity(PoolStatus status) {
      return status.pool().terms().capacity();
    }
  }

  @Nested
  @DisplayName("called priority-storm")
  class PriorityStorms {
    @Test
    @DisplayName("preempts others for the sake of what is CRITICAL")
    void preempts() {
      sandbox.runFor(WARM);
      inject("priority-storm", "");

      assertThat(
              count(
                  WARM,
                  body ->
                      body instanceof Event.Preempted preempted
                          && preempted.byPriority() == Priority.CRITICAL))
          .isPositive();
    }
  }

  @Nested
  @DisplayName("called slow-disk")
  class SlowDisks {
    @Test
    @DisplayName("has callers hold what they have for longer")
    void holdsLonger() {
      sandbox.runFor(WARM);
      long before = live();
      inject("slow-disk", "");
      sandbox.runFor(WARM);

      assertThat(live()).isGreaterThan(before * 6 / 5);
    }

    private long live() {
      return sandbox
          .node()
          .inspect((state, _) -> state.allocations(ScopePath.ROOT, false, 0, 5000))
          .stream()
          .filter(status -> !status.purpose().equals("workspace"))
          .count();
    }
  }
}
