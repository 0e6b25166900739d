package dev.headroom.engine.reference;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Answer;
import dev.headroom.model.Checkpoint;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.Command;
import dev.headroom.model.Denial;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Keeping what scopes hold, and reserving it again.
final class Checkpoints {
  private final World world;
  private final Books books;
  private final Granting granting;
  private final Together together;

  /// Who was restored for whom, ever.
  private final Map<AllocationId, AllocationId> successors = new TreeMap<>();

  private long last;

  Checkpoints(World world, Books books, Granting granting, Together together) {
    this.world = world;
    this.books = books;
    this.granting = granting;
    this.together = together;
  }

  /// What one of those kept lacks now.
  ///
  /// @param now who stands for it, if that one lives
  private record Missing(Checkpoint.Kept then, Optional<Holding> now, List<RequestLine> lines) {}

  Answer take(ScopePath path) {
    Scope scope = world.scopes.get(path);
    if (scope == null) {
      return new Refusal.UnknownScope(path);
    }
    List<Checkpoint.Kept> live =
        world.holdings.stream()
            .filter(holding -> holding.path().isWithin(path))
            .map(Checkpoints::kept)
            .sorted(
                Comparator.comparing(Checkpoint.Kept::priority, Comparator.reverseOrder())
                    .thenComparing(Checkpoint.Kept::path)
                    .thenComparing(Checkpoint.Kept::allocation))
            .toList();
    if (live.size() > Checkpoint.ALLOCATIONS_MAX) {
      return new Refusal.TooManyAllocations(path, live.size(), Checkpoint.ALLOCATIONS_MAX);
    }
    List<Checkpoint> there =
        world.checkpoints.stream().filter(kept -> kept.path().equals(path)).toList();
    List<Checkpoint> leaving =
        there.size() < Checkpoint.PER_SCOPE_MAX ? List.of() : there.subList(0, 1);
    if (weight(world.checkpoints) - weight(leaving) + 1 + live.size() > Checkpoint.WEIGHT_MAX) {
      return new Refusal.TooManyCheckpoints(weight(world.checkpoints), Checkpoint.WEIGHT_MAX);
    }
    leaving.forEach(this::drop);
    last++;
    Checkpoint taken =
        new Checkpoint(
            new CheckpointId(last), path, Instant.ofEpochMilli(world.now), totals(scope), live);
    world.checkpoints.add(taken);
    world.say(new Event.CheckpointTaken(path, taken.id(), live.size()));
    return new Outcome.CheckpointTaken(taken.id(), live.size());
  }

  Answer forget(CheckpointId id) {
    Optional<Checkpoint> found = find(id);
    found.ifPresent(this::drop);
    return found.isPresent()
        ? new Outcome.CheckpointForgotten()
        : new Refusal.UnknownCheckpoint(id);
  }

  /// @param names what the new allocations will be called
  Answer restore(Command.RestoreCheckpoint command, Iterator<AllocationId> names) {
    Optional<Checkpoint> found = find(command.checkpoint());
    if (found.isEmpty()) {
      return new Refusal.UnknownCheckpoint(command.checkpoint());
    }
    List<Missing> all =
        found.get().allocations().stream().map(then -> missing(then, command.partial())).toList();
    if (all.stream().anyMatch(this::growsElsewhere)) {
      return Refusal.Invalid.at("/checkpoint", "draws from another pool than before");
    }
    List<Missing> lacking = all.stream().filter(each -> !each.lines.isEmpty()).toList();
    List<AllocationRequest> requests =
        lacking.stream().map(each -> request(each, command.lease())).toList();
    Together.Attempt attempt = together.attempt(requests);
    if (attempt.refusal().isPresent()) {
      return Refusal.Invalid.at("/checkpoint", "overflows (S6)");
    }
    if (!command.partial() && !attempt.failing().isEmpty()) {
      List<Outcome.Lacking> failing = new ArrayList<>();
      for (Outcome.Failing each : attempt.failing()) {
        Checkpoint.Kept then = lacking.get(each.index()).then;
        world.say(new Event.Denied(then.path(), Optional.empty(), each.denials(), 0));
        failing.add(new Outcome.Lacking(then.allocation(), each.denials()));
      }
      return new Outcome.NotRestored(failing);
    }
    List<Outcome.Restoration> restored =
        all.stream().map(each -> restore(each, command.lease(), names)).toList();
    world.say(
        new Event.CheckpointRestored(
            found.get().path(),
            command.checkpoint(),
            (int) restored.stream().filter(each -> !each.reserved().isEmpty()).count(),
            (int) restored.stream().filter(each -> !each.shortfalls().isEmpty()).count()));
    return new Outcome.Restored(restored);
  }

  private Outcome.Restoration restore(Missing each, Duration lease, Iterator<AllocationId> names) {
    AllocationId then = each.then.allocation();
    Optional<AllocationId> now = each.now.map(holding -> holding.id);
    if (each.lines.isEmpty()) {
      return new Outcome.Restoration(then, now, List.of(), List.of());
    }
    AllocationRequest request = request(each, lease);
    Decision decision = Judge.decide(world, request);
    if (!decision.grants()) {
      return new Outcome.Restoration(then, now, List.of(), decision.failed());
    }
    List<Denial> shortfalls = decision.shortfalls();
    if (each.now.isPresent()) {
      decision.granted().forEach(line -> grow(each.now.get(), line));
      return new Outcome.Restoration(then, now, decision.granted(), shortfalls);
    }
    AllocationId id = names.next();
    granting.grant(id, request, decision);
    Holding made = world.holding(id).orElseThrow();
    made.minimums = new EnumMap<>(ResourceType.class);
    each.then
        .minimums()
        .forEach((type, least) -> made.minimums.put(type, left(each.then, type, least)));
    successors.put(latest(then), id);
    return new Outcome.Restoration(then, Optional.of(id), decision.granted(), shortfalls);
  }

  private void grow(Holding holding, GrantedLine granted) {
    ResourceType type = granted.type();
    if (holding.line(type).isEmpty()) {
      Holding.Line made = new Holding.Line(type, world.serving(holding.path(), type).orElse(null));
      made.requested = granted.requested();
      holding.lines.add(made);
    }
    books.reserve(holding, holding.line(type).orElseThrow(), granted.granted());
    world.say(new Event.Resized(holding.path(), holding.id, type, granted.granted()));
  }

  private Missing missing(Checkpoint.Kept then, boolean partial) {
    Optional<Holding> now = world.holding(latest(then.allocation()));
    List<RequestLine> lines = new ArrayList<>();
    for (AllocationStatus.Line line : then.lines()) {
      long has =
          now.flatMap(holding -> holding.line(line.type())).map(own -> own.reserved).orElse(0L);
      if (has < line.reserved()) {
        long missing = line.reserved() - has;
        lines.add(
            new RequestLine(line.type(), missing, !partial, partial ? 1 : missing, List.of()));
      }
    }
    return new Missing(then, now, lines);
  }

  private boolean growsElsewhere(Missing missing) {
    return missing.lines.stream()
        .flatMap(line -> missing.now.flatMap(holding -> holding.line(line.type())).stream())
        .anyMatch(line -> !world.serving(missing.then.path(), line.type).equals(line.stock()));
  }

  private static AllocationRequest request(Missing missing, Duration lease) {
    Checkpoint.Kept then = missing.then;
    return new AllocationRequest(
        then.path(),
        missing.lines,
        then.priority(),
        lease,
        Duration.ZERO,
        !then.minimums().isEmpty(),
        then.requeue(),
        then.purpose(),
        then.labels());
  }

  private static Checkpoint.Kept kept(Holding holding) {
    AllocationStatus status = Look.status(holding);
    return new Checkpoint.Kept(
        holding.id,
        holding.path(),
        status.priority(),
        minimums(holding),
        holding.request.requeue(),
        status.purpose(),
        status.labels(),
        status.lines());
  }

  private static Map<ResourceType, Long> minimums(Holding holding) {
    Map<ResourceType, Long> minimums = new EnumMap<>(ResourceType.class);
    if (holding.request.negotiable()) {
      holding.lines.forEach(
          line -> minimums.put(line.type, holding.minimums.getOrDefault(line.type, 0L)));
    }
    return minimums;
  }

  /// What is left of a minimum after what was consumed then.
  private static long left(Checkpoint.Kept then, ResourceType type, long least) {
    long consumed =
        then.lines().stream()
            .filter(line -> line.type() == type && type.isSpent())
            .mapToLong(AllocationStatus.Line::consumed)
            .sum();
    return Math.max(0, least - consumed);
  }

  private List<Checkpoint.Total> totals(Scope scope) {
    List<Checkpoint.Total> totals = new ArrayList<>();
    for (ResourceType type : ResourceType.ALL) {
      long reserved = world.reserved(scope.path, type);
      long used =
          type.isHeld()
              ? scope.peaks.getOrDefault(type, 0L)
              : world.spent(scope.path, type, scope.countsFrom);
      if (reserved > 0 || used > 0) {
        totals.add(new Checkpoint.Total(type, reserved, used));
      }
    }
    return totals;
  }

  private AllocationId latest(AllocationId id) {
    AllocationId latest = id;
    while (successors.containsKey(latest)) {
      latest = successors.get(latest);
    }
    return latest;
  }

  private Optional<Checkpoint> find(CheckpointId id) {
    return world.checkpoints.stream().filter(kept -> kept.id().equals(id)).findFirst();
  }

  private void drop(Checkpoint checkpoint) {
    world.checkpoints.remove(checkpoint);
    world.say(new Event.CheckpointForgotten(checkpoint.path(), checkpoint.id()));
  }

  private static int weight(List<Checkpoint> checkpoints) {
    return checkpoints.stream().mapToInt(each -> 1 + each.allocations().size()).sum();
  }
}
