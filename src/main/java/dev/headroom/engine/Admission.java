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
  private final long[] least = new long[ResourceType.ALL.size()];
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
    clear();
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

  /// Decides about `request` where required lines of one type may be cut to their minimum, since
  /// what is there is split (Q3, SHARING).
  ///
  /// @param type which
  /// @param share how much of it the request is to get at most, all its lines together
  boolean decideShare(AllocationRequest request, long arrival, int type, long share) {
    clear();
    long maxWait = request.maxWait().toMillis();
    long extra = share;
    for (RequestLine line : request.lines()) {
      extra -= line.required() && line.type().ordinal() == type ? line.minimum() : 0;
    }
    for (RequestLine line : request.lines()) {
      if (line.required() && line.type().ordinal() == type) {
        long before = pending[type];
        decideCut(line, arrival, maxWait, Math.max(0, extra));
        extra -= Math.max(0, pending[type] - before - line.minimum());
      } else if (line.required()) {
        decideRequired(line, arrival, maxWait);
      }
    }
    if (failed.isEmpty()) {
      decideOptionals(request, arrival, maxWait);
    }
    return failed.isEmpty() && count > 0;
  }

  private void decideCut(RequestLine line, long arrival, long maxWait, long extra) {
    int type = line.type().ordinal();
    long fits = Math.min(chain.headroom(type) - pending[type], line.minimum() + extra);
    if (fits >= line.amount()
        || fits < line.minimum()
        || chain.guard(type, arrival, pending[type] + fits) != null) {
      decideRequired(line, arrival, maxWait);
    } else {
      shortfalls.add(denials.explain(line.type(), line.amount(), pending[type], maxWait));
      grant(line.type(), line.amount(), fits, line.minimum());
    }
  }

  private void decideOptionals(AllocationRequest request, long arrival, long maxWait) {
    for (RequestLine line : request.lines()) {
      if (!line.required()) {
        decideOptional(line, arrival, maxWait);
      }
    }
  }

  /// Decides that all that `request` requires is granted whether it fits or not, or, where it
  /// requires nothing, all of it (Q7); what else it would like is granted as it fits.
  void force(AllocationRequest request, long arrival) {
    clear();
    boolean requires = request.lines().stream().anyMatch(RequestLine::required);
    for (RequestLine line : request.lines()) {
      if (line.required() || !requires) {
        grant(line.type(), line.amount(), line.amount(), line.minimum());
      }
    }
    for (RequestLine line : request.lines()) {
      if (requires && !line.required()) {
        decideOptional(line, arrival, request.maxWait().toMillis());
      }
    }
  }

  private void clear() {
    Arrays.fill(pending, 0);
    Arrays.fill(least, 0);
    count = 0;
    failed.clear();
    shortfalls.clear();
    obstacle = null;
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

  /// The least, per type, to which what is granted may be shrunk (Q3, NEGOTIATION).
  Minimums minimums() {
    return new Minimums(Arrays.stream(least).boxed().toList());
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
    grant(line.type(), line.amount(), line.amount(), line.minimum());
  }

  private void decideOptional(RequestLine line, long arrival, long maxWait) {
    int type = line.type().ordinal();
    WaitingLine guard = chain.guard(type, arrival, pending[type] + line.amount());
    long fits = guard == null ? chain.headroom(type) - pending[type] : 0;
    if (line.amount() <= fits) {
      grant(line.type(), line.amount(), line.amount(), line.minimum());
      return;
    }
    shortfalls.add(
        guard == null
            ? denials.explain(line.type(), line.amount(), pending[type], maxWait)
            : denials.behindStarving(line.type(), line.amount(), pending[type], guard));
    obstacle = obstacle == null ? (guard == null ? chain.bindingLine(type) : guard) : obstacle;
    if (fits >= line.minimum()) {
      grant(line.type(), line.amount(), fits, line.minimum());
      return;
    }
    for (RequestLine.Alternative other : line.alternatives()) {
      if (isFree(other.type().ordinal(), other.amount(), arrival)) {
        grant(other.type(), other.amount(), other.amount(), other.amount());
        return;
      }
    }
  }

  private boolean isFree(int type, long amount, long arrival) {
    return amount <= chain.headroom(type) - pending[type]
        && chain.guard(type, arrival, pending[type] + amount) == null;
  }

  /// @param minimum what the line would be content with
  private void grant(ResourceType type, long requested, long amount, long minimum) {
    pending[type.ordinal()] += amount;
    least[type.ordinal()] += minimum;
    granted[count++] =
        new GrantedLine(
            type, requested, amount, chain.flags(type.ordinal(), pending[type.ordinal()]));
  }
}
