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
  SuggestionKind kind();

  /// What it is about, besides its scope: a limit's key, a pool's id or a purpose.
  String subject();

  /// What holds, or is done, now: once that differs, it is another suggestion.
  String basis();

  /// Lower a limit.
  record ReduceAllowance(LimitKey limit, long from, long to) implements Remedy {
    @Override
    public SuggestionKind kind() {
      return SuggestionKind.REDUCE_ALLOWANCE;
    }

    @Override
    public String subject() {
      return limit.toString();
    }

    @Override
    public String basis() {
      return Long.toString(from);
    }
  }

  /// Raise a limit.
  record RaiseAllowance(LimitKey limit, long from, long to) implements Remedy {
    @Override
    public SuggestionKind kind() {
      return SuggestionKind.RAISE_ALLOWANCE;
    }

    @Override
    public String subject() {
      return limit.toString();
    }

    @Override
    public String basis() {
      return Long.toString(from);
    }
  }

  /// Move allowance between the limits of children of one scope; their sum stays.
  ///
  /// @param shares those that change, by path
  record Rebalance(LimitKey limit, List<Share> shares) implements Remedy {
    public Rebalance {
      shares = List.copyOf(shares);
    }

    /// One child's limit.
    public record Share(ScopePath path, long from, long to) {}

    @Override
    public SuggestionKind kind() {
      return SuggestionKind.REBALANCE;
    }

    @Override
    public String subject() {
      return limit.toString();
    }

    @Override
    public String basis() {
      return String.join(
          ",", shares.stream().map(share -> share.path() + "=" + share.from()).toList());
    }
  }

  /// Grant more than a hard limit for a while, and refuse it after that (L6).
  ///
  /// @param amount the limit's, which stays
  record Soften(LimitKey limit, long amount, Duration grace) implements Remedy {
    @Override
    public SuggestionKind kind() {
      return SuggestionKind.SOFTEN;
    }

    @Override
    public String subject() {
      return limit.toString();
    }

    @Override
    public String basis() {
      return Long.toString(amount);
    }
  }

  /// Use another category for some work.
  ///
  /// @param purpose which work
  /// @param dear the category that it uses
  /// @param cheap the one that the same work uses already at times
  record Substitute(String purpose, String dear, String cheap) implements Remedy {
    @Override
    public SuggestionKind kind() {
      return SuggestionKind.SUBSTITUTE;
    }

    @Override
    public String subject() {
      return purpose;
    }

    @Override
    public String basis() {
      return dear + ">" + cheap;
    }
  }

  /// Ask for another type first for some work, and for the dear one only where that cannot be had.
  ///
  /// @param purpose which work
  /// @param dear the type that it asks for
  /// @param cheap the one that its requests name as the alternative
  record SubstituteType(String purpose, ResourceType dear, ResourceType cheap) implements Remedy {
    @Override
    public SuggestionKind kind() {
      return SuggestionKind.SUBSTITUTE;
    }

    @Override
    public String subject() {
      return purpose;
    }

    @Override
    public String basis() {
      return dear + ">" + cheap;
    }
  }

  /// Reserve once for several pieces of work.
  ///
  /// @param purpose which work
  /// @param size for how many at a time
  record Batch(String purpose, int size) implements Remedy {
    @Override
    public SuggestionKind kind() {
      return SuggestionKind.BATCH;
    }

    @Override
    public String subject() {
      return purpose;
    }

    @Override
    public String basis() {
      return "1";
    }
  }

  /// Keep the results of some work by its labels.
  ///
  /// @param purpose which work
  /// @param label the label that tells one piece of it from another
  record Cache(String purpose, String label) implements Remedy {
    @Override
    public SuggestionKind kind() {
      return SuggestionKind.CACHE;
    }

    @Override
    public String subject() {
      return purpose;
    }

    @Override
    public String basis() {
      return label;
    }
  }

  /// Do some work at other hours, in the instance's time zone.
  ///
  /// @param purpose which work
  /// @param busyHour the first of the hours at which it is in the way, 0 to 23
  /// @param idleHour the first of the hours at which it is not
  /// @param hours how many there are of each
  record Schedule(String purpose, int busyHour, int idleHour, int hours) implements Remedy {
    @Override
    public SuggestionKind kind() {
      return SuggestionKind.SCHEDULE;
    }

    @Override
    public String subject() {
      return purpose;
    }

    @Override
    public String basis() {
      return busyHour + ">" + idleHour;
    }
  }

  /// Reserve for another time.
  ///
  /// @param purpose for which work
  record RightSizeLease(String purpose, Duration from, Duration to) implements Remedy {
    @Override
    public SuggestionKind kind() {
      return SuggestionKind.RIGHT_SIZE_LEASE;
    }

    @Override
    public String subject() {
      return purpose;
    }

    @Override
    public String basis() {
      return from.toString();
    }
  }

  /// Decide otherwise who goes first at a pool.
  record ChangeStrategy(PoolId pool, ConflictStrategy from, ConflictStrategy to) implements Remedy {
    @Override
    public SuggestionKind kind() {
      return SuggestionKind.CHANGE_STRATEGY;
    }

    @Override
    public String subject() {
      return pool.value();
    }

    @Override
    public String basis() {
      return from.name();
    }
  }
}
