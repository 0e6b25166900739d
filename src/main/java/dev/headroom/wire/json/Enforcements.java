package dev.headroom.wire.json;

import dev.headroom.model.Enforcement;
import dev.headroom.model.Enforcement.Overage;
import dev.headroom.model.InvalidValueException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// What happens at a limit's allowance, with the members that a config document has.
final class Enforcements {
  private enum Mode {
    HARD,
    SOFT
  }

  private enum Excess {
    REFUSED,
    CHARGED
  }

  private static final Shape<BigDecimal> DECIMAL = Scalar.decimal("a number such as 1.5");

  /// Hard or soft.
  static final ObjectShape<Enforcement> ENFORCEMENT =
      ObjectShape.of(
          "Enforcement",
          fields -> {
            var mode = fields.required("mode", Scalar.word(Mode.class), Enforcements::mode);
            var grace =
                fields.optional(
                    "grace",
                    Scalar.DURATION.as(Enforcement.Soft::requireGrace, Function.identity()),
                    Enforcements::grace);
            var overage =
                fields.optional("overage", Scalar.word(Excess.class), Enforcements::excess);
            var multiplier =
                fields.optional(
                    "multiplier",
                    DECIMAL.as(Enforcements::thousandths, Enforcements::decimal),
                    value -> charged(value).map(Overage.Charged::multiplierMillis));
            var cap =
                fields.optional(
                    "cap", Scalar.amount(0), value -> charged(value).flatMap(Overage.Charged::cap));
            return in -> {
              if (in.get(mode) == Mode.HARD) {
                refuse(in.get(grace), "grace", "mode SOFT");
                refuse(in.get(overage), "overage", "mode SOFT");
              }
              boolean charges = in.get(overage).equals(Optional.of(Excess.CHARGED));
              if (!charges) {
                refuse(in.get(multiplier), "multiplier", "overage CHARGED");
                refuse(in.get(cap), "cap", "overage CHARGED");
              }
              Overage beyond =
                  charges
                      ? new Overage.Charged(in.get(multiplier).orElse(1000L), in.get(cap))
                      : new Overage.Refused();
              return in.get(mode) == Mode.HARD
                  ? Enforcement.HARD
                  : new Enforcement.Soft(in.get(grace).orElse(Duration.ZERO), beyond);
            };
          });

  private Enforcements() {}

  private static Mode mode(Enforcement enforcement) {
    return switch (enforcement) {
      case Enforcement.Hard _ -> Mode.HARD;
      case Enforcement.Soft _ -> Mode.SOFT;
    };
  }

  private static Optional<Duration> grace(Enforcement enforcement) {
    return switch (enforcement) {
      case Enforcement.Hard _ -> Optional.empty();
      case Enforcement.Soft soft -> Optional.of(soft.grace());
    };
  }

  private static Optional<Excess> excess(Enforcement enforcement) {
    return switch (enforcement) {
      case Enforcement.Hard _ -> Optional.empty();
      case Enforcement.Soft(var _, Overage.Refused _) -> Optional.of(Excess.REFUSED);
      case Enforcement.Soft(var _, Overage.Charged _) -> Optional.of(Excess.CHARGED);
    };
  }

  private static Optional<Overage.Charged> charged(Enforcement enforcement) {
    return enforcement instanceof Enforcement.Soft(var _, Overage.Charged charged)
        ? Optional.of(charged)
        : Optional.empty();
  }

  private static void refuse(Optional<?> member, String name, String with) {
    if (member.isPresent()) {
      throw new InvalidValueException("%s goes with %s only", name, with);
    }
  }

  private static Long thousandths(BigDecimal multiplier) {
    try {
      return multiplier.movePointRight(3).longValueExact();
    } catch (ArithmeticException tooFine) {
      throw new InvalidValueException("an overage multiplier has at most 3 decimals");
    }
  }

  private static BigDecimal decimal(Long thousandths) {
    return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
  }
}
