package dev.headroom.history;

import dev.headroom.engine.reference.Calendar;
import dev.headroom.model.Change;
import dev.headroom.model.Event;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitKey;
import dev.headroom.model.Period;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

/// What the limits of a scope allowed and how much of it was used, found out change by change and
/// window by window in the plainest way.
///
/// @param events all there are
/// @param path whose limits
/// @param zone by which windows begin
/// @param from the first millisecond of the span
/// @param to the first after it
/// @param open whether nothing happens after the span
/// @param known the last instant until another from which on sums are told
record BruteTerms(
    List<Event> events,
    ScopePath path,
    ZoneId zone,
    long from,
    long to,
    boolean open,
    LongUnaryOperator known) {
  private static final long NEVER = Long.MAX_VALUE;

  /// An amount that held for a while.
  private record Piece(long since, long until, long amount) {}

  /// What one limit comes to.
  record Figures(long windows, BigDecimal allowed, BigDecimal used, BigDecimal neverUsed) {
    private static final Figures NONE =
        new Figures(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    private Figures plus(BigDecimal more, BigDecimal consumed, boolean over) {
      BigDecimal left = over ? more.subtract(consumed).max(BigDecimal.ZERO) : BigDecimal.ZERO;
      return new Figures(windows + 1, allowed.add(more), used.add(consumed), neverUsed.add(left));
    }
  }

  Set<LimitKey> keys() {
    Set<LimitKey> keys = new LinkedHashSet<>();
    for (LimitKey key : allKeys()) {
      if (pieces(key).stream().anyMatch(this::isWithin)) {
        keys.add(key);
      }
    }
    return keys;
  }

  private boolean isWithin(Piece piece) {
    return piece.since < to && piece.until > from;
  }

  private Set<LimitKey> allKeys() {
    Set<LimitKey> keys = new LinkedHashSet<>();
    events.forEach(event -> put(event).values().forEach(each -> keys.addAll(each.keySet())));
    return keys;
  }

  /// What an event makes hold at the scope, if it is about that: the limits, once or several times.
  private Map<Integer, Map<LimitKey, Long>> put(Event event) {
    Map<Integer, Map<LimitKey, Long>> all = new TreeMap<>();
    if (event.body() instanceof Event.ScopeClosed(var closed) && path.isWithin(closed)) {
      all.put(0, Map.of());
    }
    if (event.body() instanceof Event.ConfigChanged changed) {
      for (Change change : changed.changes()) {
        if (change instanceof Change.PutLimits put && put.path().equals(path)) {
          Map<LimitKey, Long> amounts = new HashMap<>();
          for (Limit limit : put.limits()) {
            amounts.put(limit.key(), limit.terms().amount());
          }
          all.put(all.size(), amounts);
        }
      }
    }
    return all;
  }

  /// All amounts of a limit, for as long as each held; those of no time left out.
  private List<Piece> pieces(LimitKey key) {
    List<Piece> pieces = new ArrayList<>();
    for (Event event : events) {
      long at = event.at().toEpochMilli();
      for (Map<LimitKey, Long> limits : put(event).values()) {
        if (!pieces.isEmpty() && pieces.getLast().until == NEVER) {
          Piece last = pieces.removeLast();
          if (last.since < at) {
            pieces.add(new Piece(last.since, at, last.amount));
          }
        }
        if (limits.containsKey(key)) {
          pieces.add(new Piece(at, NEVER, limits.get(key)));
        }
      }
    }
    return pieces;
  }

  Figures of(LimitKey key) {
    Figures figures = Figures.NONE;
    List<Piece> run = new ArrayList<>();
    for (Piece piece : pieces(key)) {
      if (!run.isEmpty() && run.getLast().until < piece.since) {
        figures = add(key, run, figures);
        run.clear();
      }
      run.add(piece);
    }
    return add(key, run, figures);
  }

  private Figures add(LimitKey key, List<Piece> whole, Figures figures) {
    List<Piece> run = whole.stream().filter(this::isWithin).toList();
    if (run.isEmpty()) {
      return figures;
    }
    long begin = edge(run.getFirst().since);
    long end = edge(run.getLast().until);
    if (begin >= end) {
      return figures;
    }
    if (key.type().isHeld()) {
      BigDecimal allowed = BigDecimal.ZERO;
      for (Piece piece : run) {
        long millis = edge(piece.until) - edge(piece.since);
        allowed = allowed.add(BigDecimal.valueOf(millis, 3).multiply(whole(piece.amount)));
      }
      return figures.plus(allowed, reserved(key.type(), begin, end), true);
    }
    return key.period().isEmpty()
        ? figures.plus(whole(run.getLast().amount), consumed(key.type(), begin, end), true)
        : windows(key, run, figures);
  }

  private Figures windows(LimitKey key, List<Piece> run, Figures before) {
    Figures figures = before;
    NavigableMap<Long, Long> consumption = consumption(key.type());
    Period period = key.period().orElseThrow();
    long begin = edge(run.getFirst().since);
    long end = edge(run.getLast().until);
    long start = windowStart(period, begin);
    for (long at = begin; at < end; ) {
      long windowEnd = Calendar.windowEnd(period, at, zone);
      long until = Math.min(windowEnd, end);
      boolean cut =
          (at == from && start < at) || (end < windowEnd && end < to) || (to < windowEnd && !open);
      BigDecimal allowed = whole(amountBefore(run, until));
      if (cut) {
        allowed =
            allowed
                .multiply(whole(until - at))
                .divide(whole(windowEnd - start), 6, RoundingMode.HALF_UP);
      }
      long consumed =
          consumption.subMap(at, until).values().stream().mapToLong(Long::longValue).sum();
      figures = figures.plus(allowed, whole(consumed), windowEnd <= to);
      at = until;
      start = windowEnd;
    }
    return figures;
  }

  /// What was consumed when.
  private NavigableMap<Long, Long> consumption(ResourceType type) {
    NavigableMap<Long, Long> consumption = new TreeMap<>();
    for (Event event : events) {
      if (event.body() instanceof Event.Used used
          && used.type() == type
          && used.path().isWithin(path)) {
        consumption.merge(event.at().toEpochMilli(), used.amount(), Long::sum);
      }
    }
    return consumption;
  }

  private static long amountBefore(List<Piece> run, long end) {
    return run.stream()
        .filter(piece -> piece.since < end)
        .reduce((_, later) -> later)
        .orElse(run.getFirst())
        .amount;
  }

  private long windowStart(Period period, long at) {
    long start = Long.MIN_VALUE;
    int days =
        switch (period.unit()) {
          case MINUTE, HOUR -> 2;
          case DAY -> 3 * period.count();
          case WEEK -> 15 * period.count();
          case MONTH -> 70 * period.count();
        };
    long end = at - Duration.ofDays(days).toMillis();
    while (end <= at) {
      start = end;
      end = Calendar.windowEnd(period, end, zone);
    }
    return start;
  }

  /// An instant as it is told in the span.
  private long edge(long instant) {
    if (instant <= from) {
      return from;
    }
    return instant >= to ? to : Math.max(from, known.applyAsLong(instant));
  }

  private BigDecimal consumed(ResourceType type, long begin, long end) {
    return within(begin, end).consumed(type);
  }

  private BigDecimal reserved(ResourceType type, long begin, long end) {
    BruteForce within = within(begin, end);
    return new BigDecimal(within.integral(within.reserved(type))).movePointLeft(3);
  }

  private BruteForce within(long begin, long end) {
    return new BruteForce(events, path, Instant.ofEpochMilli(begin), Instant.ofEpochMilli(end));
  }

  private static BigDecimal whole(long number) {
    return BigDecimal.valueOf(number);
  }
}
