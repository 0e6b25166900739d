package dev.headroom.engine;

import dev.headroom.wire.ByteReader;
import dev.headroom.wire.ByteWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

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

  Agenda() {}

  Agenda(Agenda other) {
    looks.addAll(other.looks);
  }

  /// Writes all looks at scopes that exist; the others would come to nothing.
  void write(StateOutput out, ScopeTable scopes) {
    List<Look> written = looks.stream().filter(look -> scopes.exists(look.scope)).toList();
    out.next().number(written.size());
    for (Look look : written) {
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
    looks.add(look);
  }

  /// When the earliest look is due; `Long.MAX_VALUE` where there is none.
  long earliest() {
    return looks.isEmpty() ? Long.MAX_VALUE : looks.first().at();
  }

  /// Takes out all that are due until an instant.
  List<Look> takeUntil(long millis) {
    List<Look> due = new ArrayList<>();
    while (earliest() <= millis) {
      due.add(looks.removeFirst());
    }
    return due;
  }
}
