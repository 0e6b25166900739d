package dev.headroom.engine;

import dev.headroom.model.Amount;
import dev.headroom.wire.ByteReader;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// What callers have reported as achieved, added up at the scope where it was and at every scope
/// above: one number per scope that has any.
final class ScoreBook {
  private final ScopeTable scopes;
  private final Map<Integer, Long> totals = new HashMap<>();

  ScoreBook(ScopeTable scopes) {
    this.scopes = scopes;
  }

  /// @param scopes the copy of those that the other counts for
  ScoreBook(ScoreBook other, ScopeTable scopes) {
    this.scopes = scopes;
    totals.putAll(other.totals);
  }

  /// All that was achieved at and below a scope.
  long total(int scope) {
    return totals.getOrDefault(scope, 0L);
  }

  /// Adds a score, unless the root's total could not hold it (S6), and says whether it did.
  boolean add(int scope, long score) {
    if (score > Amount.MAX - total(ScopeTable.ROOT)) {
      return false;
    }
    int[] chain = new int[ScopeTable.CHAIN_MAX];
    int length = scopes.chain(scope, chain);
    for (int step = 0; step < length; step++) {
      totals.merge(chain[step], score, Long::sum);
    }
    return true;
  }

  /// Forgets a scope that closes; what it achieved counts on above it.
  void forget(int scope) {
    totals.remove(scope);
  }

  void write(StateOutput out) {
    out.next().number(totals.size());
    totals.keySet().stream()
        .sorted(Comparator.comparingInt(out::ordinal))
        .forEach(scope -> out.next().number(out.ordinal(scope)).number(total(scope)));
  }

  void read(StateInput in) {
    int count = in.count();
    for (int read = 0; read < count; read++) {
      ByteReader from = in.next();
      totals.put(in.scope(from), from.number());
    }
  }

  void write(CanonicalForm form) {
    form.number(totals.size());
    totals.entrySet().stream()
        .sorted(Comparator.comparing(total -> scopes.path(total.getKey())))
        .forEach(total -> form.text(scopes.path(total.getKey()).text()).number(total.getValue()));
  }
}
