package dev.headroom.wire;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Money;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Requests and usage records as bytes: what is as by default takes one bit, not being there.
public final class RequestBytes {
  private static final int PRIORITY = 3;
  private static final int LEASE = 1 << 2;
  private static final int WAIT = 1 << 3;
  private static final int NEGOTIABLE = 1 << 4;
  private static final int REQUEUE = 1 << 5;
  private static final int PURPOSE = 1 << 6;
  private static final int LABELS = 1 << 7;

  private static final int TYPE = 7;
  private static final int OPTIONAL = 1 << 3;
  private static final int MINIMUM = 1 << 4;
  private static final int ALTERNATIVES = 1 << 5;
  private static final int COST = 1 << 3;
  private static final int CATEGORY = 1 << 4;
  private static final int USAGE_LABELS = 1 << 5;

  private RequestBytes() {}

  /// Writes a request.
  public static void write(ByteWriter to, AllocationRequest request) {
    boolean lease = !request.lease().equals(AllocationRequest.LEASE_DEFAULT);
    ValueBytes.write(to, request.path());
    to.oneByte(
        request.priority().ordinal()
            | flag(lease, LEASE)
            | flag(!request.maxWait().isZero(), WAIT)
            | flag(request.negotiable(), NEGOTIABLE)
            | flag(request.requeue(), REQUEUE)
            | flag(!request.purpose().isEmpty(), PURPOSE)
            | flag(!request.labels().isEmpty(), LABELS));
    if (lease) {
      ValueBytes.write(to, request.lease());
    }
    if (!request.maxWait().isZero()) {
      ValueBytes.write(to, request.maxWait());
    }
    if (!request.purpose().isEmpty()) {
      to.text(request.purpose());
    }
    if (!request.labels().isEmpty()) {
      ValueBytes.write(to, request.labels());
    }
    to.number(request.lines().size());
    request.lines().forEach(line -> write(to, line));
  }

  /// Reads a request.
  public static AllocationRequest request(ByteReader from) {
    ScopePath path = ValueBytes.path(from);
    int flags = from.oneByte();
    Duration lease =
        has(flags, LEASE) ? ValueBytes.duration(from) : AllocationRequest.LEASE_DEFAULT;
    Duration maxWait = has(flags, WAIT) ? ValueBytes.duration(from) : Duration.ZERO;
    String purpose = has(flags, PURPOSE) ? from.text() : "";
    Map<String, String> labels = has(flags, LABELS) ? ValueBytes.labels(from) : Map.of();
    return new AllocationRequest(
        path,
        from.list(() -> line(from)),
        Priority.at(flags & PRIORITY),
        lease,
        maxWait,
        has(flags, NEGOTIABLE),
        has(flags, REQUEUE),
        purpose,
        labels);
  }

  static void write(ByteWriter to, UsageRecord usage) {
    to.number(usage.allocation().value());
    to.oneByte(
        usage.type().ordinal()
            | flag(usage.cost().isPresent(), COST)
            | flag(!usage.category().isEmpty(), CATEGORY)
            | flag(!usage.labels().isEmpty(), USAGE_LABELS));
    to.number(usage.consumed());
    usage.cost().ifPresent(cost -> to.number(cost.micros()));
    if (!usage.category().isEmpty()) {
      to.text(usage.category());
    }
    if (!usage.labels().isEmpty()) {
      ValueBytes.write(to, usage.labels());
    }
  }

  static UsageRecord usage(ByteReader from) {
    var allocation = ValueBytes.allocation(from);
    int flags = from.oneByte();
    long consumed = from.number();
    Optional<Money> cost =
        has(flags, COST) ? Optional.of(new Money(from.number())) : Optional.empty();
    String category = has(flags, CATEGORY) ? from.text() : "";
    Map<String, String> labels = has(flags, USAGE_LABELS) ? ValueBytes.labels(from) : Map.of();
    return new UsageRecord(
        allocation, ResourceType.ALL.get(flags & TYPE), consumed, cost, category, labels);
  }

  private static void write(ByteWriter to, RequestLine line) {
    to.oneByte(
        line.type().ordinal()
            | flag(!line.required(), OPTIONAL)
            | flag(line.minimum() != line.amount(), MINIMUM)
            | flag(!line.alternatives().isEmpty(), ALTERNATIVES));
    to.number(line.amount());
    if (line.minimum() != line.amount()) {
      to.number(line.minimum());
    }
    if (!line.alternatives().isEmpty()) {
      to.number(line.alternatives().size());
      for (RequestLine.Alternative alternative : line.alternatives()) {
        to.oneByte(alternative.type().ordinal()).number(alternative.amount());
      }
    }
  }

  private static RequestLine line(ByteReader from) {
    int flags = from.oneByte();
    long amount = from.number();
    long minimum = has(flags, MINIMUM) ? from.number() : amount;
    List<RequestLine.Alternative> alternatives = new ArrayList<>();
    if (has(flags, ALTERNATIVES)) {
      alternatives.addAll(
          from.list(() -> new RequestLine.Alternative(ValueBytes.type(from), from.number())));
    }
    return new RequestLine(
        ResourceType.ALL.get(flags & TYPE), amount, !has(flags, OPTIONAL), minimum, alternatives);
  }

  private static int flag(boolean set, int flag) {
    return set ? flag : 0;
  }

  private static boolean has(int flags, int flag) {
    return (flags & flag) != 0;
  }
}
