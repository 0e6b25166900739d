package dev.headroom.model;

import java.util.Comparator;
import java.util.Optional;

/// What a scope may use of one type (rule L1).
///
/// @param path the scope that is limited
/// @param type what is limited
/// @param terms how much, over which windows, and what happens at the edge
public record Limit(ScopePath path, ResourceType type, Terms terms) implements Comparable<Limit> {

  /// The order of the limits of one type at one scope: without a period first, then shorter periods
  /// before longer ones.
  public static final Comparator<Terms> BY_PERIOD =
      Comparator.comparing((Terms terms) -> terms.period().isPresent())
          .thenComparing(terms -> terms.period().orElse(new Period(1, Period.Unit.MINUTE)));

  /// Everything about a limit but its place; many limits share equal terms.
  ///
  /// @param amount the nominal allowance, in the type's unit
  /// @param period the length of its windows; empty means the scope's lifetime
  /// @param rollover whether the unused part of the amount is added to the next allowance (L4)
  /// @param enforcement hard or soft
  /// @param thresholds when alerts are raised
  /// @param onConflict the strategy for those who wait here; empty inherits (Q1)
  public record Terms(
      long amount,
      Optional<Period> period,
      boolean rollover,
      Enforcement enforcement,
      Thresholds thresholds,
      Optional<ConflictStrategy> onConflict) {

    /// @throws InvalidValueException where the amount is out of range or rollover has no window
    public Terms {
      Amount.require(amount, 0, "a limit's amount");
      if (rollover && period.isEmpty()) {
        throw new InvalidValueException("rollover needs a period: without one nothing rolls over");
      }
    }

    /// A hard limit of `amount` over the scope's lifetime, with everything else as by default.
    public static Terms hard(long amount) {
      return new Terms(
          amount, Optional.empty(), false, Enforcement.HARD, Thresholds.DEFAULT, Optional.empty());
    }

    /// How much more is granted (L5, L6): [Amount#MAX] where whatever is asked is. A cap holds in
    /// the grace too.
    ///
    /// @param used what counts against the allowance
    public long headroom(long allowance, long used, Standing standing) {
      return switch (enforcement) {
        case Enforcement.Hard _ -> allowance - used;
        case Enforcement.Soft(var _, Enforcement.Overage.Charged(long _, var cap)) ->
            cap.map(most -> allowance + most - used).orElse(Amount.MAX);
        case Enforcement.Soft(var grace, Enforcement.Overage.Refused _) ->
            grace.isZero() || standing instanceof Standing.Overage ? allowance - used : Amount.MAX;
      };
    }

    /// The same with windows of `length`.
    public Terms per(Period length) {
      return new Terms(amount, Optional.of(length), rollover, enforcement, thresholds, onConflict);
    }

    /// The same with another amount.
    public Terms withAmount(long other) {
      return new Terms(other, period, rollover, enforcement, thresholds, onConflict);
    }

    /// The same with or without rollover.
    public Terms withRollover(boolean other) {
      return new Terms(amount, period, other, enforcement, thresholds, onConflict);
    }

    /// The same with another enforcement.
    public Terms withEnforcement(Enforcement other) {
      return new Terms(amount, period, rollover, other, thresholds, onConflict);
    }

    /// The same with other thresholds.
    public Terms withThresholds(Thresholds other) {
      return new Terms(amount, period, rollover, enforcement, other, onConflict);
    }

    /// The same with another strategy, or an inherited one.
    public Terms withOnConflict(Optional<ConflictStrategy> other) {
      return new Terms(amount, period, rollover, enforcement, thresholds, other);
    }
  }

  /// @throws InvalidValueException for a held type with a period (L3)
  public Limit {
    if (type.isHeld() && terms.period().isPresent()) {
      throw new InvalidValueException(
          "%s is held, not spent: its limits have no period (rule L3)", type);
    }
  }

  /// The same limit with other terms.
  public Limit with(Terms other) {
    return new Limit(path, type, other);
  }

  /// What tells this limit from the others of its scope.
  public LimitKey key() {
    return new LimitKey(type, terms.period());
  }

  /// How outcomes and alerts name this limit.
  public ConstraintRef ref() {
    return new ConstraintRef(path, ConstraintRef.Kind.LIMIT, key().toString());
  }

  /// By path, type and period: the order of a config document.
  @Override
  public int compareTo(Limit other) {
    int byPath = path.compareTo(other.path);
    if (byPath != 0) {
      return byPath;
    }
    int byType = type.compareTo(other.type);
    if (byType != 0) {
      return byType;
    }
    return BY_PERIOD.compare(terms, other.terms);
  }
}
