package dev.headroom.client.embedded;

import dev.headroom.history.History;
import dev.headroom.history.forecast.Standings;
import dev.headroom.model.Command;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Event;
import dev.headroom.model.Exhaustion;
import dev.headroom.model.Foretold;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import dev.headroom.model.forecast.ConstraintForecast;
import dev.headroom.node.Node;
import dev.headroom.node.UncertainException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/// Tells an instance beforehand which of its constraints run out (rule T5), from its history.
///
/// It looks once a minute of the instance's time at those constraints that someone uses and that
/// are used most, works at most a twentieth of the time, and says only what has changed or would
/// soon not be believed any more. For the history's thread only.
final class Foreteller {
  /// So often in the instance's time.
  private static final Duration EVERY = Duration.ofMinutes(1);

  /// So long in real time it rests at least, and so many times as long as it worked.
  private static final long REST_NANOS_MIN = 1_000_000_000;

  private static final long REST_TIMES = 20;

  /// So many scopes that were used are remembered, and constraints looked at, in a round.
  private static final int SCOPES_MAX = 10_000;

  private static final int CONSTRAINTS_MAX = 64;

  /// So many scopes are looked up while the engine waits.
  private static final int SLICE = 64;

  /// What is used by less than one in so many parts is left alone.
  private static final int SHARE_MIN = 10;

  /// It is said that something runs out where that was seen so often in a row, and that it does not
  /// where that was.
  private static final int SEEN_MIN = 2;

  private static final int UNSEEN_MIN = 5;

  /// What is said is believed for so long, or for so many rounds.
  private static final Duration HOLDS = Duration.ofMinutes(30);

  private static final int HOLDS_ROUNDS = 5;

  private final Node node;

  /// The number of the last event that happened before; what is told again is no news.
  private final long begun;

  private final Set<ScopePath> used = new HashSet<>();
  private final Map<ConstraintRef, Said> said = new HashMap<>();

  /// How often in a row it was seen that a constraint runs out; below 0, that it does not.
  private Map<ConstraintRef, Integer> rows = new HashMap<>();

  private Optional<Instant> before = Optional.empty();
  private boolean changed;
  private long restUntil = System.nanoTime();
  private long told;

  /// What was said, and when.
  private record Said(Exhaustion exhaustion, Instant at, Duration holds) {}

  Foreteller(Node node) {
    this.node = node;
    this.begun = node.sequence();
  }

  /// Takes note of what happened.
  void saw(List<Event> events) {
    for (Event event : events) {
      if (event.sequence() <= begun) {
        continue;
      }
      switch (event.body()) {
        case Event.Used usage -> note(usage.path());
        case Event.Granted granted -> note(granted.path());
        case Event.ConfigChanged _, Event.ToppedUp _ -> changed = true;
        default -> {}
      }
    }
  }

  private void note(ScopePath path) {
    if (used.size() < SCOPES_MAX) {
      used.add(path);
    }
  }

  /// How often it has said something.
  long told() {
    return told;
  }

  /// Looks, if it is time to.
  void lookIfDue(History history) {
    long from = System.nanoTime();
    if (from - restUntil < 0) {
      return;
    }
    Instant now = node.inspect((_, at) -> at);
    Instant last = before.orElse(now);
    before = Optional.of(last);
    if (changed || !now.isBefore(last.plus(EVERY))) {
      look(history, now);
    }
    long worked = System.nanoTime() - from;
    restUntil = from + worked + Math.max(REST_NANOS_MIN, REST_TIMES * worked);
  }

  /// Looks now.
  void look(History history, Instant now) {
    Set<ConstraintRef> standing = Set.copyOf(node.inspect((engine, _) -> engine.foretold()));
    Duration round = before.map(last -> Duration.between(last, now)).orElse(EVERY);
    Duration holds = holds(round);
    List<Foretold> news = new ArrayList<>();
    List<ConstraintForecast> prospects = history.prospects(candidates(standing), now);
    count(prospects);
    for (ConstraintForecast each : prospects) {
      tell(each, standing.contains(each.constraint()), now)
          .filter(exhaustion -> isNews(each.constraint(), exhaustion, now))
          .ifPresent(exhaustion -> news.add(new Foretold(each.constraint(), exhaustion, holds)));
    }
    before = Optional.of(now);
    changed = false;
    used.clear();
    if (!news.isEmpty()) {
      say(news, now);
    }
  }

  private static Duration holds(Duration round) {
    Duration rounds = round.multipliedBy(HOLDS_ROUNDS);
    Duration longer = rounds.compareTo(HOLDS) > 0 ? rounds : HOLDS;
    return longer.compareTo(Foretold.HOLDS_MAX) > 0 ? Foretold.HOLDS_MAX : longer;
  }

  private void count(List<ConstraintForecast> prospects) {
    Map<ConstraintRef, Integer> counted = new HashMap<>();
    for (ConstraintForecast each : prospects) {
      int row = rows.getOrDefault(each.constraint(), 0);
      int now =
          switch (each.prospect()) {
            case EXPECTED -> Math.max(0, row) + 1;
            case NOT_EXPECTED -> Math.min(0, row) - 1;
            case EXHAUSTED, POSSIBLE, UNKNOWN -> 0;
          };
      counted.put(each.constraint(), now);
    }
    rows = counted;
  }

  /// What is to be said of a constraint; nothing of one that does not run out and of which nobody
  /// was told that it would, nor where too little is known.
  private Optional<Exhaustion> tell(ConstraintForecast forecast, boolean stands, Instant now) {
    int row = rows.getOrDefault(forecast.constraint(), 0);
    return switch (forecast.prospect()) {
      case UNKNOWN -> Optional.empty();
      case EXHAUSTED -> stands ? Optional.of(Exhaustion.NONE) : Optional.empty();
      case NOT_EXPECTED ->
          stands && (changed || row <= -UNSEEN_MIN)
              ? Optional.of(Exhaustion.NONE)
              : Optional.empty();
      case POSSIBLE -> stands ? Optional.of(forecast.exhaustion()) : Optional.empty();
      case EXPECTED -> {
        boolean soon = forecast.windowEnd().isPresent() || isWithinLead(forecast, now);
        yield stands || (soon && row >= SEEN_MIN)
            ? Optional.of(forecast.exhaustion())
            : Optional.empty();
      }
    };
  }

  private static boolean isWithinLead(ConstraintForecast forecast, Instant now) {
    return forecast.exhaustion().expected().filter(now.plus(Foretold.LEAD)::isAfter).isPresent();
  }

  /// Whether it was not said, is different by more than a tenth of the time that is left, or will
  /// not be believed for much longer.
  private boolean isNews(ConstraintRef constraint, Exhaustion exhaustion, Instant now) {
    Said known = said.get(constraint);
    if (known == null || now.isAfter(known.at.plus(known.holds.dividedBy(2)))) {
      return true;
    }
    return differs(known.exhaustion.earliest(), exhaustion.earliest(), now)
        || differs(known.exhaustion.expected(), exhaustion.expected(), now);
  }

  private static boolean differs(Optional<Instant> one, Optional<Instant> other, Instant now) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isPresent() != other.isPresent();
    }
    Duration left = Duration.between(now, other.get()).abs();
    return Duration.between(one.get(), other.get()).abs().multipliedBy(10).compareTo(left) > 0;
  }

  private void say(List<Foretold> news, Instant now) {
    RequestId id = new RequestId("forecast-" + now.toEpochMilli() + "-" + node.sequence());
    try {
      var _ = node.submit(new Command.Foretell(id, news));
      told++;
      Instant gone = now.minus(Foretold.HOLDS_MAX);
      said.values().removeIf(each -> each.at.isBefore(gone));
      news.forEach(
          each -> said.put(each.constraint(), new Said(each.exhaustion(), now, each.holds())));
    } catch (UncertainException unsaid) {
      said.clear(); // Where the journal cannot be written, all is said again later.
    }
  }

  /// Of which constraints it is worth to look how they go on: those of scopes that were used, and
  /// those of which it was said that they run out.
  private Standings candidates(Set<ConstraintRef> standing) {
    TreeSet<ScopePath> scopes = new TreeSet<>();
    used.forEach(path -> scopes.addAll(path.chain()));
    standing.forEach(constraint -> scopes.add(constraint.path()));
    List<LimitStatus> limits = new ArrayList<>();
    List<ScopePath> all = List.copyOf(scopes);
    for (int from = 0; from < all.size(); from += SLICE) {
      List<ScopePath> slice = all.subList(from, Math.min(all.size(), from + SLICE));
      limits.addAll(
          node.inspect((engine, now) ->
              slice.stream()
                  .flatMap(path -> engine.scope(path, now).stream())
                  .flatMap(scope -> scope.types().stream())
                  .flatMap(type -> type.limits().stream())
                  .toList()));
    }
    List<PoolStatus> pools = node.inspect((engine, now) -> engine.pools(now));
    return new Standings(
        limits.stream()
            .filter(limit ->
                standing.contains(limit.limit().ref()) || isUsed(limit.used(), limit.allowance()))
            .sorted(mostUsed(LimitStatus::used, LimitStatus::allowance))
            .limit(CONSTRAINTS_MAX)
            .toList(),
        pools.stream()
            .filter(pool ->
                standing.contains(pool.pool().ref())
                    || isUsed(pool.used(), pool.pool().terms().capacity()))
            .sorted(mostUsed(PoolStatus::used, pool -> pool.pool().terms().capacity()))
            .limit(CONSTRAINTS_MAX)
            .toList());
  }

  private static boolean isUsed(long used, long allowance) {
    return used < allowance && used >= allowance / SHARE_MIN;
  }

  private static <T> Comparator<T> mostUsed(ToLongFunction<T> used, ToLongFunction<T> allowance) {
    return Comparator.comparingDouble(
            (T each) -> (double) used.applyAsLong(each) / Math.max(1, allowance.applyAsLong(each)))
        .reversed();
  }
}
