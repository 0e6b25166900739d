package dev.headroom.engine.reference;

import dev.headroom.model.Enforcement;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// What is charged on top for consumption beyond soft limits (rule L6).
final class Overage {
  /// What is about to be consumed.
  ///
  /// @param amount how much
  /// @param more by how much that raises what counts as consumed
  /// @param beyond by how much it raises what counts against limits
  record Consumption(ScopePath path, ResourceType type, long amount, long more, long beyond) {}

  /// A charge, and the limit that makes it.
  record Charge(BigDecimal credits, Optional<Cap> by) {
    /// Whether numbers can hold it, and what it adds up to.
    boolean fits(BigDecimal cost) {
      BigDecimal sum = by.map(cap -> cap.charged.credits()).orElse(BigDecimal.ZERO).add(credits);
      return isMoney(sum) && isMoney(cost.add(credits));
    }

    Money money() {
      return Money.of(credits);
    }

    void book() {
      by.ifPresent(cap -> cap.charged = Money.of(cap.charged.credits().add(credits)));
    }

    private static boolean isMoney(BigDecimal credits) {
      return credits.movePointRight(Money.SCALE).toBigIntegerExact().bitLength() < Long.SIZE;
    }
  }

  private final World world;

  Overage(World world) {
    this.world = world;
  }

  /// The dearest charge of all limits of the chain.
  Charge of(Consumption consumption, Bill bill) {
    Charge dearest = new Charge(BigDecimal.ZERO, Optional.empty());
    for (Constraint constraint : world.chain(consumption.path, consumption.type)) {
      if (constraint instanceof Cap cap
          && cap.terms.enforcement()
              instanceof Enforcement.Soft(var _, Enforcement.Overage.Charged(long millis, var _))) {
        BigDecimal credits = charge(cap, consumption, bill, BigDecimal.valueOf(millis - 1000, 3));
        if (credits.compareTo(dearest.credits) > 0) {
          dearest = new Charge(credits, Optional.of(cap));
        }
      }
    }
    return dearest;
  }

  private BigDecimal charge(Cap cap, Consumption consumption, Bill bill, BigDecimal extra) {
    boolean graceIsOver =
        Leniency.flag(cap, world.used(cap) + consumption.beyond, world.now)
            .filter(flag -> flag == dev.headroom.model.GrantedLine.Flag.OVERAGE)
            .isPresent();
    long consumed = cap.type.isHeld() ? world.inUse(cap.path, cap.type) : world.consumed(cap);
    long part = Math.min(consumption.amount, consumed + consumption.more - cap.allowance());
    return graceIsOver && part > 0
        ? bill.ofLastTimesAmount(part)
            .multiply(extra)
            .divide(BigDecimal.valueOf(consumption.amount), Money.SCALE, RoundingMode.HALF_UP)
        : BigDecimal.ZERO;
  }
}
