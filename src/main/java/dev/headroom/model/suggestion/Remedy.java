package dev.headroom.model.suggestion;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.LimitKey;
import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.util.List;

/// What is to be done.
public sealed interface Remedy {
  /// What kind of suggestion it makes.
  default SuggestionKind kind() {
    return switch (this) {
      case ReduceAllowance _ -> SuggestionKind.REDUCE_ALLOWANCE;
      case RaiseAllowance _ -> SuggestionKind.RAISE_ALLOWANCE;
      case Rebalance _ -> SuggestionKind.REBALANCE;
      case Soften _ -> SuggestionKind.SOFTEN;
      case Substitute _, SubstituteType _ -> SuggestionKind.SUBSTITUTE;
      case Batch _ -> SuggestionKind.BATCH;
      case Cache _ -> SuggestionKind.CACHE;
      case Schedule _ -> SuggestionKind.SCHEDULE;
      case RightSizeLease _ -> SuggestionKind.RIGHT_SIZE_LEASE;
      case ChangeStrategy _ -> SuggestionKind.CHANGE_STRATEGY;
    };
  }

  /// What it is about, besides its scope: a limit's key, a pool's id or a purpose.
  default String subject() {
    return switch (this) {
      case ReduceAllowance reduce -> reduce.limit.toString();
      case RaiseAllowance raise -> raise.limit.toString();
      case Rebalance rebalance -> rebalance.limit.toString();
      case Soften soften -> soften.limit.toString();
      case Substitute substitute -> substitute.purpose;
      case SubstituteType substitute -> substitute.purpose;
      case Batch batch -> batch.purpose;
      case Cache cache -> cache.purpose;
      case Schedule schedule -> schedule.purpose;
      case RightSizeLease lease -> lease.purpose;
      case ChangeStrategy strategy -> strategy.pool.value();
    };
  }

  /// What holds, or is done, now: once that differs, it is another suggestion.
  default String basis() {
    return switch (this) {
      case ReduceAllowance reduce -> Long.toString(reduce.from);
      case RaiseAllowance raise -> Long.toString(raise.from);
      case Rebalance rebalance ->
          String.join(
              ",",
              rebalance.shares.stream().map(share -> share.path() + "=" + share.from()).toList());
      case Soften soften -> Long.toString(soften.amount);
      case Substitute substitute -> substitute.dear + ">" + substitute.cheap;
      case SubstituteType substitute -> substitute.dear + ">" + substitute.cheap;
      case Batch _ -> "1";
      case Cache cache -> cache.label;
      case Schedule schedule -> schedule.busyHour + ">" + schedule.idleHour;
      case RightSizeLease lease -> lease.from.toString();
      case ChangeStrategy strategy -> strategy.from.name();
    };
  }

  /// Lower a limit.
  record ReduceAllowance(LimitKey limit, long from, long to) implements Remedy {}

  /// Raise a limit.
  record RaiseAllowance(LimitKey limit, long from, long to) implements Remedy {}

  /// Move allowance between the limits of children of one scope; their sum stays.
  ///
  /// @param shares those that change, by path
  record Rebalance(LimitKey limit, List<Share> shares) implements Remedy {
    public Rebalance {
      shares = List.copyOf(shares);
    }

    /// One child's limit.
    public record Share(ScopePath path, long from, long to) {}
  }

  /// Grant more than a hard limit for a while, and refuse it after that (L6).
  ///
  /// @param amount the limit's, which stays
  record Soften(LimitKey limit, long amount, Duration grace) implements Remedy {}

  /// Use another category for some work.
  ///
  /// @param purpose which work
  /// @param dear the category that it uses
  /// @param cheap the one that the same work uses already at times
  record Substitute(String purpose, String dear, String cheap) implements Remedy {}

  /// Ask for another type first for some work, and for the dear one only where that cannot be had.
  ///
  /// @param purpose which work
  /// @param dear the type that it asks for
  /// @param cheap the one that its requests name as the alternative
  record SubstituteType(String purpose, ResourceType dear, ResourceType cheap) implements Remedy {}

  /// Reserve once for several pieces of work.
  ///
  /// @param purpose which work
  /// @param size for how many at a time
  record Batch(String purpose, int size) implements Remedy {}

  /// Keep the results of some work by its labels.
  ///
  /// @param purpose which work
  /// @param label the label that tells one piece of it from another
  record Cache(String purpose, String label) implements Remedy {}

  /// Do some work at other hours, in the instance's time zone.
  ///
  /// @param purpose which work
  /// @param busyHour the first of the hours at which it is in the way, 0 to 23
  /// @param idleHour the first of the hours at which it is not
  /// @param hours how many there are of each
  record Schedule(String purpose, int busyHour, int idleHour, int hours) implements Remedy {}

  /// Reserve for another time.
  ///
  /// @param purpose for which work
  record RightSizeLease(String purpose, Duration from, Duration to) implements Remedy {}

  /// Decide otherwise who goes first at a pool.
  record ChangeStrategy(PoolId pool, ConflictStrategy from, ConflictStrategy to)
      implements Remedy {}
}
