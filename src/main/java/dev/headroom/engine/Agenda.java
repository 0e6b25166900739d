package dev.headroom.engine;

import dev.headroom.wire.ByteReader;
import dev.headroom.wire.ByteWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The instants at which something must be looked at because someone waits or an alert stands
/// there. All other windows and pools are worked out when they are next used, and cost nothing
/// until then.
final class Agenda {
  /// One look.
  ///
  /// @param at when, in epoch milliseconds
  /// @param scope where
  /// @param type which row, by the ordinal of its type
  /// @param ofPool whether at the pool rather than the limits
  record Look(long at, int scope, int type, boolean ofPool) {}

  private static final Comparator<Look> ORDER =
      Comparator.comparingLong(Look::at)
          .thenComparingInt(Look::scope)
          .thenComparingInt(Look::type)
          .thenComparing(Look::ofPool);

  private final TreeSet<Look> looks = new TreeSet<>(ORDER);
  private final Map<Integer, Set<Look>> byScope = new HashMap<>();

  Agenda() {}

  Agenda(Agenda other) {
    other.looks.forEach(this::add);
  }

  void write(StateOutput out) {
    out.next().number(looks.size());
    for (Look look : looks) {
      ByteWriter to = out.next().number(look.at).number(out.ordinal(look.scope));
      to.oneByte(look.type << 1 | (look.ofPool ? 1 : 0));
    }
  }

  void read(StateInput in) {
    int count = in.count();
    for (int read = 0; read < count; read++) {
      ByteReader from = in.next();
      long at = from.number();
      int scope = in.scope(from);
      int which = from.upTo(2 * Row.TYPES - 1);
      add(new Look(at, scope, which >> 1, (which & 1) != 0));
    }
  }

  void add(Look look) {
    if (looks.add(look)) {
      byScope.computeIfAbsent(look.scope, _ -> new TreeSet<>(ORDER)).add(look);
    }
  }

  /// Takes out all at a scope that is no more: another may come to lie in its place.
  void forget(int scope) {
    Set<Look> there = byScope.remove(scope);
    if (there != null) {
      there.forEach(looks::remove);
    }
  }

  /// When the earliest look is due; `Long.MAX_VALUE` where there is none.
  long earliest() {
    return looks.isEmpty() ? Long.MAX_VALUE : looks.first().at();
  }

  /// Takes out all that are due until an instant.
  List<Look> takeUntil(long millis) {
    List<Look> due = new ArrayList<>();
    while (earliest() <= millis) {
      Look look = looks.removeFirst();
      byScope.computeIfPresent(look.scope, (_, there) -> without(look, there));
      due.add(look);
    }
    return due;
  }

  private static @Nullable Set<Look> without(Look look, Set<Look> there) {
    there.remove(look);
    return there.isEmpty() ? null : there;
  }
}
