package dev.headroom.engine;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Denial;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestLine;
import java.util.List;

/// A request that waits (rule Q4).
final class Waiter {
  /// More than any amount.
  static final long NEVER_ENOUGH = Long.MAX_VALUE;

  /// Its slot in the slab, and so its id.
  final int slot;

  final AllocationRequest request;

  /// When it began to wait, in epoch milliseconds.
  final long since;

  /// Its place in the order in which requests began to wait.
  final long arrival;

  /// Where it waits now.
  WaitingLine line;

  /// What kept it from being granted when it was last considered.
  List<Denial> because;

  Waiter(
      int slot,
      AllocationRequest request,
      long since,
      long arrival,
      WaitingLine line,
      List<Denial> because) {
    this.slot = slot;
    this.request = request;
    this.since = since;
    this.arrival = arrival;
    this.line = line;
    this.because = because;
  }

  /// The least amount of a type, above what is available, that may be enough to grant the request.
  long enough(int type, long available) {
    long required = 0;
    long least = NEVER_ENOUGH;
    for (RequestLine wanted : request.lines()) {
      boolean sameType = wanted.type().ordinal() == type;
      if (sameType && wanted.required()) {
        required += wanted.amount();
      } else if (sameType && wanted.minimum() > available) {
        least = Math.min(least, wanted.minimum());
      }
      for (RequestLine.Alternative other : wanted.alternatives()) {
        if (other.type().ordinal() == type && other.amount() > available) {
          least = Math.min(least, other.amount());
        }
      }
    }
    return required > available ? Math.min(least, required) : least;
  }

  /// Its priority, raised one level per aging interval waited (Q2).
  Priority effectivePriority(long now, long agingMillis) {
    return request.priority().raised((now - since) / agingMillis);
  }
}
