package dev.headroom.engine;

import dev.headroom.model.Enforcement;
import dev.headroom.model.Limit;
import dev.headroom.model.Standing;
import dev.headroom.wire.ByteReader;
import dev.headroom.wire.ByteWriter;
import dev.headroom.wire.TermsBytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The limits of rows as bytes. Distinct terms are written where they first occur, and named by
/// their place among those from then on.
final class SavedLimits {
  private static final int WITHIN = 0;
  private static final int GRACE = 1;
  private static final int OVERAGE = 2;

  private final EngineState state;
  private final Map<Limit.Terms, Integer> places = new HashMap<>();
  private final List<Limit.Terms> terms = new ArrayList<>();

  SavedLimits(EngineState state) {
    this.state = state;
  }

  /// Writes those of a row, the inline one first and of the others the last first: so they come
  /// into the same order when they are added in this one.
  void write(int scope, int type, ByteWriter to) {
    List<Integer> all = state.limits.of(scope, type);
    to.number(all.size());
    write(scope, type, all.getFirst(), to);
    for (int at = all.size() - 1; at > 0; at--) {
      write(scope, type, all.get(at), to);
    }
  }

  void read(int scope, int type, ByteReader from) {
    int count = from.upTo(Integer.MAX_VALUE);
    for (int read = 0; read < count; read++) {
      readOne(scope, type, from);
    }
  }

  private void write(int scope, int type, int limit, ByteWriter to) {
    writeTerms(state.limits.terms(scope, type, limit), to);
    long[] rows = state.limits.rowsOf(scope, limit);
    int at = state.limits.offsetOf(scope, type, limit);
    to.number(rows[at + Row.ALLOWANCE]).number(rows[at + Row.BASE]);
    to.number(rows[at + Row.WINDOW] >>> 32).oneByte(Row.level(rows, at));
    SoftLimit soft = state.soft.find(scope, type, limit);
    if (soft != null) {
      write(soft, to);
    }
  }

  private void readOne(int scope, int type, ByteReader from) {
    Limit.Terms read = readTerms(from);
    int limit = state.limits.place(scope, type);
    long[] rows = state.limits.rowsOf(scope, limit);
    int at = state.limits.offsetOf(scope, type, limit);
    Row.setTerms(rows, at, state.terms.acquire(read));
    rows[at + Row.ALLOWANCE] = from.number();
    rows[at + Row.BASE] = from.number();
    Row.setWindowMinute(rows, at, from.upTo(Row.NEVER));
    Row.setLevel(rows, at, from.upTo(read.thresholds().percents().size()));
    LimitAlerts.arm(rows, at, read);
    if (read.enforcement() instanceof Enforcement.Soft soft) {
      SoftLimit known = new SoftLimit(type, limit, read, soft);
      read(known, from);
      state.soft.enter(scope, type, known);
    }
  }

  private void writeTerms(Limit.Terms written, ByteWriter to) {
    Integer place = places.putIfAbsent(written, places.size() + 1);
    if (place == null) {
      to.number(0);
      TermsBytes.write(to, written);
    } else {
      to.number(place);
    }
  }

  private Limit.Terms readTerms(ByteReader from) {
    int place = from.upTo(terms.size());
    if (place > 0) {
      return terms.get(place - 1);
    }
    Limit.Terms read = TermsBytes.terms(from);
    terms.add(read);
    return read;
  }

  private static void write(SoftLimit soft, ByteWriter to) {
    to.number(soft.exceededSince).number(soft.charged).number(soft.looksAt);
    switch (soft.told) {
      case Standing.Within _ -> to.oneByte(WITHIN);
      case Standing.Grace(var until) -> to.oneByte(GRACE).number(until.toEpochMilli());
      case Standing.Overage _ -> to.oneByte(OVERAGE);
    }
  }

  private static void read(SoftLimit soft, ByteReader from) {
    soft.exceededSince = from.number();
    soft.charged = from.number();
    soft.looksAt = from.number();
    int told = from.oneByte();
    soft.told =
        switch (told) {
          case WITHIN -> Standing.WITHIN;
          case GRACE -> new Standing.Grace(Instant.ofEpochMilli(from.number()));
          case OVERAGE -> Standing.OVERAGE;
          default -> throw from.malformed("no standing has the tag " + told);
        };
  }
}
