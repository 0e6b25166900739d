package dev.headroom.app.simulation;

import dev.headroom.engine.Inspector;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Command;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import dev.headroom.sandbox.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes up what is asked next, in spells of one mood after the other.
final class Deeds {
  /// Of what there is much for a while; in percent but for the lease.
  private enum Mood {
    CALM(35, 20, Duration.ofMinutes(2), 3),
    BURST(75, 10, Duration.ofSeconds(20), 2),
    HOLDING(50, 10, Duration.ofDays(3), 2),
    WAITING(55, 85, Duration.ofMinutes(1), 3),
    CHURN(20, 30, Duration.ofMinutes(10), 3),
    BATCHES(25, 5, Duration.ofMinutes(2), 30);

    final int asking;
    final int ready;
    final Duration lease;
    final int batches;

    Mood(int asking, int ready, Duration lease, int batches) {
      this.asking = asking;
      this.ready = ready;
      this.lease = lease;
      this.batches = batches;
    }
  }

  /// When so many are open, or wait, no more are asked for: the simulation itself stays small.
  private static final int OPEN_MAX = 3_000;

  private static final int WAITING_MAX = 300;
  private static final int MOOD_COMMANDS_MAX = 4_000;
  private static final int BATCH_MAX = 6;
  private static final int AMOUNT_USED_MAX = 45;
  private static final int SCORE_MAX = 1_000;

  private final Dice dice;
  private final OpenBook open;
  private final Requests requests;
  private final Reforms reforms;
  private final Supervision supervision;
  private final Checkpoints checkpoints;
  private final QuotaDeals loans;
  private Mood mood = Mood.CALM;
  private long moodLeft;
  private long ids;

  Deeds(Dice dice, OpenBook open) {
    this.dice = dice;
    this.open = open;
    this.requests = new Requests(dice);
    this.reforms = new Reforms(dice);
    this.supervision = new Supervision(dice);
    this.checkpoints = new Checkpoints(dice);
    this.loans = new QuotaDeals(dice);
  }

  /// What comes first.
  Command founding() {
    return reforms.found(nextId());
  }

  Command next(Inspector inspector, Instant now) {
    if (moodLeft-- <= 0) {
      mood = Mood.values()[(int) dice.between(0, Mood.values().length - 1)];
      moodLeft = dice.between(100, MOOD_COMMANDS_MAX);
    }
    if (open.size() > OPEN_MAX) {
      return new Command.CloseScope(nextId(), user());
    }
    long rare = dice.between(1, 1_000);
    if (rare <= 3) {
      return seldom(inspector, now);
    }
    if (rare <= 6) {
      return supervision.supervise(nextId(), inspector, now);
    }
    if (rare <= 9) {
      return rare == 9 && dice.happens(30)
          ? new Command.ReportScore(nextId(), anyPath(), dice.between(0, SCORE_MAX))
          : checkpoints.next(nextId(), inspector, anyPath(), mood.lease);
    }
    if (dice.happens(mood.batches)) {
      return batch();
    }
    return dice.happens(mood.asking)
        ? ask(nextId(), mood.ready)
        : open.any(dice).map(this::about).orElseGet(() -> ask(nextId(), mood.ready));
  }

  private Command seldom(Inspector inspector, Instant now) {
    if (dice.happens(25)) {
      Optional<Command> deal = loans.next(nextId(), inspector, now);
      if (deal.isPresent()) {
        return deal.get();
      }
    }
    long choice = dice.between(1, 100);
    return choice <= 70
        ? reforms.reform(nextId(), inspector, now)
        : choice <= 85
            ? reforms.topUp(nextId())
            : new Command.CloseScope(nextId(), dice.happens(90) ? anyPath() : user());
  }

  private Command.Allocate ask(RequestId id, int ready) {
    int waits = open.waiting() > WAITING_MAX ? 0 : ready;
    return new Command.Allocate(id, requests.request(waits, mood.lease));
  }

  private Command about(OpenBook.Entry entry) {
    long choice = dice.between(1, 100);
    if (choice <= 45) {
      return new Command.Release(nextId(), entry.id());
    }
    if (choice <= 85) {
      return use(nextId(), entry);
    }
    return choice <= 93
        ? new Command.Renew(
            nextId(), entry.id(), Duration.ofMillis(dice.between(1, mood.lease.toMillis())))
        : new Command.Resize(nextId(), entry.id(), requests.type(), requests.amount());
  }

  /// Usage, now and then of what has ended (U4).
  private Command.RecordUsage use(RequestId id, OpenBook.Entry entry) {
    Optional<AllocationId> ended = dice.happens(8) ? open.anyEnded(dice) : Optional.empty();
    ResourceType type =
        entry.request().map(request -> request.lines().getFirst().type()).orElseGet(requests::type);
    return new Command.RecordUsage(
        id, UsageRecord.of(ended.orElse(entry.id()), type, dice.between(0, AMOUNT_USED_MAX)));
  }

  private Command batch() {
    int size = (int) dice.between(1, BATCH_MAX);
    RequestId batch = nextId();
    if (dice.happens(30) && open.size() > 0) {
      List<Command.RecordUsage> records = new ArrayList<>();
      for (int at = 0; at < size; at++) {
        open.any(dice).ifPresent(entry -> records.add(use(nextId(), entry)));
      }
      return new Command.RecordUsageBatch(batch, records);
    }
    boolean atomic = dice.happens(50);
    List<Command.Allocate> asked = new ArrayList<>();
    for (int at = 0; at < size; at++) {
      asked.add(ask(nextId(), atomic ? 0 : mood.ready));
    }
    return new Command.AllocateBatch(batch, atomic, asked);
  }

  /// The same id for something else, which is refused (A5).
  Command other(RequestId id) {
    return new Command.Allocate(
        id,
        AllocationRequest.of(ScopePath.ROOT, RequestLine.required(ResourceType.STORAGE, 1 + ids))
            .withPriority(Priority.LOW));
  }

  private RequestId nextId() {
    return new RequestId("s" + ++ids);
  }

  private ScopePath user() {
    return Terrain.USERS.get((int) dice.between(0, Terrain.USERS.size() - 1));
  }

  private ScopePath anyPath() {
    return Terrain.PATHS.get((int) dice.between(0, Terrain.PATHS.size() - 1));
  }
}
