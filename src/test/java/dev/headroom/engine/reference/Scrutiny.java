package dev.headroom.engine.reference;

import dev.headroom.model.Change;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.QuotaLoan;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a set of changes can be applied, all or nothing (rule L9).
final class Scrutiny {
  private final World world;

  Scrutiny(World world) {
    this.world = world;
  }

  Optional<Refusal> refusal(List<Change> changes) {
    for (int at = 0; at < changes.size(); at++) {
      Object subject = subject(changes.get(at));
      if (changes.subList(0, at).stream().anyMatch(earlier -> subject(earlier).equals(subject))) {
        return Optional.of(Refusal.Invalid.at("/changes/" + at, "changes the same thing again"));
      }
      Optional<Refusal> refusal = refusal(changes.get(at));
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return twoPoolsAtOnePlace(changes);
  }

  private static Object subject(Change change) {
    return switch (change) {
      case Change.PutLimits(var path, var _, long _) -> path;
      case Change.PutPool(var pool, long _) -> pool.id();
      case Change.RemovePool(var id, long _) -> id;
      case Change.PutSettings _ -> "settings";
    };
  }

  private Optional<Refusal> refusal(Change change) {
    return switch (change) {
      case Change.PutLimits(var path, var _, long basedOn) -> stale(basedOn, limitsVersion(path));
      case Change.PutPool(var pool, long basedOn) -> refusal(pool, basedOn);
      case Change.RemovePool(var id, long basedOn) ->
          world.stocks.containsKey(id)
              ? stale(basedOn, world.stocks.get(id).version)
              : Optional.of(new Refusal.UnknownPool(id));
      case Change.PutSettings(var _, long basedOn) -> stale(basedOn, world.settingsVersion);
    };
  }

  private Optional<Refusal> refusal(Pool pool, long basedOn) {
    Stock known = world.stocks.get(pool.id());
    Optional<Refusal> stale = stale(basedOn, known == null ? 0 : known.version);
    if (stale.isPresent()) {
      return stale;
    }
    if (known != null && !(known.pool.path().equals(pool.path()) && known.type() == pool.type())) {
      return Optional.of(Refusal.Invalid.at("/pool", "its scope and type cannot change"));
    }
    boolean lendable = pool.terms().members().stream().allMatch(member -> mayLend(member, known));
    return lendable
        ? Optional.empty()
        : Optional.of(Refusal.Invalid.at("/pool", "lends more than is its own and unused"));
  }

  private boolean mayLend(Pool.Member member, @Nullable Stock known) {
    long all = 0;
    long anew = 0;
    for (QuotaLoan loan : member.loans()) {
      if (loan.until().toEpochMilli() > world.now) {
        all += loan.amount();
        anew += known != null && lends(known, member, loan) ? 0 : loan.amount();
      }
    }
    boolean fits =
        known == null
            || known.pool.terms().sharing() != SharingPolicy.QUOTA
            || anew == 0
            || anew <= world.sharing.unused(known, member.path());
    return all <= member.quota() && fits;
  }

  private static boolean lends(Stock known, Pool.Member member, QuotaLoan loan) {
    return known.pool.terms().members().stream()
        .filter(each -> each.path().equals(member.path()))
        .anyMatch(each -> each.loans().contains(loan));
  }

  private long limitsVersion(ScopePath path) {
    return Optional.ofNullable(world.scopes.get(path)).map(scope -> scope.limitsVersion).orElse(0L);
  }

  private static Optional<Refusal> stale(long basedOn, long current) {
    return basedOn == current
        ? Optional.empty()
        : Optional.of(new Refusal.StaleVersion("it", basedOn, current));
  }

  /// After the whole set a scope has one pool of a type at most (P2).
  private Optional<Refusal> twoPoolsAtOnePlace(List<Change> changes) {
    List<Pool> after =
        new ArrayList<>(world.stocks.values().stream().map(stock -> stock.pool).toList());
    for (Change change : changes) {
      if (change instanceof Change.RemovePool(PoolId id, long _)) {
        after.removeIf(pool -> pool.id().equals(id));
      }
    }
    for (int at = 0; at < changes.size(); at++) {
      if (changes.get(at) instanceof Change.PutPool(Pool put, long _)) {
        after.removeIf(pool -> pool.id().equals(put.id()));
        if (after.stream()
            .anyMatch(pool -> pool.path().equals(put.path()) && pool.type() == put.type())) {
          return Optional.of(Refusal.Invalid.at("/changes/" + at, "a second pool (P2)"));
        }
        after.add(put);
      }
    }
    return Optional.empty();
  }
}
