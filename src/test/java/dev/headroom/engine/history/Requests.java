package dev.headroom.engine.history;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Amount;
import dev.headroom.model.Command;
import dev.headroom.model.ConflictId;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Money;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.Resolution;
import dev.headroom.model.ResourceType;
import dev.headroom.model.UsageRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes up what callers ask about allocations.
final class Requests {
  /// How many of the latest requests are spoken about.
  private static final int REMEMBERED = 24;

  private static final List<Duration> LEASES =
      Stream.of(
              "PT0.001S",
              "PT1S",
              "PT1M",
              "PT10M",
              "PT10M",
              "PT1H",
              "PT1H",
              "PT1H",
              "PT1H",
              "P1D",
              "P1D",
              "P30D")
          .map(Duration::parse)
          .toList();

  private static final List<Duration> WAITS =
      Stream.of(
              "PT0S",
              "PT0S",
              "PT0S",
              "PT0.001S",
              "PT0.001S",
              "PT1S",
              "PT30S",
              "PT1M",
              "PT10M",
              "PT10M",
              "PT2H",
              "P1D")
          .map(Duration::parse)
          .toList();

  private record Asked(AllocationId id, List<RequestLine> lines) {}

  private final Dice dice;
  private final Universe universe;
  private final List<Asked> asked = new ArrayList<>();

  Requests(Dice dice, Universe universe) {
    this.dice = dice;
    this.universe = universe;
    asked.add(
        new Asked(
            new AllocationId(Integer.MAX_VALUE),
            List.of(RequestLine.required(ResourceType.TOKENS, 1))));
  }

  /// @param number the step's; how later commands name the allocation
  Command.Allocate allocate(RequestId id, int number) {
    List<RequestLine> lines = new ArrayList<>();
    int count = dice.chance(60) ? 1 : dice.between(1, dice.chance(95) ? 4 : 8);
    while (lines.size() < count) {
      lines.add(line());
    }
    asked.add(new Asked(new AllocationId(number), lines));
    return new Command.Allocate(
        id,
        new AllocationRequest(
            dice.pick(universe.paths()),
            lines,
            dice.chance(50) ? Priority.NORMAL : Priority.at(dice.between(0, 3)),
            dice.pick(LEASES),
            dice.chance(1) ? AllocationRequest.WAIT_MAX : dice.pick(WAITS),
            dice.chance(40),
            dice.chance(25),
            dice.chance(10) ? "purpose" : "",
            dice.chance(5) ? Map.of("name", "value") : Map.of()));
  }

  /// Several requests at once, of which later commands name only the first that is granted.
  Command allocateBatch(RequestId id, int number) {
    boolean atomic = dice.chance(60);
    List<Command.Allocate> batch = new ArrayList<>();
    for (RequestId each : idsWithin(id)) {
      AllocationRequest request = allocate(each, number).request();
      batch.add(new Command.Allocate(each, atomic ? request.waiting(Duration.ZERO) : request));
    }
    return new Command.AllocateBatch(id, atomic, batch);
  }

  Command useBatch(RequestId id) {
    return new Command.RecordUsageBatch(id, idsWithin(id).stream().map(this::use).toList());
  }

  /// Ids for a batch, of which one may have been used before.
  private List<RequestId> idsWithin(RequestId batch) {
    List<RequestId> ids = new ArrayList<>();
    int count = dice.between(1, dice.chance(90) ? 4 : 12);
    while (ids.size() < count) {
      ids.add(new RequestId(batch + "-" + ids.size()));
    }
    if (dice.chance(5)) {
      ids.set(0, new RequestId("within-" + dice.between(1, 3)));
    }
    return ids;
  }

  Command.RecordUsage use(RequestId id) {
    Asked whose = oneAsked();
    return new Command.RecordUsage(
        id,
        new UsageRecord(
            whose.id,
            typeOf(whose),
            dice.chance(5) ? 0 : amount(),
            dice.chance(20) ? Optional.of(new Money(dice.between(0, 1000))) : Optional.empty(),
            dice.chance(10) ? "category" : "",
            Map.of()));
  }

  Command reportScore(RequestId id) {
    return new Command.ReportScore(
        id, dice.pick(universe.paths()), dice.chance(5) ? Amount.MAX / 3 : dice.between(0, 9));
  }

  Command release(RequestId id) {
    return new Command.Release(id, oneAsked().id);
  }

  Command resolve(RequestId id) {
    Resolution resolution =
        switch (dice.between(1, 6)) {
          case 1 -> new Resolution.Deny();
          case 2 -> new Resolution.Reprioritise(Priority.at(dice.between(0, 3)));
          case 3, 4 -> new Resolution.Apply(dice.pick(List.of(ConflictStrategy.values())));
          default -> new Resolution.Grant();
        };
    ConflictId conflict = dice.chance(95) ? Symbols.HERE : new ConflictId(1);
    return new Command.ResolveConflict(id, conflict, oneAsked().id, resolution, "ada", "to end it");
  }

  Command renew(RequestId id) {
    return new Command.Renew(id, oneAsked().id, dice.pick(LEASES));
  }

  Command resize(RequestId id) {
    Asked whose = oneAsked();
    return new Command.Resize(id, whose.id, typeOf(whose), amount());
  }

  private RequestLine line() {
    ResourceType type = type();
    long amount = amount();
    if (dice.chance(65)) {
      RequestLine required = RequestLine.required(type, amount);
      return dice.chance(25) ? required.atLeast(dice.between(1, amount)) : required;
    }
    RequestLine line = RequestLine.optional(type, amount);
    line = dice.chance(50) ? line.atLeast(dice.between(1, amount)) : line;
    while (dice.chance(30) && line.alternatives().size() < RequestLine.ALTERNATIVES_MAX) {
      line = line.orElse(type(), amount());
    }
    return line;
  }

  /// Mostly a few, so that the edges are met; seldom as much as can be said.
  private long amount() {
    if (dice.between(1, 1000) <= universe.extremes()) {
      return dice.chance(50) ? Amount.MAX / dice.between(1, 4) : Amount.MAX - dice.between(0, 9);
    }
    return dice.between(1, dice.chance(90) ? 12 : 50);
  }

  private ResourceType type() {
    return dice.chance(2) ? dice.pick(ResourceType.ALL) : dice.pick(universe.types());
  }

  private ResourceType typeOf(Asked whose) {
    return dice.chance(85) ? dice.pick(whose.lines).type() : type();
  }

  private Asked oneAsked() {
    int back = Math.min(asked.size(), dice.between(1, dice.between(1, REMEMBERED)));
    return asked.get(asked.size() - back);
  }
}
