package dev.headroom.console.viewmodel.bulk;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.edit.Typed;
import dev.headroom.model.Amount;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitKey;
import dev.headroom.model.ScopePath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// What is done to the limits of each scope. Pure; whole numbers only.
sealed interface BulkStep {
  /// Gives the limit of that type and period an amount.
  ///
  /// @param alsoNew whether scopes without it get it, as a hard limit
  record SetTo(LimitKey key, long amount, boolean alsoNew) implements BulkStep {}

  /// Multiplies amounts, rounded to the nearest whole unit, halves up.
  ///
  /// @param key of which; all where it is empty
  record Scale(Optional<LimitKey> key, BigDecimal factor) implements BulkStep {}

  /// Adds to an amount, or takes from it.
  record Add(LimitKey key, long difference) implements BulkStep {}

  /// Makes limits say all that those of another scope say; what that scope does not limit stays.
  record Copy(ScopePath from, List<Limit> limits) implements BulkStep {
    public Copy {
      limits = List.copyOf(limits);
    }
  }

  /// Takes limits away.
  ///
  /// @param key of which; all where it is empty
  record Remove(Optional<LimitKey> key) implements BulkStep {}

  /// The limit multiplied; nothing where that is more than there can be.
  static Typed<Limit> scaled(Limit limit, BigDecimal factor) {
    BigDecimal amount =
        BigDecimal.valueOf(limit.terms().amount())
            .multiply(factor)
            .setScale(0, RoundingMode.HALF_UP);
    return amount.compareTo(BigDecimal.valueOf(Amount.MAX)) > 0
        ? tooMuch(limit)
        : new Typed.Right<>(limit.with(limit.terms().withAmount(amount.longValueExact())));
  }

  /// The limit with more or less; nothing where that is less than zero or more than there can be.
  static Typed<Limit> added(Limit limit, long difference) {
    long amount = limit.terms().amount() + difference;
    if (amount < 0) {
      return new Typed.Wrong<>(Wording.text("bulk.row.negative"));
    }
    return amount > Amount.MAX
        ? tooMuch(limit)
        : new Typed.Right<>(limit.with(limit.terms().withAmount(amount)));
  }

  private static Typed<Limit> tooMuch(Limit limit) {
    return new Typed.Wrong<>(Wording.text("typed.large", Figures.exact(limit.type(), Amount.MAX)));
  }
}
