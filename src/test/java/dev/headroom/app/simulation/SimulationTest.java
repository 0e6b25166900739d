package dev.headroom.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.EventSink;
import dev.headroom.engine.Inspector;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.LentQuota;
import dev.headroom.model.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A simulation")
final class SimulationTest {
  private static final int COMMANDS = 20_000;

  private static SimulationReport run(Subject.Maker maker) {
    return Simulation.run(3, COMMANDS, _ -> {}, maker);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 3})
  @DisplayName("finds nothing wrong, and has seen everything")
  void isClean(long seed) {
    List<Long> told = new ArrayList<>();
    SimulationReport report = Simulation.run(seed, COMMANDS, told::add);
    assertThat(report.violation()).as(report.toString()).isEmpty();
    assertThat(report.commands()).isEqualTo(COMMANDS);
    assertThat(told).isSorted().last().isEqualTo((long) COMMANDS);
    assertThat(List.of(report.granted(), report.queued(), report.denied()))
        .allMatch(count -> count > 10);
    assertThat(List.of(report.refusals(), report.repeats(), report.reforms()))
        .allMatch(count -> count > 10);
    assertThat(report.interventions()).isGreaterThan(10);
    assertThat(report.restored()).isGreaterThan(5);
    assertThat(Instant.parse(report.until())).isAfter("2026-04-01T00:00:00Z");
  }

  @Test
  @DisplayName("revokes allocations too, for one seed or another")
  void preempts() {
    assertThat(LongStream.rangeClosed(11, 16))
        .anyMatch(seed -> Simulation.run(seed, COMMANDS, _ -> {}).preempted() > 0);
  }

  @Test
  @DisplayName("has quota lent, and given back before its time (P7)")
  void lends() {
    List<Event.Body> heard = new ArrayList<>();
    for (long seed = 1; seed <= 4; seed++) {
      SimulationReport report =
          Simulation.run(
              seed,
              COMMANDS,
              _ -> {},
              sink ->
                  Subject.engine(event -> {
                    heard.add(event.body());
                    sink.accept(event);
                  }));
      assertThat(report.violation()).as(report.toString()).isEmpty();
    }
    assertThat(heard)
        .hasAtLeastOneElementOfType(Event.QuotaLent.class)
        .anyMatch(body ->
            body instanceof Event.QuotaReturned returned
                && returned.end() == LentQuota.End.RECALLED);
  }

  @Test
  @DisplayName("takes the same course for the same seed, and another for another")
  void isRepeatable() {
    SimulationReport first = Simulation.run(5, 3_000, _ -> {});
    SimulationReport again = Simulation.run(5, 3_000, _ -> {});
    SimulationReport other = Simulation.run(6, 3_000, _ -> {});
    assertThat(again.events()).isEqualTo(first.events()).isNotEqualTo(other.events());
    assertThat(again.until()).isEqualTo(first.until());
  }

  @Test
  @DisplayName("finds an event that is missing (T3)")
  void missingEvent() {
    SimulationReport report =
        run(sink ->
            Subject.engine(event -> {
              if (event.sequence() != 700) {
                sink.accept(event);
              }
            }));
    assertThat(report.violation())
        .containsAnyOf(
            "events told of are not all: 700", "does not follow the last (T3): Event[sequence=701");
    assertThat(report.commands()).isBetween(1L, COMMANDS - 1L);
    assertThat(report.command()).isNotEmpty();
  }

  @Test
  @DisplayName("finds an exception")
  void exception() {
    SimulationReport report =
        run(sink ->
            new Faulty(sink, 1_000) {
              @Override
              Answer faulty(Answer answer) {
                throw new IllegalStateException("broken");
              }
            });
    assertThat(report.violation()).contains("IllegalStateException: broken");
  }

  @Test
  @DisplayName("finds an answer that is none to the command (A4)")
  void wrongAnswer() {
    SimulationReport report =
        run(sink ->
            new Faulty(sink, 1_000) {
              @Override
              Answer faulty(Answer answer) {
                return new Outcome.TimeAdvanced();
              }
            });
    assertThat(report.violation())
        .isIn(
            "no answer to such a command: TimeAdvanced[]",
            "not answered again as before (A5): TimeAdvanced[]");
  }

  @Test
  @DisplayName(
      "finds an allocation that nobody was told of, at its end or when it looks at all of the"
          + " state")
  void hiddenGrant() {
    SimulationReport report =
        run(sink -> {
          var hidden = new Renumbered(sink);
          Subject engine = Subject.engine(hidden);
          return new Faulty(engine, hidden, 0);
        });
    assertThat(report.violation())
        .matches("(allocations as told by events|ended without being open): .+");
  }

  /// Does not tell of one longer grant, and counts on as if it had not happened.
  private static final class Renumbered implements EventSink {
    private final EventSink sink;
    long hidden;

    Renumbered(EventSink sink) {
      this.sink = sink;
    }

    @Override
    public void accept(Event event) {
      if (hidden == 0
          && event.body() instanceof Event.Granted granted
          && Duration.between(event.at(), granted.expiresAt()).toMinutes() > 0) {
        hidden = 1;
      } else {
        sink.accept(new Event(event.sequence() - hidden, event.at(), event.body()));
      }
    }
  }

  /// An engine whose answers to commands but those that let time pass are distorted from some one
  /// on.
  private static class Faulty implements Subject {
    private final Subject engine;
    private final Renumbered events;
    private long left;

    Faulty(EventSink sink, long sound) {
      this(Subject.engine(sink), new Renumbered(sink), sound);
    }

    Faulty(Subject engine, Renumbered events, long sound) {
      this.engine = engine;
      this.events = events;
      this.left = sound;
    }

    Answer faulty(Answer answer) {
      return answer;
    }

    @Override
    public final Answer apply(Instant at, Command command) {
      Answer answer = engine.apply(at, command);
      if (command instanceof Command.AdvanceTime) {
        return answer;
      }
      left--;
      return left < 0 ? faulty(answer) : answer;
    }

    @Override
    public final Instant now() {
      return engine.now();
    }

    @Override
    public final long sequence() {
      return engine.sequence() - events.hidden;
    }

    @Override
    public final Inspector inspector() {
      return engine.inspector();
    }
  }
}
