package dev.headroom.engine;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Denial;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides what a request would get, reserving nothing (rules A2, A3). Holds the last decision
/// until the next one.
final class Admission {
  private final EngineState state;
  private final Chain chain;
  private final Denials denials;

  private final long[] pending = new long[ResourceType.ALL.size()];
  private final GrantedLine[] granted = new GrantedLine[AllocationRequest.LINES_MAX];
  private int count;
  private final List<Denial> failed = new ArrayList<>();
  private final List<Denial> shortfalls = new ArrayList<>();
  private @Nullable WaitingLine obstacle;

  Admission(EngineState state, Chain chain) {
    this.state = state;
    this.chain = chain;
    this.denials = new Denials(state, chain);
  }

  /// Decides about `request` at the chain it has been turned to.
  ///
  /// @param arrival its place among those who wait; `Long.MAX_VALUE` for a new request
  /// @return whether all required lines fit and anything at all is granted
  boolean decide(AllocationRequest request, long arrival) {
    Arrays.fill(pending, 0);
    count = 0;
    failed.clear();
    shortfalls.clear();
    obstacle = null;
    long maxWait = request.maxWait().toMillis();
    List<RequestLine> lines = request.lines();
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).required()) {
        decideRequired(lines.get(at), arrival, maxWait);
      }
    }
    if (!failed.isEmpty()) {
      return false;
    }
    for (int at = 0; at < lines.size(); at++) {
      if (!lines.get(at).required()) {
        decideOptional(lines.get(at), arrival, maxWait);
      }
    }
    if (count == 0) {
      failed.addAll(shortfalls);
    }
    return count > 0;
  }

  /// How many lines are granted, an alternative counting as its line.
  int count() {
    return count;
  }

  GrantedLine granted(int at) {
    return granted[at];
  }

  List<GrantedLine> grantedLines() {
    return switch (count) {
      case 1 -> List.of(granted[0]);
      case 2 -> List.of(granted[0], granted[1]);
      default -> List.of(Arrays.copyOf(granted, count));
    };
  }

  /// Why required lines failed, or everything if nothing was granted.
  List<Denial> failed() {
    return List.copyOf(failed);
  }

  /// What kept optional lines from being granted in full.
  List<Denial> shortfalls() {
    return List.copyOf(shortfalls);
  }

  /// Where a request that failed may wait: it fails by contention alone (Q1). None otherwise.
  @Nullable WaitingLine obstacle() {
    for (Denial denial : failed) {
      if (denial.reason() != Denial.Reason.CONTENTION) {
        return null;
      }
    }
    return obstacle;
  }

  /// The constraint that the last failed decision met first, whatever its reason.
  @Nullable WaitingLine metFirst() {
    return obstacle;
  }

  /// The first line whose amount, or that of an alternative, no counter could hold any more (S6),
  /// or −1.
  int overflowing(AllocationRequest request) {
    Arrays.fill(pending, 0);
    for (int at = 0; at < request.lines().size(); at++) {
      RequestLine line = request.lines().get(at);
      boolean overflows = overflows(line.type().ordinal(), line.amount());
      for (RequestLine.Alternative other : line.alternatives()) {
        overflows |= overflows(other.type().ordinal(), other.amount());
      }
      if (overflows) {
        return at;
      }
    }
    return -1;
  }

  private boolean overflows(int type, long amount) {
    pending[type] += amount;
    return pending[type] > state.scopes.room(type) - chain.claimedAt(ScopeTable.ROOT, type);
  }

  private void decideRequired(RequestLine line, long arrival, long maxWait) {
    int type = line.type().ordinal();
    if (line.amount() > chain.headroom(type) - pending[type]) {
      failed.add(denials.explain(line.type(), line.amount(), pending[type], maxWait));
      obstacle = obstacle == null ? chain.bindingLine(type) : obstacle;
      return;
    }
    WaitingLine guard = chain.guard(type, arrival, pending[type] + line.amount());
    if (guard != null) {
      failed.add(denials.behindStarving(line.type(), line.amount(), pending[type], guard));
      obstacle = obstacle == null ? guard : obstacle;
      return;
    }
    grant(line.type(), line.amount(), line.amount());
  }

  private void decideOptional(RequestLine line, long arrival, long maxWait) {
    int type = line.type().ordinal();
    WaitingLine guard = chain.guard(type, arrival, pending[type] + line.amount());
    long fits = guard == null ? chain.headroom(type) - pending[type] : 0;
    if (line.amount() <= fits) {
      grant(line.type(), line.amount(), line.amount());
      return;
    }
    shortfalls.add(
        guard == null
            ? denials.explain(line.type(), line.amount(), pending[type], maxWait)
            : denials.behindStarving(line.type(), line.amount(), pending[type], guard));
    obstacle = obstacle == null ? (guard == null ? chain.bindingLine(type) : guard) : obstacle;
    if (fits >= line.minimum()) {
      grant(line.type(), line.amount(), fits);
      return;
    }
    for (RequestLine.Alternative other : line.alternatives()) {
      if (isFree(other.type().ordinal(), other.amount(), arrival)) {
        grant(other.type(), other.amount(), other.amount());
        return;
      }
    }
  }

  private boolean isFree(int type, long amount, long arrival) {
    return amount <= chain.headroom(type) - pending[type]
        && chain.guard(type, arrival, pending[type] + amount) == null;
  }

  private void grant(ResourceType type, long requested, long amount) {
    pending[type.ordinal()] += amount;
    granted[count++] =
        new GrantedLine(
            type, requested, amount, chain.flags(type.ordinal(), pending[type.ordinal()]));
  }
}
