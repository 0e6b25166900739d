package dev.headroom.model;

import java.util.List;
import java.util.Optional;

/// How a scope's budget of one type is to be divided among its children, as limits of theirs.
///
/// @param path the scope whose children share
/// @param type what is divided
/// @param period the windows of the limits that are set; empty for lifetimes
/// @param budget how much is divided; empty for the amount of the scope's own limit of that type
///   and period
/// @param policy by what
/// @param demandPercent under ADAPTIVE, how many percent of each share follow demand rather than
///   performance
/// @param least what every child gets before the rest is divided
public record Distribution(
    ScopePath path,
    ResourceType type,
    Optional<Period> period,
    Optional<Long> budget,
    Policy policy,
    int demandPercent,
    long least) {

  /// What shares are in proportion to.
  public enum Policy {
    /// Nothing: all get the same.
    EQUAL,
    /// The weight, 1, 2, 4 or 8, of the highest priority that is live or waits at or below the
    /// child; NORMAL where there is none.
    PRIORITY,
    /// What was achieved per amount consumed: the outcome scores reported at and below the child,
    /// divided by what was consumed there since it exists. A child without a score or consumption
    /// counts as the average of those that have both.
    PERFORMANCE,
    /// Performance, blended with recent demand: what is reserved, was consumed in the present
    /// window of the limit that is divided, and is waited for at and below the child.
    ADAPTIVE
  }

  /// Most children among which a budget can be divided.
  public static final int CHILDREN_MAX = 10_000;

  /// The blend of ADAPTIVE unless said otherwise: half and half.
  public static final int DEMAND_PERCENT_DEFAULT = 50;

  /// @throws InvalidValueException where a number is out of range, or a held type has a period
  public Distribution {
    if (type.isHeld() && period.isPresent()) {
      throw new InvalidValueException(
          "%s is held, not spent: its limits have no period (rule L3)", type);
    }
    budget.ifPresent(amount -> Amount.require(amount, 0, "a budget"));
    Amount.require(least, 0, "the least of a share");
    if (demandPercent < 0 || demandPercent > 100) {
      throw new InvalidValueException("a percentage is between 0 and 100, not %d", demandPercent);
    }
  }

  /// The scope's own limit, divided by a policy, with at least one unit for every child.
  public static Distribution of(ScopePath path, LimitKey limit, Policy policy) {
    return new Distribution(
        path, limit.type(), limit.period(), Optional.empty(), policy, DEMAND_PERCENT_DEFAULT, 1);
  }

  /// What would become of it. Nothing is done: to do it, apply the changes, which are all or
  /// nothing and refused if what they are based on has changed meanwhile (L9).
  ///
  /// @param budget what is divided; the shares add up to exactly that
  /// @param shares one per child, by path
  /// @param changes the change set that gives the children these limits, leaving their other limits
  ///   as they are; empty where they have them already
  public record Proposal(long budget, List<Share> shares, List<Change> changes) {}

  /// What one child would get, and why.
  ///
  /// @param before the amount of the child's limit now, if it has one of that type and period
  /// @param amount its amount in future
  /// @param evidence what the share is based on
  public record Share(ScopePath path, Optional<Long> before, long amount, Evidence evidence) {}

  /// What is known of a child.
  ///
  /// @param priority the highest that is live or waits at or below it
  /// @param score all that was reported as achieved at and below it
  /// @param consumed what was consumed of the type since it exists
  /// @param demand what is reserved, was consumed in the window, and is waited for; at most
  ///   [Amount#MAX]
  public record Evidence(Priority priority, long score, long consumed, long demand) {}
}
