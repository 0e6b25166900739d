package dev.headroom.engine;

import dev.headroom.model.Amount;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The chain of constraints that one request meets (rules A2, P2): per type, every limit from the
/// root down and the pool that serves the path's end, with the one that binds. Reused from request
/// to request; what it found holds until something is reserved.
final class Chain {
  private static final int TYPES = ResourceType.ALL.size();

  private final EngineState state;
  private final @Nullable Claims claims;
  private final int[] scopes = new int[ScopeTable.CHAIN_MAX];
  private int length;
  private int measured;
  private ScopePath path = ScopePath.ROOT;
  private int soft;

  private final long[] headroom = new long[TYPES];
  private final int[] bindingScope = new int[TYPES];
  private final int[] bindingLimit = new int[TYPES];
  private final boolean[] bindingIsPool = new boolean[TYPES];
  private final @Nullable PoolState[] pools = new PoolState[TYPES];
  private final @Nullable WaitingLine[] guards = new WaitingLine[TYPES];
  private final long[] guardArrivals = new long[TYPES];

  Chain(EngineState state) {
    this(state, null);
  }

  /// @param claims what is to be taken for reserved though it is not, if anything
  Chain(EngineState state, @Nullable Claims claims) {
    this.state = state;
    this.claims = claims;
  }

  /// Turns to the chain that ends at `scope`.
  ///
  /// @param end the path asked for; its nearest scope that exists is `scope`
  void follow(int scope, ScopePath end) {
    path = end;
    length = state.scopes.chain(scope, scopes);
    measured = 0;
    soft = 0;
  }

  /// The scope it ends at.
  int end() {
    return scopes[length - 1];
  }

  int length() {
    return length;
  }

  int scope(int step) {
    return scopes[step];
  }

  /// The least headroom of the chain for a type.
  long headroom(int type) {
    measure(type);
    return headroom[type];
  }

  /// The pool that serves a type, if there is one: that of the nearest scope, looking up (P2).
  @Nullable PoolState pool(int type) {
    if (isMeasured(type)) {
      return pools[type];
    }
    PoolState serving = null;
    for (int step = length - 1; step >= 0 && serving == null; step--) {
      int site = Row.site(state.scopes.rows(scopes[step]), ScopeTable.rowAt(scopes[step], type));
      serving = site == 0 ? null : state.sites.at(site).pool;
    }
    return serving;
  }

  /// What is claimed at and below a scope.
  long claimedAt(int scope, int type) {
    return claims == null ? 0 : claims.at(scope, type);
  }

  /// What is claimed from a pool, which has it taken already.
  long claimedFrom(PoolState pool) {
    return claims == null ? 0 : claims.from(pool);
  }

  /// The constraint with the least headroom; of equals, the one nearest the root, limits first.
  ConstraintRef binding(int type) {
    measure(type);
    PoolState pool = pools[type];
    return bindingIsPool[type] && pool != null
        ? pool.pool.ref()
        : state.limits.ref(bindingScope[type], type, bindingLimit[type]);
  }

  /// The line to wait in for the constraint that binds.
  WaitingLine bindingLine(int type) {
    measure(type);
    Site site = state.sites.of(bindingScope[type], type);
    return bindingIsPool[type] ? site.atPool : site.atLimits;
  }

  /// A line on the chain whose first waiter starves and came before `arrival`, so that nobody may
  /// pass it (Q5), unless the pool's policy puts them first (P4); none where the way is free.
  ///
  /// @param amount how much is asked for
  @Nullable WaitingLine guard(int type, long arrival, long amount) {
    measure(type);
    PoolState pool = pools[type];
    PoolShares shares = pool == null ? null : pool.shares;
    if (pool != null && shares != null) {
      long atPool = shares.guardedArrival(path, amount);
      if (atPool < Math.min(arrival, guardArrivals[type])) {
        return state.sites.of(pool.scope, type).atPool;
      }
    }
    return guardArrivals[type] < arrival ? guards[type] : null;
  }

  /// What soft limits say about granting the last of so much of a type, all lines of a request
  /// together (L6).
  List<GrantedLine.Flag> flags(int type, long amount) {
    measure(type);
    return (soft & (1 << type)) == 0 ? List.of() : SoftLimit.flags(flagBits(type, amount));
  }

  private int flagBits(int type, long amount) {
    int bits = 0;
    for (int step = 0; step < length; step++) {
      bits |= state.soft.flagBits(scopes[step], type, amount);
    }
    return bits;
  }

  private boolean isMeasured(int type) {
    return (measured & (1 << type)) != 0;
  }

  private void measure(int type) {
    if (isMeasured(type)) {
      return;
    }
    measured |= 1 << type;
    headroom[type] = Amount.MAX;
    bindingScope[type] = ScopeTable.NONE;
    bindingIsPool[type] = false;
    guardArrivals[type] = Long.MAX_VALUE;
    guards[type] = null;
    PoolState serving = null;
    for (int step = 0; step < length; step++) {
      int scope = scopes[step];
      long[] rows = state.scopes.rows(scope);
      int at = ScopeTable.rowAt(scope, type);
      boolean limited = rows[at + Row.ALLOWANCE] != Row.NO_LIMIT;
      int index = Row.site(rows, at);
      boolean isSoft = index != 0 && meetsSoft(type, state.sites.at(index));
      if (limited) {
        meet(type, scope, LimitBook.INLINE, limitHeadroom(rows, at, scope, type, isSoft));
      }
      if (index != 0) {
        Site site = state.sites.at(index);
        meetFurther(type, site);
        if (limited || site.firstFurther != Site.NONE) {
          guardBy(type, site.atLimits);
        }
        serving = site.pool != null ? site.pool : serving;
      }
    }
    meetPool(type, serving);
  }

  private boolean meetsSoft(int type, Site site) {
    boolean isSoft = !site.soft.isEmpty();
    soft |= isSoft ? 1 << type : 0;
    return isSoft;
  }

  private long limitHeadroom(long[] rows, int at, int scope, int type, boolean isSoft) {
    if (isSoft || Row.windowIsOver(rows, at, state.windowMinute())) {
      return state.limits.headroom(scope, type, LimitBook.INLINE);
    }
    return rows[at + Row.ALLOWANCE] - LimitBook.used(rows, at, rows, at, type);
  }

  private void meetFurther(int type, Site site) {
    int limit = site.firstFurther;
    while (limit != Site.NONE) {
      meet(type, site.scope, limit, state.limits.headroom(site.scope, type, limit));
      limit = state.limits.nextFurther(limit);
    }
  }

  private void meetPool(int type, @Nullable PoolState serving) {
    pools[type] = serving;
    if (serving == null) {
      return;
    }
    PoolShares shares = serving.shares;
    long available =
        serving.loans == null ? serving.available(state.now()) : state.lending.grantable(serving);
    available = shares == null ? available : shares.headroom(path, available);
    if (available < headroom[type] || bindingScope[type] == ScopeTable.NONE) {
      headroom[type] = available;
      bindingScope[type] = serving.scope;
      bindingIsPool[type] = true;
    }
    if (shares == null) {
      guardBy(type, state.sites.of(serving.scope, type).atPool);
    }
  }

  private void meet(int type, int scope, int limit, long unclaimed) {
    long left = unclaimed - claimedAt(scope, type);
    if (left < headroom[type] || bindingScope[type] == ScopeTable.NONE) {
      headroom[type] = left;
      bindingScope[type] = scope;
      bindingLimit[type] = limit;
    }
  }

  private void guardBy(int type, WaitingLine line) {
    long arrival = line.guardedArrival(state.now(), state.settings());
    if (arrival < guardArrivals[type]) {
      guardArrivals[type] = arrival;
      guards[type] = line;
    }
  }
}
