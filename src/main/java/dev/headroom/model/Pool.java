package dev.headroom.model;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A stock of one type that serves every scope below its owner (rules P1, P2).
///
/// @param id its name
/// @param path the scope that owns it
/// @param type what it holds
/// @param terms how much, how it refills, what it costs, who shares it
public record Pool(PoolId id, ScopePath path, ResourceType type, Terms terms)
    implements Comparable<Pool> {

  /// Everything about a pool but its name and place.
  ///
  /// @param capacity the most that can be available and reserved together
  /// @param replenishment how it refills; empty means never
  /// @param costPerUnit what one consumed unit costs, whose record names no cost itself (U1)
  /// @param sharing how it is shared when contended
  /// @param members who shares it, if named
  /// @param borrowing how much it may take from the next pool up (P5)
  /// @param thresholds when alerts are raised
  /// @param onConflict the strategy for those who wait here; empty inherits
  public record Terms(
      long capacity,
      Optional<Replenishment> replenishment,
      Price costPerUnit,
      SharingPolicy sharing,
      List<Member> members,
      long borrowing,
      Thresholds thresholds,
      Optional<ConflictStrategy> onConflict) {

    /// Most members that a pool names.
    public static final int MEMBERS_MAX = 1000;

    /// @throws InvalidValueException where an amount is out of range, a member named twice, or
    ///   there are more members than [#MEMBERS_MAX]
    public Terms {
      Amount.require(capacity, 0, "a pool's capacity");
      Amount.require(borrowing, 0, "a borrowing limit");
      members = List.copyOf(members);
      if (members.size() > MEMBERS_MAX) {
        throw new InvalidValueException(
            "a pool names at most %d members, not %d", MEMBERS_MAX, members.size());
      }
      Set<ScopePath> named = new HashSet<>();
      for (Member member : members) {
        if (!named.add(member.path())) {
          throw new InvalidValueException("a pool names a member twice: " + member.path());
        }
      }
      members.forEach(member -> requireLoans(member, named, sharing));
    }

    private static void requireLoans(Member member, Set<ScopePath> named, SharingPolicy sharing) {
      for (QuotaLoan loan : member.loans()) {
        if (sharing != SharingPolicy.QUOTA) {
          throw new InvalidValueException(
              "%s can lend of its quota only where a pool is shared by QUOTA", member.path());
        }
        if (!named.contains(loan.to()) || loan.to().equals(member.path())) {
          throw new InvalidValueException(
              "%s lends to another member of the pool, not to %s", member.path(), loan.to());
        }
      }
    }

    /// What is guaranteed to each member at an instant: its quota, less what it lends then, and
    /// what is lent to it.
    public Map<ScopePath, Long> quotasAt(Instant now) {
      Map<ScopePath, Long> quotas = new HashMap<>();
      for (Member member : members) {
        quotas.merge(member.path(), member.quota() - member.lentAt(now), Long::sum);
        for (QuotaLoan loan : member.loans()) {
          quotas.merge(loan.to(), loan.runs(now) ? loan.amount() : 0, Long::sum);
        }
      }
      return quotas;
    }

    /// A pool of `capacity` that never refills, costs nothing and is shared by priority.
    public static Terms of(long capacity) {
      return new Terms(
          capacity,
          Optional.empty(),
          Price.NONE,
          SharingPolicy.PRIORITY,
          List.of(),
          0,
          Thresholds.DEFAULT,
          Optional.empty());
    }

    /// The same, refilled by `amount` every `interval`, continuously.
    public Terms replenished(long amount, Duration interval) {
      return withReplenishment(Optional.of(new Replenishment(amount, interval)));
    }

    /// The same with another capacity.
    public Terms withCapacity(long other) {
      return new Terms(
          other, replenishment, costPerUnit, sharing, members, borrowing, thresholds, onConflict);
    }

    /// The same refilled otherwise, or not at all.
    public Terms withReplenishment(Optional<Replenishment> other) {
      return new Terms(
          capacity, other, costPerUnit, sharing, members, borrowing, thresholds, onConflict);
    }

    /// The same at another price.
    public Terms withCostPerUnit(Price other) {
      return new Terms(
          capacity, replenishment, other, sharing, members, borrowing, thresholds, onConflict);
    }

    /// The same shared otherwise.
    public Terms withSharing(SharingPolicy other) {
      return new Terms(
          capacity, replenishment, costPerUnit, other, members, borrowing, thresholds, onConflict);
    }

    /// The same among other members.
    public Terms withMembers(List<Member> other) {
      return new Terms(
          capacity, replenishment, costPerUnit, sharing, other, borrowing, thresholds, onConflict);
    }

    /// The same with another borrowing limit.
    public Terms withBorrowing(long other) {
      return new Terms(
          capacity, replenishment, costPerUnit, sharing, members, other, thresholds, onConflict);
    }

    /// The same with other thresholds.
    public Terms withThresholds(Thresholds other) {
      return new Terms(
          capacity, replenishment, costPerUnit, sharing, members, borrowing, other, onConflict);
    }

    /// The same with another strategy, or an inherited one.
    public Terms withOnConflict(Optional<ConflictStrategy> other) {
      return new Terms(
          capacity, replenishment, costPerUnit, sharing, members, borrowing, thresholds, other);
    }
  }

  /// Continuous refill: after time t, floor(t · amount / interval) in total (rule P3).
  ///
  /// @param amount how much per interval; at least 1
  /// @param interval at least a millisecond, in whole milliseconds, at most 366 days
  public record Replenishment(long amount, Duration interval) {
    private static final Duration INTERVAL_MAX = Duration.ofDays(366);

    /// @throws InvalidValueException where the amount or the interval is out of range
    public Replenishment {
      Amount.require(amount, 1, "a replenish amount");
      requireInterval(interval);
    }

    /// Returns `interval` if it is in range.
    ///
    /// @throws InvalidValueException where it is not
    public static Duration requireInterval(Duration interval) {
      if (interval.compareTo(Duration.ofMillis(1)) < 0
          || interval.compareTo(INTERVAL_MAX) > 0
          || interval.toNanosPart() % 1_000_000 != 0) {
        throw new InvalidValueException(
            "a replenish interval is between PT0.001S and PT8784H in whole milliseconds, not "
                + interval);
      }
      return interval;
    }
  }

  /// One who shares the pool.
  ///
  /// @param path the member's scope
  /// @param quota what is guaranteed to it under QUOTA
  /// @param weight its weight under FAIR; at least 1
  /// @param loans what it lends of its quota to others
  public record Member(ScopePath path, long quota, int weight, List<QuotaLoan> loans) {
    /// The largest weight.
    public static final int WEIGHT_MAX = 1_000_000;

    /// @throws InvalidValueException where the quota or weight is out of range, or there are too
    ///   many loans
    public Member {
      loans = List.copyOf(loans);
      Amount.require(quota, 0, "a quota");
      if (loans.size() > QuotaLoan.PER_MEMBER_MAX) {
        throw new InvalidValueException(
            "%s lists at most %d loans", path, QuotaLoan.PER_MEMBER_MAX);
      }
      if (weight < 1 || weight > WEIGHT_MAX) {
        throw new InvalidValueException("a weight is between 1 and %d, not %d", WEIGHT_MAX, weight);
      }
    }

    /// A member that lends nothing.
    public Member(ScopePath path, long quota, int weight) {
      this(path, quota, weight, List.of());
    }

    /// The same lending other things, or nothing.
    public Member lending(List<QuotaLoan> other) {
      return new Member(path, quota, weight, other);
    }

    /// What it lends at an instant.
    public long lentAt(Instant now) {
      return loans.stream().filter(loan -> loan.runs(now)).mapToLong(QuotaLoan::amount).sum();
    }

    /// A member that lends nothing reads as it always did.
    @Override
    public String toString() {
      String lent = loans.isEmpty() ? "" : ", loans=" + loans;
      return "Member[path=" + path + ", quota=" + quota + ", weight=" + weight + lent + "]";
    }
  }

  /// A pool of a held type may name a replenishment; it never adds anything, since what is not
  /// reserved is there already (P1).
  ///
  /// @throws InvalidValueException where a member is no scope of the pool's subtree, which could
  ///   never draw from it; or where the price of a held type has steps: what is held is not
  ///   consumed, so that a pool charges nothing for it
  public Pool {
    if (type.isHeld() && !terms.costPerUnit().isFlat()) {
      throw new InvalidValueException(
          "%s is held, not spent, so the price of pool %s cannot have steps", type, id);
    }
    for (Member member : terms.members()) {
      if (!member.path().isWithin(path)) {
        throw new InvalidValueException(
            "%s is not below %s, so it cannot be a member of pool %s", member.path(), path, id);
      }
    }
  }

  /// The same pool with other terms.
  public Pool with(Terms other) {
    return new Pool(id, path, type, other);
  }

  /// How outcomes and alerts name this pool.
  public ConstraintRef ref() {
    return new ConstraintRef(path, ConstraintRef.Kind.POOL, id.value());
  }

  /// By id: the order of a config document.
  @Override
  public int compareTo(Pool other) {
    return id.compareTo(other.id);
  }
}
