package dev.headroom.history.rollup;

import dev.headroom.model.Change;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitKey;
import dev.headroom.model.Period;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What limits allowed and pools had, and when.
final class TermsLog {
  private final Database database;

  /// What holds, by the text of its scope: all that is below one scope lies together.
  private final NavigableMap<String, Map<LimitKey, LimitTerms>> limits = new TreeMap<>();

  private final Map<PoolId, PoolTerms> pools = new HashMap<>();
  private final Map<PoolKey, PoolId> serving = new HashMap<>();

  private record PoolKey(ScopePath path, ResourceType type) {}

  TermsLog(Database database) {
    this.database = database;
    database.create(
        "CREATE TABLE IF NOT EXISTS limit_terms (path TEXT NOT NULL, type INTEGER NOT NULL, period"
            + " TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL, amount INTEGER NOT"
            + " NULL, PRIMARY KEY (path, type, period, since)) WITHOUT ROWID");
    database.create(
        "CREATE TABLE IF NOT EXISTS pool_terms (id TEXT NOT NULL, path TEXT NOT NULL, type INTEGER"
            + " NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL, capacity INTEGER NOT"
            + " NULL, replenished INTEGER NOT NULL, interval_millis INTEGER NOT NULL, PRIMARY KEY"
            + " (id, since)) WITHOUT ROWID");
    reread();
  }

  /// Begins with what is written.
  void reread() {
    limits.clear();
    pools.clear();
    serving.clear();
    limits("until = ?", Long.MAX_VALUE).forEach(this::hold);
    pools("until = ?", Long.MAX_VALUE).forEach(this::hold);
  }

  private void hold(LimitTerms terms) {
    limits
        .computeIfAbsent(terms.path().text(), _ -> new LinkedHashMap<>())
        .put(new LimitKey(terms.type(), terms.period()), terms);
  }

  private void hold(PoolTerms terms) {
    pools.put(terms.id(), terms);
    serving.put(new PoolKey(terms.path(), terms.type()), terms.id());
  }

  /// The pool that serves a type at a scope (P2); empty where there is none.
  Optional<PoolId> serving(ScopePath path, ResourceType type) {
    if (serving.isEmpty()) {
      return Optional.empty();
    }
    for (Optional<ScopePath> at = Optional.of(path); at.isPresent(); at = at.get().parent()) {
      PoolId found = serving.get(new PoolKey(at.get(), type));
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /// Removes what held only before an instant.
  void purge(long before) {
    var _ = database.update("DELETE FROM limit_terms WHERE until <= ?", before);
    var _ = database.update("DELETE FROM pool_terms WHERE until <= ?", before);
  }

  /// Takes a change that is applied.
  void apply(Change change, long at) {
    switch (change) {
      case Change.PutLimits put -> put(put, at);
      case Change.PutPool(Pool pool, long _) -> put(pool, at);
      case Change.RemovePool(PoolId id, long _) -> remove(id, at);
      case Change.PutSettings _ -> {}
    }
  }

  /// Nothing holds any more at and below a scope that was closed.
  void close(ScopePath path, long at) {
    if (path.isRoot()) {
      end(limits, at);
    } else {
      end(limits.subMap(path.text(), true, path.text(), true), at);
      // What is below continues with a slash, and nothing else lies before the next sign.
      end(limits.subMap(path.text() + "/", path.text() + (char) ('/' + 1)), at);
    }
    List<PoolTerms> gone =
        pools.values().stream().filter(terms -> terms.path().isWithin(path)).toList();
    gone.forEach(terms -> remove(terms.id(), at));
  }

  private void end(Map<String, Map<LimitKey, LimitTerms>> some, long at) {
    some.values().forEach(each -> each.values().forEach(old -> write(old.endedAt(at))));
    some.clear();
  }

  /// What is as before goes on.
  private void put(Change.PutLimits put, long at) {
    Map<LimitKey, LimitTerms> before = limits.getOrDefault(put.path().text(), Map.of());
    Map<LimitKey, LimitTerms> now = new LinkedHashMap<>();
    for (Limit limit : put.limits()) {
      LimitTerms old = before.get(limit.key());
      long amount = limit.terms().amount();
      LimitTerms terms =
          new LimitTerms(
              put.path(), limit.type(), limit.terms().period(), at, Long.MAX_VALUE, amount);
      now.put(limit.key(), old != null && old.amount() == amount ? old : terms);
    }
    before.forEach((key, old) -> {
      if (!old.equals(now.get(key))) {
        write(old.endedAt(at));
      }
    });
    now.values().stream().filter(terms -> terms.since() == at).forEach(this::write);
    if (now.isEmpty()) {
      limits.remove(put.path().text());
    } else {
      limits.put(put.path().text(), now);
    }
  }

  private void put(Pool pool, long at) {
    Optional<Pool.Replenishment> refill = pool.terms().replenishment();
    PoolTerms terms =
        new PoolTerms(
            pool.id(),
            pool.path(),
            pool.type(),
            at,
            Long.MAX_VALUE,
            pool.terms().capacity(),
            refill.map(Pool.Replenishment::amount).orElse(0L),
            refill.map(each -> each.interval().toMillis()).orElse(0L));
    PoolTerms old = pools.get(pool.id());
    if (old == null || !old.isLike(terms)) {
      remove(pool.id(), at);
      hold(terms);
      write(terms);
    }
  }

  private void remove(PoolId id, long at) {
    PoolTerms old = pools.remove(id);
    if (old != null) {
      serving.remove(new PoolKey(old.path(), old.type()));
      write(old.endedAt(at));
    }
  }

  private void write(LimitTerms terms) {
    if (terms.since() == terms.until()) {
      var _ =
          database.update(
              "DELETE FROM limit_terms WHERE path = ? AND type = ? AND period = ? AND since = ?",
              terms.path().text(),
              terms.type().ordinal(),
              period(terms.period()),
              terms.since());
    } else {
      var _ =
          database.update(
              "INSERT OR REPLACE INTO limit_terms VALUES (?, ?, ?, ?, ?, ?)",
              terms.path().text(),
              terms.type().ordinal(),
              period(terms.period()),
              terms.since(),
              terms.until(),
              terms.amount());
    }
  }

  private void write(PoolTerms terms) {
    if (terms.since() == terms.until()) {
      var _ =
          database.update(
              "DELETE FROM pool_terms WHERE id = ? AND since = ?",
              terms.id().value(),
              terms.since());
    } else {
      var _ =
          database.update(
              "INSERT OR REPLACE INTO pool_terms VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
              terms.id().value(),
              terms.path().text(),
              terms.type().ordinal(),
              terms.since(),
              terms.until(),
              terms.capacity(),
              terms.replenished(),
              terms.intervalMillis());
    }
  }

  /// What the limits of a scope allowed within a span.
  List<LimitTerms> limitsOf(ScopePath path, long from, long to) {
    return limits("path = ? AND until > ? AND since < ?", path.text(), from, to);
  }

  /// What all pools had within a span.
  List<PoolTerms> pools(long from, long to) {
    return pools("until > ? AND since < ?", from, to);
  }

  private List<LimitTerms> limits(String where, Object... values) {
    List<LimitTerms> found = new ArrayList<>();
    database.each(
        "SELECT * FROM limit_terms WHERE " + where + " ORDER BY path, type, period, since",
        result -> found.add(limit(result)),
        values);
    return found;
  }

  private static LimitTerms limit(ResultSet result) throws SQLException {
    String period = result.getString(3);
    return new LimitTerms(
        ScopePath.of(result.getString(1)),
        ResourceType.ALL.get(result.getInt(2)),
        period.isEmpty() ? Optional.empty() : Optional.of(Period.of(period)),
        result.getLong(4),
        result.getLong(5),
        result.getLong(6));
  }

  private List<PoolTerms> pools(String where, Object... values) {
    List<PoolTerms> found = new ArrayList<>();
    database.each(
        "SELECT * FROM pool_terms WHERE " + where + " ORDER BY id, since",
        result -> found.add(pool(result)),
        values);
    return found;
  }

  private static PoolTerms pool(ResultSet result) throws SQLException {
    return new PoolTerms(
        new PoolId(result.getString(1)),
        ScopePath.of(result.getString(2)),
        ResourceType.ALL.get(result.getInt(3)),
        result.getLong(4),
        result.getLong(5),
        result.getLong(6),
        result.getLong(7),
        result.getLong(8));
  }

  private static String period(Optional<Period> period) {
    return period.map(Period::toString).orElse("");
  }
}
