package dev.headroom.engine;

import dev.headroom.model.Enforcement;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.Money;
import dev.headroom.model.Standing;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// What consumption beyond soft limits costs on top (rule L6): the cost of the part beyond the
/// allowance, which is consumed last, multiplied, once the grace is over. A unit is charged once,
/// by the limit of the chain that makes it dearest, of equals the one nearest the root; charges are
/// rounded to the nearest millionth of a credit, half a millionth up.
///
/// Weighs first and books then, so that what is refused between the two has changed nothing.
final class OverageRules {
  private static final long WHOLE_MILLIS = 1000;

  private final EngineState state;
  private final int[] chain = new int[ScopeTable.CHAIN_MAX];
  private @Nullable SoftLimit dearest;
  private BigInteger charge = BigInteger.ZERO;
  private BigInteger sum = BigInteger.ZERO;

  OverageRules(EngineState state) {
    this.state = state;
  }

  /// Weighs what is added to the cost of consumption at a scope, and says whether numbers can hold
  /// it.
  ///
  /// @param amount what is consumed, or what of a held type is in use by the sample
  /// @param more by how much that raises what counts as consumed
  /// @param beyond by how much it raises what counts against limits: it was not reserved
  boolean weigh(int scope, int type, long amount, long more, long beyond, Cost cost) {
    dearest = null;
    charge = BigInteger.ZERO;
    sum = BigInteger.ZERO;
    if (state.soft.charges() && amount > 0 && cost.total().micros() > 0) {
      int length = state.scopes.chain(scope, chain);
      for (int step = 0; step < length; step++) {
        weighAt(chain[step], type, amount, more, beyond, cost);
      }
    }
    return dearest == null
        || (isMoney(sum) && isMoney(charge.add(BigInteger.valueOf(cost.total().micros()))));
  }

  /// What was weighed last.
  Money charge() {
    return dearest == null ? Money.ZERO : new Money(charge.longValueExact());
  }

  /// Adds what was weighed to what its limit has charged.
  void book() {
    if (dearest != null) {
      dearest.charged = sum.longValueExact();
    }
  }

  private void weighAt(int scope, int type, long amount, long more, long beyond, Cost cost) {
    int index = Row.site(state.scopes.rows(scope), ScopeTable.rowAt(scope, type));
    if (index == 0) {
      return;
    }
    for (SoftLimit soft : state.sites.at(index).soft) {
      if (soft.soft.overage() instanceof Enforcement.Overage.Charged(long multiplier, var _)) {
        LimitStatus status = LimitLook.status(state, scope, type, soft.place, state.now());
        long part = partBeyond(soft, status, type, amount, more, beyond);
        offer(soft, status, exact(cost, part, multiplier - WHOLE_MILLIS));
      }
    }
  }

  /// How much of what is consumed lies beyond the allowance once the grace is over.
  private long partBeyond(
      SoftLimit soft, LimitStatus status, int type, long amount, long more, long beyond) {
    boolean overage =
        switch (status.standing()) {
          case Standing.Within _ ->
              status.used() + beyond > status.allowance() && soft.soft.grace().isZero();
          case Standing.Grace _ -> false;
          case Standing.Overage _ -> true;
        };
    long consumed = Row.isHeld(type) ? inUse(status, type) : status.consumed();
    return overage ? Math.clamp(consumed + more - status.allowance(), 0, amount) : 0;
  }

  private long inUse(LimitStatus status, int type) {
    int scope = state.scopes.find(status.limit().path());
    return state.scopes.rows(scope)[ScopeTable.rowAt(scope, type) + Row.CONSUMED];
  }

  private void offer(SoftLimit soft, LimitStatus status, BigInteger exact) {
    if (exact.compareTo(charge) > 0) {
      dearest = soft;
      charge = exact;
      sum = exact.add(BigInteger.valueOf(status.overageCharge().micros()));
    }
  }

  private static boolean isMoney(BigInteger micros) {
    return micros.bitLength() < Long.SIZE;
  }

  private static BigInteger exact(Cost cost, long part, long extraMillis) {
    BigInteger dividend = cost.ofLast(part).multiply(BigInteger.valueOf(extraMillis));
    BigInteger divisor =
        BigInteger.valueOf(cost.divisor()).multiply(BigInteger.valueOf(WHOLE_MILLIS));
    return dividend.shiftLeft(1).add(divisor).divide(divisor.shiftLeft(1));
  }
}
