package dev.headroom.sandbox.scenario;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Money;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestLine;
import dev.headroom.model.UsageRecord;
import dev.headroom.sandbox.Dice;
import dev.headroom.sandbox.Stage;
import dev.headroom.sandbox.TimedQueue;
import dev.headroom.sandbox.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Those who do the same again and again. They take no for an answer.
final class Routines implements Workload {
  private static final String DOCUMENT = "document";
  private static final double JITTER = 0.4;
  private static final double USED_LEAST = 0.7;

  private final Stage stage;
  private final TimedQueue<Runnable> agenda = new TimedQueue<>();

  Routines(Stage stage, long seed, List<Routine> routines) {
    this.stage = stage;
    for (int place = 0; place < routines.size(); place++) {
      Dice dice = new Dice(seed * 31 + place);
      expect(routines.get(place), dice, stage.now());
    }
  }

  /// Has others join in that do this.
  static Companion of(Routine... routines) {
    return (stage, seed) -> new Routines(stage, seed, List.of(routines));
  }

  @Override
  public long nextAt() {
    return Math.max(stage.now(), agenda.earliest());
  }

  @Override
  public void act() {
    agenda.take().run();
  }

  @Override
  public void onEvent(Event event) {
    // Nobody waits for anything.
  }

  private void expect(Routine routine, Dice dice, long from) {
    double factor = 1 - JITTER + 2 * JITTER * dice.fraction();
    long at = from + Math.max(1, Math.round(routine.every().toMillis() * factor));
    agenda.add(
        at,
        () -> {
          begin(routine, dice);
          expect(routine, dice, at);
        });
  }

  private void begin(Routine routine, Dice dice) {
    long document = routine.documents() == 0 ? 0 : dice.between(1, routine.documents());
    Dice work = routine.documents() == 0 ? dice : new Dice(document);
    long amount = work.between(routine.portion().least(), routine.portion().most());
    double share = USED_LEAST + (1 - USED_LEAST) * work.fraction();
    AllocationRequest plain =
        AllocationRequest.of(routine.path(), RequestLine.required(routine.portion().type(), amount))
            .withLease(routine.lease())
            .withPurpose(routine.purpose());
    Map<String, String> labels = document == 0 ? Map.of() : Map.of(DOCUMENT, "d" + document);
    AllocationRequest request =
        new AllocationRequest(
            plain.path(),
            plain.lines(),
            plain.priority(),
            plain.lease(),
            plain.maxWait(),
            false,
            false,
            plain.purpose(),
            labels);
    if (stage.submit(new Command.Allocate(stage.nextId(), request))
        instanceof Outcome.Granted granted) {
      long takes = Math.round(routine.takes().toMillis() * (0.8 + 0.4 * dice.fraction()));
      long used = Math.max(1, Math.round(amount * share));
      agenda.add(stage.now() + takes, () -> finish(routine, granted.allocation(), used));
    }
  }

  private void finish(Routine routine, AllocationId allocation, long used) {
    Optional<Money> cost =
        routine.price().equals(Money.ZERO)
            ? Optional.empty()
            : Optional.of(routine.price().times(used));
    stage.submit(
        new Command.RecordUsage(
            stage.nextId(),
            new UsageRecord(
                allocation, routine.portion().type(), used, cost, routine.category(), Map.of())));
    if (routine.releases()) {
      stage.submit(new Command.Release(stage.nextId(), allocation));
    }
  }
}
