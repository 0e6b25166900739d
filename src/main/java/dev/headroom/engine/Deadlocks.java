package dev.headroom.engine;

import dev.headroom.model.Amount;
import dev.headroom.model.Conflict;
import dev.headroom.model.Limit;
import dev.headroom.model.Priority;
import dev.headroom.model.Standing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/// Finds the deadlock that a wait closes (rule Q6): one that has just begun, or one of a scope that
/// waits on while it was granted more or stopped waiting for something else.
///
/// A scope *waits* at a constraint if a request at its path does, and *holds* it if an allocation
/// at its path has some of it reserved; what is at scopes below it is theirs. Scopes are *stuck* if
/// none of their requests could be granted even if everyone but the stuck let go of all they hold,
/// and however long that took: if windows ended, pools were replenished, or others shrank to their
/// minimums. A deadlock is a circle of stuck scopes, each waiting at another constraint, one that
/// the next of them holds. So whoever waits for others that will go on is in none. Nor are those
/// who hold some of one constraint and wait for more of it: whose turn it is there, its strategy
/// and its policy say (Q3, P4).
///
/// None is looked for when others than those who wait change what there is: when a limit is
/// lowered, or someone consumes what was expected back. Such waits end at the latest with their
/// maximum.
///
/// Takes a look at no other scopes than those that wait and hold, and no more than [#SCOPES_MAX].
final class Deadlocks {
  /// How many scopes that wait and hold are looked at, at most; of more, the first by path.
  static final int SCOPES_MAX = 256;

  /// One scope of a deadlock, and where it waits for the next.
  ///
  /// @param waiter the first of it to be denied
  record Link(WaitingScope scope, WaitingLine line, Waiter waiter) {}

  /// How a scope was reached.
  private record Step(WaitingScope scope, WaitingLine line, @Nullable Step before) {}

  private final EngineState state;
  private final WaitingRoom waitingRoom;

  Deadlocks(EngineState state, WaitingRoom waitingRoom) {
    this.state = state;
    this.waitingRoom = waitingRoom;
  }

  /// The shortest circle that a wait closes, its own scope first; empty where there is none.
  List<Link> closedBy(WaitingScopes.Doubt doubt) {
    WaitingScope first = state.waitingScopes.inDoubt(doubt);
    if (first == null) {
      return List.of();
    }
    List<WaitingScope> some = state.waitingScopes.waitingAndHolding(first, SCOPES_MAX - 1);
    List<WaitingScope> stuck = stuckWith(first, some);
    return stuck.isEmpty() ? List.of() : circle(first, doubt.line(), stuck);
  }

  /// Whom to deny: of those with the lowest effective priority, the last that began to wait.
  Waiter denied(List<Link> cycle) {
    return youngestOfLowest(cycle.stream().map(Link::waiter).toList());
  }

  List<Conflict.Wait> told(List<Link> cycle) {
    return cycle.stream()
        .map(link ->
            new Conflict.Wait(
                link.scope.path,
                state.allocations.id(link.waiter.slot),
                waitingRoom.constraint(link.line)))
        .toList();
  }

  /// Those of some scopes that are stuck; none where the given one is not. That one is looked at
  /// first each time: nearly always it may go on, and nobody else need be looked at.
  private List<WaitingScope> stuckWith(WaitingScope one, List<WaitingScope> some) {
    Map<WaitingLine, Long> held = new HashMap<>();
    List<WaitingScope> stuck = some;
    boolean changed = true;
    while (changed && stuck.size() > 1) {
      held.clear();
      if (mayGoOn(one, stuck, held)) {
        return List.of();
      }
      List<WaitingScope> left = new ArrayList<>(stuck.size());
      for (WaitingScope each : stuck) {
        if (!mayGoOn(each, stuck, held)) {
          left.add(each);
        }
      }
      changed = left.size() < stuck.size();
      stuck = left;
    }
    return stuck;
  }

  private boolean mayGoOn(
      WaitingScope scope, List<WaitingScope> stuck, Map<WaitingLine, Long> held) {
    for (Map.Entry<WaitingLine, NavigableMap<Long, Integer>> need : scope.needs().entrySet()) {
      WaitingLine line = need.getKey();
      long together = held.computeIfAbsent(line, of -> heldTogether(stuck, of));
      if (need.getValue().firstKey() <= mostBeside(line, together)) {
        return true;
      }
    }
    return false;
  }

  private long heldTogether(List<WaitingScope> scopes, WaitingLine line) {
    long sum = 0;
    for (WaitingScope each : scopes) {
      sum += state.waitingScopes.held(each, line);
    }
    return sum;
  }

  /// The most that a line's constraint could grant some time if so much of it stayed reserved.
  private long mostBeside(WaitingLine line, long held) {
    Site site = line.site;
    if (line.ofPool) {
      return site.pool == null ? Amount.MAX : state.lending.most(site.pool) - held;
    }
    long least = Amount.MAX;
    for (int limit : state.limits.of(site.scope, site.type)) {
      Limit.Terms terms = state.limits.terms(site.scope, site.type, limit);
      long ever = terms.rollover() ? terms.amount() * 2 : terms.amount();
      long allowance = Math.max(ever, state.limits.allowance(site.scope, site.type, limit));
      boolean returns = terms.period().isPresent();
      long spent = returns ? 0 : state.limits.consumed(site.scope, site.type, limit);
      least = Math.min(least, terms.headroom(allowance, held + spent, Standing.WITHIN));
    }
    return least;
  }

  private List<Link> circle(WaitingScope first, WaitingLine line, List<WaitingScope> stuck) {
    List<WaitingScope> left = new ArrayList<>(stuck);
    Deque<Step> steps = new ArrayDeque<>(List.of(new Step(first, line, null)));
    while (!steps.isEmpty()) {
      Step step = steps.removeFirst();
      for (WaitingScope next : List.copyOf(left)) {
        if (next != step.scope && state.waitingScopes.held(next, step.line) > 0) {
          if (next != first) {
            left.remove(next);
            next.lines().forEach(further -> steps.add(new Step(next, further, step)));
          } else if (step.line != line) {
            return links(step);
          }
        }
      }
    }
    return List.of();
  }

  private List<Link> links(Step last) {
    List<Link> links = new ArrayList<>();
    for (Step step = last; step != null; step = step.before) {
      Waiter waiter = youngestOfLowest(state.waitingScopes.waiters(step.scope, step.line));
      links.addFirst(new Link(step.scope, step.line, waiter));
    }
    return links;
  }

  private Waiter youngestOfLowest(List<Waiter> waiters) {
    long aging = state.settings().agingInterval().toMillis();
    Comparator<Waiter> byPriority =
        Comparator.comparing((Waiter waiter) -> effective(waiter, aging));
    return waiters.stream()
        .min(
            byPriority.thenComparing(
                Comparator.comparingLong((Waiter waiter) -> waiter.arrival).reversed()))
        .orElseThrow();
  }

  private Priority effective(Waiter waiter, long aging) {
    return waiter.effectivePriority(state.now(), aging);
  }
}
