package dev.headroom.engine.reference;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Amount;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Denial;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Limit;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Decides about one request, changing nothing (rules A2–A4, Q5).
final class Judge {
  private final World world;
  private final AllocationRequest request;
  private final long arrival;

  /// What others of the same batch would hold.
  private final List<Holding> together;

  private final Map<ResourceType, Long> pending = new EnumMap<>(ResourceType.class);
  private final Map<ResourceType, Long> minimums = new EnumMap<>(ResourceType.class);
  private final List<GrantedLine> granted = new ArrayList<>();
  private final List<Denial> denials = new ArrayList<>();
  private Optional<Place> obstacle = Optional.empty();
  private boolean failed;

  private Judge(World world, AllocationRequest request, long arrival, List<Holding> together) {
    this.world = world;
    this.request = request;
    this.arrival = arrival;
    this.together = together;
  }

  /// Decides about a request of an atomic batch.
  ///
  /// @param others those before it, which hold already what they would be granted (A6)
  static Decision decideTogether(World world, AllocationRequest request, List<Holding> others) {
    return new Judge(world, request, Long.MAX_VALUE, others).decide();
  }

  /// Decides about a request that nobody waits behind.
  static Decision decide(World world, AllocationRequest request) {
    return decide(world, request, Long.MAX_VALUE);
  }

  /// @param arrival its place among those who wait
  static Decision decide(World world, AllocationRequest request, long arrival) {
    return new Judge(world, request, arrival, List.of()).decide();
  }

  /// Decides where required lines of a type may be cut to their minimum, together to no more than a
  /// share (Q3, SHARING).
  static Decision decideShare(
      World world, AllocationRequest request, long arrival, ResourceType type, long share) {
    Judge judge = new Judge(world, request, arrival, List.of());
    long minimums =
        request.lines().stream()
            .filter(line -> line.required() && line.type() == type)
            .mapToLong(RequestLine::minimum)
            .sum();
    long beyond = share - minimums;
    for (RequestLine line : request.lines().stream().filter(RequestLine::required).toList()) {
      if (line.type() != type) {
        judge.decideRequired(line);
      } else {
        beyond -= judge.decideCut(line, Math.max(0, beyond));
      }
    }
    if (!judge.failed) {
      request.lines().stream().filter(line -> !line.required()).forEach(judge::decideOptional);
    }
    return judge.failed || judge.granted.isEmpty()
        ? Decision.failing(judge.denials, judge.obstacle)
        : judge.granting();
  }

  /// Returns how much more than its minimum it takes.
  private long decideCut(RequestLine line, long beyond) {
    long most = Math.min(free(line.type()), line.minimum() + beyond);
    boolean cut =
        most >= line.minimum() && most < line.amount() && guard(line.type(), most).isEmpty();
    if (!cut) {
      decideRequired(line);
      return failed ? 0 : line.amount() - line.minimum();
    }
    Optional<Place> met = obstacle;
    denyByHeadroom(line.type(), line.amount());
    obstacle = met;
    grant(line.type(), line.amount(), most, line.minimum());
    return most - line.minimum();
  }

  /// Grants all that is required, or all where nothing is, whether it fits or not; what else there
  /// is as it fits (Q7).
  static Decision force(World world, AllocationRequest request, long arrival) {
    Judge judge = new Judge(world, request, arrival, List.of());
    boolean requires = request.lines().stream().anyMatch(RequestLine::required);
    request.lines().stream()
        .filter(line -> line.required() || !requires)
        .forEach(line -> judge.grant(line.type(), line.amount(), line.amount(), line.minimum()));
    if (requires) {
      request.lines().stream().filter(line -> !line.required()).forEach(judge::decideOptional);
    }
    return judge.granting();
  }

  /// Whether somebody who starves stands before one of the things that a request requires (Q5).
  static boolean mayNotPass(World world, AllocationRequest request, long arrival) {
    Judge judge = new Judge(world, request, arrival, List.of());
    return request.lines().stream()
        .filter(RequestLine::required)
        .anyMatch(line -> judge.guard(line.type(), line.amount()).isPresent());
  }

  /// The first line that, with all its alternatives and all lines before it, is more than the
  /// counters can hold (S6).
  static OptionalInt overflowing(World world, AllocationRequest request) {
    Map<ResourceType, Long> sums = new EnumMap<>(ResourceType.class);
    for (int at = 0; at < request.lines().size(); at++) {
      RequestLine line = request.lines().get(at);
      sums.merge(line.type(), line.amount(), Long::sum);
      line.alternatives().forEach(other -> sums.merge(other.type(), other.amount(), Long::sum));
      if (sums.entrySet().stream()
          .anyMatch(sum -> sum.getValue() > world.countable(sum.getKey()))) {
        return OptionalInt.of(at);
      }
    }
    return OptionalInt.empty();
  }

  private Decision decide() {
    request.lines().stream().filter(RequestLine::required).forEach(this::decideRequired);
    if (!denials.isEmpty()) {
      return Decision.failing(denials, obstacle);
    }
    request.lines().stream().filter(line -> !line.required()).forEach(this::decideOptional);
    return granted.isEmpty() ? Decision.failing(denials, obstacle) : granting();
  }

  private Decision granting() {
    return new Decision(
        List.copyOf(granted), List.of(), List.copyOf(denials), obstacle, Map.copyOf(minimums));
  }

  private void decideRequired(RequestLine line) {
    if (line.amount() > free(line.type())) {
      failed = true;
      denyByHeadroom(line.type(), line.amount());
    } else if (guard(line.type(), line.amount()).isPresent()) {
      failed = true;
      denyByGuard(line.type(), line.amount(), guard(line.type(), line.amount()).get());
    } else {
      grant(line.type(), line.amount(), line.amount(), line.minimum());
    }
  }

  private void decideOptional(RequestLine line) {
    Optional<Place> guard = guard(line.type(), line.amount());
    if (guard.isEmpty() && line.amount() <= free(line.type())) {
      grant(line.type(), line.amount(), line.amount(), line.minimum());
      return;
    }
    if (guard.isPresent()) {
      denyByGuard(line.type(), line.amount(), guard.get());
    } else {
      denyByHeadroom(line.type(), line.amount());
      if (free(line.type()) >= line.minimum()) {
        grant(line.type(), line.amount(), free(line.type()), line.minimum());
        return;
      }
    }
    for (RequestLine.Alternative other : line.alternatives()) {
      if (guard(other.type(), other.amount()).isEmpty() && other.amount() <= free(other.type())) {
        grant(other.type(), other.amount(), other.amount(), other.amount());
        return;
      }
    }
  }

  private void grant(ResourceType type, long requested, long amount, long minimum) {
    minimums.merge(type, minimum, Long::sum);
    pending.merge(type, amount, Long::sum);
    granted.add(new GrantedLine(type, requested, amount, flags(type)));
  }

  /// What the soft limits of the chain say once all that is pending were granted (L6).
  private List<GrantedLine.Flag> flags(ResourceType type) {
    return world.chain(request.path(), type).stream()
        .flatMap(constraint ->
            constraint instanceof Cap cap
                ? Leniency.flag(cap, world.used(cap) + pending(type), world.now).stream()
                : Stream.empty())
        .distinct()
        .sorted()
        .toList();
  }

  /// What the chain has left after the lines before.
  private long free(ResourceType type) {
    long least =
        world
            .binding(request.path(), type)
            .map(constraint -> world.headroom(constraint, request.path()))
            .orElse(Amount.MAX);
    return least - pending(type);
  }

  private long pending(ResourceType type) {
    return pending.getOrDefault(type, 0L);
  }

  private void denyByHeadroom(ResourceType type, long amount) {
    Constraint binding = world.binding(request.path(), type).orElseThrow();
    meet(binding.place());
    denials.add(
        new Denial(
            type, amount, free(type), binding.ref(), gravestReason(type, amount + pending(type))));
  }

  private void denyByGuard(ResourceType type, long amount, Place guard) {
    meet(guard);
    ConstraintRef at = world.tightest(guard).orElseThrow().ref();
    denials.add(new Denial(type, amount, free(type), at, Denial.Reason.CONTENTION));
  }

  private void meet(Place place) {
    obstacle = obstacle.or(() -> Optional.of(place));
  }

  /// The place on the chain of the earliest waiter who starves and came before: nobody passes (Q5),
  /// but whom the pool's policy puts first (P4).
  private Optional<Place> guard(ResourceType type, long amount) {
    List<Place> places = world.chain(request.path(), type).stream().map(Constraint::place).toList();
    return world.wishes.stream()
        .filter(wish -> wish.arrival < arrival && wish.starves(world.now, world.settings))
        .filter(wish -> places.contains(wish.place))
        .filter(wish -> world.keepsBack(wish, request.path(), pending(type) + amount))
        .map(wish -> wish.place)
        .findFirst();
  }

  private Denial.Reason gravestReason(ResourceType type, long amount) {
    return world.chain(request.path(), type).stream()
        .map(constraint ->
            switch (constraint) {
              case Cap cap -> reason(cap, amount + togetherAt(cap));
              case Stock stock -> reason(stock, amount + togetherFrom(stock));
            })
        .min(Denial.Reason::compareTo)
        .orElseThrow();
  }

  /// What the others of the batch hold against a limit: if everybody else released, they would not.
  private long togetherAt(Cap cap) {
    return together.stream()
        .filter(holding -> holding.path().isWithin(cap.path))
        .flatMap(holding -> holding.lines.stream())
        .filter(line -> line.type == cap.type)
        .mapToLong(line -> line.reserved)
        .sum();
  }

  private long togetherFrom(Stock stock) {
    return together.stream()
        .flatMap(holding -> holding.lines.stream())
        .filter(line -> line.from == stock)
        .mapToLong(line -> line.reserved)
        .sum();
  }

  private Denial.Reason reason(Cap cap, long amount) {
    Limit.Terms terms = cap.terms;
    long ever = terms.rollover() ? 2 * terms.amount() : terms.amount();
    if (!Leniency.everGrants(cap, amount, Math.max(cap.allowance(), ever))) {
      return Denial.Reason.EXCEEDS_LIMIT;
    }
    boolean fitsIfAllRelease =
        amount <= world.headroom(cap)
            || Leniency.grantsIfAllRelease(cap, world.consumed(cap), amount);
    boolean windowOutlastsWait =
        cap.windowEnd == Cap.NEVER || cap.windowEnd > world.now + request.maxWait().toMillis();
    return !fitsIfAllRelease && windowOutlastsWait
        ? Denial.Reason.BUDGET_EXHAUSTED
        : Denial.Reason.CONTENTION;
  }

  private Denial.Reason reason(Stock stock, long amount) {
    if (amount > world.borrowing.reach(stock)) {
      return Denial.Reason.EXCEEDS_CAPACITY;
    }
    long then = world.now + request.maxWait().toMillis();
    boolean fitsIfAllRelease =
        stock.type().isHeld() || world.borrowing.stockBy(stock, then) >= amount;
    return fitsIfAllRelease ? Denial.Reason.CONTENTION : Denial.Reason.BUDGET_EXHAUSTED;
  }
}
