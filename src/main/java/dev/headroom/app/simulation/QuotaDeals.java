package dev.headroom.app.simulation;

import dev.headroom.engine.Inspector;
import dev.headroom.model.Command;
import dev.headroom.model.LoanStatus;
import dev.headroom.model.PoolLending;
import dev.headroom.model.RequestId;
import dev.headroom.sandbox.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Makes up what members of a pool lend each other of their quotas, and what of it ends before its
/// time (P7); now and then what cannot be lent.
final class QuotaDeals {
  private static final Duration TERM_MAX = Duration.ofDays(2);

  private final Dice dice;

  QuotaDeals(Dice dice) {
    this.dice = dice;
  }

  /// Empty where there is no pool with quotas just now.
  Optional<Command> next(RequestId id, Inspector inspector, Instant now) {
    List<PoolLending> pools =
        Terrain.POOLS.stream()
            .flatMap(place -> inspector.lending(place.id()).stream())
            .filter(lending -> lending.members().size() > 1)
            .toList();
    return pools.isEmpty() ? Optional.empty() : Optional.of(deal(id, pick(pools), now));
  }

  private Command deal(RequestId id, PoolLending pool, Instant now) {
    if (!pool.loans().isEmpty() && dice.happens(40)) {
      LoanStatus ended = pick(pool.loans());
      return new Command.RecallQuota(id, pool.pool(), ended.loan().id(), "sim", "done with it");
    }
    PoolLending.Share from = pick(pool.members());
    PoolLending.Share to = pick(pool.members());
    long most = Math.max(1, from.lendable() + (dice.happens(10) ? 1 : 0));
    return new Command.LendQuota(
        id,
        pool.pool(),
        from.path(),
        to.path(),
        dice.between(1, most),
        now.plusMillis(dice.between(1, TERM_MAX.toMillis())),
        "sim",
        "it helps");
  }

  private <T> T pick(List<T> from) {
    return from.get((int) dice.between(0, from.size() - 1));
  }
}
