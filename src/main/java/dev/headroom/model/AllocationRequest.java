package dev.headroom.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Asks for resources at a scope (rule A1).
///
/// @param path where
/// @param lines what; 1 to 8
/// @param priority how urgent
/// @param lease how long, unless released or renewed; at most 30 days
/// @param maxWait how long the request may wait in a queue; zero means not at all, else at least a
///   millisecond
/// @param negotiable whether it may be shrunk for others (NEGOTIATION)
/// @param requeue whether it waits again if it is preempted
/// @param purpose what for, in the caller's words; may be empty
/// @param labels the caller's own names and values
public record AllocationRequest(
    ScopePath path,
    List<RequestLine> lines,
    Priority priority,
    Duration lease,
    Duration maxWait,
    boolean negotiable,
    boolean requeue,
    String purpose,
    Map<String, String> labels) {

  /// Most lines of one request.
  public static final int LINES_MAX = 8;

  /// The lease when none is named.
  public static final Duration LEASE_DEFAULT = Duration.ofHours(1);

  /// The longest lease.
  public static final Duration LEASE_MAX = Duration.ofDays(30);

  /// The longest wait.
  public static final Duration WAIT_MAX = Duration.ofDays(30);

  /// @throws InvalidValueException where a part is out of range
  public AllocationRequest {
    lines = List.copyOf(lines);
    if (lines.isEmpty() || lines.size() > LINES_MAX) {
      throw new InvalidValueException(
          "a request has 1 to %d lines, not %d", LINES_MAX, lines.size());
    }
    requireLease(lease);
    requireWait(maxWait);
    Labels.check(purpose, labels);
    labels = Labels.sorted(labels);
  }

  /// Returns `lease` if it is at least a millisecond and at most [#LEASE_MAX].
  ///
  /// @throws InvalidValueException where it is not
  public static Duration requireLease(Duration lease) {
    if (lease.compareTo(Duration.ofMillis(1)) < 0 || lease.compareTo(LEASE_MAX) > 0) {
      throw new InvalidValueException(
          "a lease is between PT0.001S and %s, not %s", LEASE_MAX, lease);
    }
    return lease;
  }

  /// Returns `maxWait` if it is zero, or at least a millisecond and at most [#WAIT_MAX].
  ///
  /// @throws InvalidValueException where it is not
  public static Duration requireWait(Duration maxWait) {
    boolean none = maxWait.isZero();
    if (!none && (maxWait.compareTo(Duration.ofMillis(1)) < 0 || maxWait.compareTo(WAIT_MAX) > 0)) {
      throw new InvalidValueException(
          "a maximum wait is PT0S, or between PT0.001S and %s, not %s", WAIT_MAX, maxWait);
    }
    return maxWait;
  }

  /// A request of NORMAL priority for an hour that does not wait.
  public static AllocationRequest of(ScopePath path, RequestLine... lines) {
    return new AllocationRequest(
        path,
        List.of(lines),
        Priority.NORMAL,
        LEASE_DEFAULT,
        Duration.ZERO,
        false,
        false,
        "",
        Map.of());
  }

  /// The same with another priority.
  public AllocationRequest withPriority(Priority other) {
    return new AllocationRequest(
        path, lines, other, lease, maxWait, negotiable, requeue, purpose, labels);
  }

  /// The same with another lease.
  public AllocationRequest withLease(Duration other) {
    return new AllocationRequest(
        path, lines, priority, other, maxWait, negotiable, requeue, purpose, labels);
  }

  /// The same, ready to wait for up to `longest`.
  public AllocationRequest waiting(Duration longest) {
    return new AllocationRequest(
        path, lines, priority, lease, longest, negotiable, requeue, purpose, labels);
  }

  /// The same, asking for something else.
  public AllocationRequest withLines(List<RequestLine> others) {
    return new AllocationRequest(
        path, others, priority, lease, maxWait, negotiable, requeue, purpose, labels);
  }

  /// The same with a purpose.
  public AllocationRequest withPurpose(String words) {
    return new AllocationRequest(
        path, lines, priority, lease, maxWait, negotiable, requeue, words, labels);
  }
}
