package dev.headroom.engine;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Denial;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestLine;
import java.util.List;
import java.util.stream.LongStream;

/// A request that waits (rule Q4).
final class Waiter {
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

  /// A copy that waits at the same place of other sites.
  Waiter(Waiter other, SiteTable sites) {
    this.slot = other.slot;
    this.request = other.request;
    this.since = other.since;
    this.arrival = other.arrival;
    this.line = other.line.twinIn(sites);
    this.because = other.because;
  }

  /// The amounts of a type that may be enough to grant the request: all that it requires, or the
  /// minimum of that where what there is is split; or where it requires nothing, what each of its
  /// lines and alternatives takes at least.
  long[] wanted(int type) {
    long required = 0;
    long minimum = 0;
    LongStream.Builder least = LongStream.builder();
    for (RequestLine line : request.lines()) {
      boolean ofType = line.type().ordinal() == type;
      if (line.required() && ofType) {
        required += line.amount();
        minimum += line.minimum();
      } else if (ofType) {
        least.add(line.minimum());
      }
      for (RequestLine.Alternative other : line.alternatives()) {
        if (other.type().ordinal() == type) {
          least.add(other.amount());
        }
      }
    }
    return required > 0 ? new long[] {required, minimum} : least.build().toArray();
  }

  /// Its priority, raised one level per aging interval waited (Q2).
  Priority effectivePriority(long now, long agingMillis) {
    return request.priority().raised((now - since) / agingMillis);
  }
}
