package dev.headroom.engine.reference;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Denial;
import dev.headroom.model.Priority;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An allocation that has its resources.
final class Holding {
  final AllocationId id;
  final AllocationRequest request;
  final long since;
  long expiresAt;

  /// The effective priority with which it was granted.
  final Priority rank;

  /// Its place in the order in which requests came, where it wants to be requeued.
  long arrival;

  /// How long it waited in all before it was granted.
  final long waited;

  final List<Line> lines = new ArrayList<>();

  /// To how little it may be shrunk, if it is negotiable.
  Map<ResourceType, Long> minimums = Map.of();

  /// What kept lines from being granted as asked.
  List<Denial> shortfalls = List.of();

  Holding(AllocationId id, AllocationRequest request, long since, Priority rank, long waited) {
    this.id = id;
    this.request = request;
    this.since = since;
    this.expiresAt = since + request.lease().toMillis();
    this.rank = rank;
    this.waited = waited;
  }

  ScopePath path() {
    return request.path();
  }

  /// What it has of one type.
  Optional<Line> line(ResourceType type) {
    return lines.stream().filter(line -> line.type == type).findFirst();
  }

  /// What an allocation has of one type.
  static final class Line {
    final ResourceType type;

    /// The pool that serves it, as it was when it was granted.
    final @Nullable Stock from;

    long requested;
    long reserved;

    /// Spent types: all that was consumed. Held types: the last sample.
    long consumed;

    boolean exhausted;

    /// What of [#reserved] comes from pools further up, the oldest first (P5).
    final List<Borrowing.Loan> loans = new ArrayList<>();

    Line(ResourceType type, @Nullable Stock from) {
      this.type = type;
      this.from = from;
    }

    /// The pool that still serves it.
    Optional<Stock> stock() {
      return Optional.ofNullable(from).filter(stock -> !stock.removed);
    }
  }
}
