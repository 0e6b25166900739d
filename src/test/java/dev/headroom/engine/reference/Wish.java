package dev.headroom.engine.reference;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Denial;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// A request that waits (rule Q4).
final class Wish {
  final AllocationId id;
  final AllocationRequest request;
  final long since;

  /// Its place in the order in which requests began to wait.
  final long arrival;

  Place place;

  /// What kept it when it was last considered.
  List<Denial> because;

  Wish(AllocationId id, AllocationRequest request, long since, long arrival, Decision decision) {
    this.id = id;
    this.request = request;
    this.since = since;
    this.arrival = arrival;
    this.place = decision.obstacle().orElseThrow();
    this.because = decision.failed();
  }

  private Wish(Holding preempted, AllocationId id, long now, Place place, Denial because) {
    this.id = id;
    this.request = preempted.request;
    this.since = now - preempted.waited;
    this.arrival = preempted.arrival;
    this.place = place;
    this.because = List.of(because);
  }

  /// One who was preempted at a place and waits again there.
  static Wish again(Holding preempted, AllocationId id, long now, Place place, Denial because) {
    return new Wish(preempted, id, now, place, because);
  }

  ScopePath path() {
    return request.path();
  }

  long until() {
    return since + request.maxWait().toMillis();
  }

  Priority effectivePriority(long now, Settings settings) {
    return request.priority().raised((now - since) / settings.agingInterval().toMillis());
  }

  boolean starves(long now, Settings settings) {
    return now - since > settings.starvationInterval().toMillis();
  }

  /// What must be free of a type before it can be granted: all that it requires or, where it
  /// requires nothing, a little.
  long required(ResourceType type) {
    long required =
        request.lines().stream()
            .filter(line -> line.required() && line.type() == type)
            .mapToLong(RequestLine::amount)
            .sum();
    return Math.max(1, required);
  }

  /// The amounts of a type that may be enough for it: all that it requires or, where it requires
  /// nothing, what each of its options takes at least.
  LongStream enough(ResourceType type) {
    return request.lines().stream().anyMatch(RequestLine::required)
        ? LongStream.of(required(type))
        : request.lines().stream().flatMapToLong(line -> options(line, type));
  }

  private static LongStream options(RequestLine line, ResourceType type) {
    LongStream itself =
        Stream.of(line).filter(one -> one.type() == type).mapToLong(RequestLine::minimum);
    LongStream instead =
        line.alternatives().stream()
            .filter(other -> other.type() == type)
            .mapToLong(RequestLine.Alternative::amount);
    return LongStream.concat(itself, instead);
  }
}
