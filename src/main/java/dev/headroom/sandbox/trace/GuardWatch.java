package dev.headroom.sandbox.trace;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Watches from outside whether anyone who starves is passed (Q5): whether someone is granted from
/// a pool while another, who came earlier, has waited there for longer than the starvation
/// interval. Where a pool is shared by a policy, only those of one member can pass each other: the
/// policy decides between members (P4).
///
/// Knows of waits at pools; one that moves to another constraint is not watched any further.
final class GuardWatch {
  private final ServingPools pools;
  private final long starvationMillis;
  private final Map<AllocationId, Ticket> tickets = new HashMap<>();
  private final Map<AllocationId, Line> waiting = new HashMap<>();
  private final Map<Line, NavigableMap<Long, Long>> sinceByArrival = new HashMap<>();
  private long arrivals;
  private long longestMillis;

  /// @param starvation after which wait nobody may pass
  GuardWatch(ServingPools pools, Duration starvation) {
    this.pools = pools;
    starvationMillis = starvation.toMillis();
  }

  /// For how long, beyond the starvation interval, someone had waited at most who was passed; 0
  /// where nobody was.
  long longestMillis() {
    return longestMillis;
  }

  void hear(Event event) {
    long now = event.at().toEpochMilli();
    switch (event.body()) {
      case Event.Queued queued -> enter(queued, now);
      case Event.Granted granted -> {
        leave(granted.allocation());
        long arrival = ticket(granted.allocation()).arrival;
        tickets.put(granted.allocation(), new Ticket(arrival, granted.waitedMillis()));
        pass(granted.path(), granted.lines(), arrival, now);
      }
      case Event.Preempted preempted -> {
        Ticket ticket = ticket(preempted.allocation());
        preempted.requeuedAs().ifPresent(name -> tickets.put(name, ticket));
      }
      case Event.Denied denied -> denied.allocation().ifPresent(this::forget);
      case Event.Ended ended -> forget(ended.allocation());
      case Event.ConflictDecided decided -> {
        if (decided.verdict() == Conflict.Verdict.MOVED) {
          leave(decided.allocation());
        }
      }
      default -> {}
    }
  }

  /// Who has none yet comes now.
  private Ticket ticket(AllocationId allocation) {
    return tickets.computeIfAbsent(allocation, _ -> new Ticket(++arrivals, 0));
  }

  private void enter(Event.Queued queued, long now) {
    Ticket ticket = ticket(queued.allocation());
    ConstraintRef at = queued.at();
    if (at.kind() == ConstraintRef.Kind.POOL) {
      pools
          .byId(new PoolId(at.id()))
          .map(pool -> line(pool, queued.path()))
          .ifPresent(line -> {
            waiting.put(queued.allocation(), line);
            sinceByArrival
                .computeIfAbsent(line, _ -> new TreeMap<>())
                .put(ticket.arrival, now - ticket.waitedMillis);
          });
    }
  }

  private void forget(AllocationId allocation) {
    leave(allocation);
    tickets.remove(allocation);
  }

  private void leave(AllocationId allocation) {
    Line line = waiting.remove(allocation);
    Ticket ticket = tickets.get(allocation);
    if (line != null && ticket != null) {
      inLine(line).remove(ticket.arrival);
    }
  }

  private void pass(ScopePath path, List<GrantedLine> lines, long arrival, long now) {
    for (GrantedLine granted : lines) {
      Optional<Pool> pool = pools.serving(path, granted.type());
      if (pool.isPresent()) {
        for (long since : inLine(line(pool.get(), path)).headMap(arrival, false).values()) {
          longestMillis = Math.max(longestMillis, now - since - starvationMillis);
        }
      }
    }
  }

  private NavigableMap<Long, Long> inLine(Line line) {
    return sinceByArrival.getOrDefault(line, new TreeMap<>());
  }

  /// Without a policy all are in one line; else each member's are, as in the rules (P4).
  private static Line line(Pool pool, ScopePath path) {
    if (pool.terms().sharing() == SharingPolicy.PRIORITY) {
      return new Line(pool.id(), Optional.empty());
    }
    List<ScopePath> chain = path.chain();
    List<ScopePath> named = pool.terms().members().stream().map(Pool.Member::path).toList();
    Optional<ScopePath> member =
        named.isEmpty()
            ? Optional.of(chain.get(Math.min(pool.path().depth() + 1, chain.size() - 1)))
            : chain.reversed().stream().filter(named::contains).findFirst();
    return new Line(pool.id(), member);
  }

  /// Those who could pass each other.
  private record Line(PoolId pool, Optional<ScopePath> member) {}

  /// When someone came, and how long they waited until they were granted.
  private record Ticket(long arrival, long waitedMillis) {}
}
