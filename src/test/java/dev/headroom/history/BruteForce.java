package dev.headroom.history;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Change;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Sums over events, made one by one in the plainest way.
final class BruteForce {
  /// No cost is told beyond this.
  private static final BigDecimal MOST = new Money(Long.MAX_VALUE).credits();

  private final List<Event> events;
  private final ScopePath path;
  private final Instant from;
  private final Instant to;

  BruteForce(List<Event> events, ScopePath path, Instant from, Instant to) {
    this.events = events;
    this.path = path;
    this.from = from;
    this.to = to;
  }

  private <T> Stream<T> within(Class<T> kind) {
    return events.stream()
        .filter(event -> !event.at().isBefore(from) && event.at().isBefore(to))
        .map(Event::body)
        .filter(body -> body.path().isWithin(path))
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  BigDecimal consumed(ResourceType type) {
    return sum(
        within(Event.Used.class).filter(used -> used.type() == type).map(Event.Used::amount));
  }

  private static BigDecimal sum(Stream<Long> numbers) {
    return numbers.map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  long beyond(ResourceType type) {
    return sum(within(Event.Used.class).filter(used -> used.type() == type).map(Event.Used::beyond))
        .longValueExact();
  }

  BigDecimal cost(Predicate<Event.Used> which) {
    return within(Event.Used.class)
        .filter(which)
        .map(used -> used.cost().credits())
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .min(MOST);
  }

  BigDecimal overage(Predicate<Event.Used> which) {
    return within(Event.Used.class)
        .filter(which)
        .map(used -> used.overageCharge().credits())
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .min(MOST);
  }

  List<String> categories() {
    return within(Event.Used.class).map(Event.Used::category).distinct().sorted().toList();
  }

  long granted() {
    return within(Event.Granted.class).count();
  }

  long denied() {
    return within(Event.Denied.class).count();
  }

  long waitedMillis() {
    return within(Event.Granted.class).mapToLong(Event.Granted::waitedMillis).sum()
        + within(Event.Denied.class).mapToLong(Event.Denied::waitedMillis).sum();
  }

  /// What was consumed in the busiest minute; one ends and begins anew where the zone was changed.
  long busiest(ResourceType type) {
    Map<Instant, Long> byMinute = new TreeMap<>();
    Instant zoneSince = Instant.MIN;
    ZoneId zone = ZoneOffset.UTC;
    for (Event event : events) {
      if (event.body() instanceof Event.ConfigChanged changed
          && !zoneOf(changed, zone).equals(zone)) {
        zone = zoneOf(changed, zone);
        zoneSince = event.at();
      }
      if (!event.at().isBefore(from)
          && event.at().isBefore(to)
          && event.body() instanceof Event.Used used
          && used.type() == type
          && used.path().isWithin(path)) {
        Instant minute = event.at().truncatedTo(ChronoUnit.MINUTES);
        byMinute.merge(latest(minute, zoneSince), used.amount(), Long::sum);
      }
    }
    return byMinute.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private static ZoneId zoneOf(Event.ConfigChanged changed, ZoneId before) {
    ZoneId zone = before;
    for (Change change : changed.changes()) {
      if (change instanceof Change.PutSettings(var settings, var _)) {
        zone = settings.timeZone();
      }
    }
    return zone;
  }

  /// What came back of a type that had been reserved.
  BigDecimal returned(ResourceType type) {
    return sum(
        Stream.concat(
            within(Event.Ended.class)
                .flatMap(ended -> ended.returned().stream())
                .filter(line -> line.type() == type)
                .map(GrantedLine::granted),
            within(Event.Resized.class)
                .filter(resized -> resized.type() == type && resized.difference() < 0)
                .map(resized -> -resized.difference())));
  }

  /// How much stood when.
  record Step(Instant at, long level) {}

  /// What was reserved of a type, from the first event on.
  List<Step> reserved(ResourceType type) {
    List<Step> steps = new ArrayList<>();
    long level = 0;
    for (Event event : events) {
      if (event.body().path().isWithin(path)) {
        level += reservedBy(event.body(), type);
        steps.add(new Step(event.at(), level));
      }
    }
    return steps;
  }

  private static long reservedBy(Event.Body body, ResourceType type) {
    return switch (body) {
      case Event.Granted granted -> of(type, granted.lines());
      case Event.Ended ended -> -of(type, ended.returned());
      case Event.Resized resized when resized.type() == type -> resized.difference();
      case Event.Used used when used.type() == type && type.isSpent() ->
          used.beyond() - used.amount();
      default -> 0;
    };
  }

  private static long of(ResourceType type, List<GrantedLine> lines) {
    return lines.stream().filter(line -> line.type() == type).mapToLong(GrantedLine::granted).sum();
  }

  /// What was in use of a held type as far as there are samples.
  List<Step> inUse(ResourceType type) {
    List<Step> steps = new ArrayList<>();
    Map<AllocationId, Long> samples = new HashMap<>();
    Map<AllocationId, Boolean> open = new HashMap<>();
    for (Event event : events) {
      if (!event.body().path().isWithin(path)) {
        continue;
      }
      switch (event.body()) {
        case Event.Granted granted -> open.put(granted.allocation(), true);
        case Event.Ended ended -> {
          open.remove(ended.allocation());
          samples.remove(ended.allocation());
        }
        case Event.Used used when used.type() == type -> {
          if (open.containsKey(used.allocation())) {
            samples.put(used.allocation(), used.amount());
          }
        }
        default -> {}
      }
      steps.add(new Step(event.at(), samples.values().stream().mapToLong(Long::longValue).sum()));
    }
    return steps;
  }

  /// The sum over time within the span, in unit milliseconds.
  BigInteger integral(List<Step> steps) {
    BigInteger sum = BigInteger.ZERO;
    for (int at = 0; at < steps.size(); at++) {
      Instant begin = latest(steps.get(at).at(), from);
      Instant next = at + 1 < steps.size() ? steps.get(at + 1).at() : to;
      Instant end = next.isAfter(to) ? to : next;
      if (begin.isBefore(end)) {
        BigInteger millis = BigInteger.valueOf(end.toEpochMilli() - begin.toEpochMilli());
        sum = sum.add(millis.multiply(BigInteger.valueOf(steps.get(at).level())));
      }
    }
    return sum;
  }

  /// The most within the span, also where it stood only for an instant.
  long most(List<Step> steps) {
    long before = 0;
    long most = 0;
    for (Step step : steps) {
      if (step.at().isBefore(from)) {
        before = step.level();
      } else if (step.at().isBefore(to)) {
        most = Math.max(most, step.level());
      }
    }
    return Math.max(before, most);
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
