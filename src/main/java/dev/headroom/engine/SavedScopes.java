package dev.headroom.engine;

import dev.headroom.model.ScopePath;
import dev.headroom.wire.ByteReader;
import dev.headroom.wire.ByteWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The scopes with their counters and limits as bytes: from the root down, children by path, each
/// with the last step of its path only. Types of which nothing was ever counted take no byte.
final class SavedScopes {
  private static final int RESERVED = 1;
  private static final int CONSUMED = 1 << 1;
  private static final int PEAK = 1 << 2;
  private static final int ALLOCATIONS = 1 << 3;
  private static final int LIMITS = 1 << 4;

  private final EngineState state;
  private final ScopeTable scopes;
  private final SavedLimits limits;
  private int[] order = {};

  SavedScopes(EngineState state) {
    this.state = state;
    this.scopes = state.scopes;
    this.limits = new SavedLimits(state);
  }

  void write(StateOutput out) {
    order = inOrder();
    out.name(order, scopes.end());
    out.next().number(order.length);
    for (int at = 0; at < order.length; at++) {
      int scope = order[at];
      ByteWriter to = out.next();
      if (at > 0) {
        String path = scopes.path(scope).text();
        to.number(at - out.ordinal(scopes.parent(scope)));
        to.text(path.substring(path.lastIndexOf('/')));
      }
      to.number(scopes.limitsVersion(scope));
      writeRows(scope, to);
    }
  }

  void read(StateInput in) {
    int count = in.count();
    for (int at = 0; at < count; at++) {
      ByteReader from = in.next();
      int scope = at == 0 ? ScopeTable.ROOT : readScope(in, at, from);
      in.name(scope);
      scopes.setLimitsVersion(scope, from.number());
      readRows(scope, from);
    }
  }

  /// Writes what scopes have cost and since when nothing has changed there, in the order of
  /// [#write], which comes first.
  void writeActivity(StateOutput out) {
    for (int scope : order) {
      boolean changed = state.activity.everChanged(scope);
      long age = changed ? state.now() - state.activity.changedAt(scope) + 1 : 0;
      out.next().number(state.activity.cost(scope)).number(age);
    }
  }

  void readActivity(StateInput in) {
    for (int at = 0; at < in.scopes(); at++) {
      ByteReader from = in.next();
      int scope = in.scope(at);
      long cost = from.number();
      long age = from.number();
      if (cost < 0 || age < 0 || age > state.now() + 1) {
        throw from.malformed("a cost of " + cost + " and an age of " + age + " cannot be");
      }
      state.activity.charge(scope, cost);
      if (age > 0) {
        state.activity.touch(scope, state.now() - age + 1);
      }
    }
  }

  private int[] inOrder() {
    int[] order = new int[scopes.size()];
    int count = 0;
    Deque<Integer> left = new ArrayDeque<>(List.of(ScopeTable.ROOT));
    while (!left.isEmpty()) {
      int scope = left.pop();
      order[count++] = scope;
      List<Integer> children = new ArrayList<>(scopes.children(scope));
      int child = scopes.child(scope);
      while (child != ScopeTable.NONE) {
        children.add(child);
        child = scopes.sibling(child);
      }
      children.sort(Comparator.comparing(scopes::path).reversed());
      children.forEach(left::push);
    }
    return order;
  }

  private int readScope(StateInput in, int at, ByteReader from) {
    int parent = in.scope(at - Math.max(1, from.upTo(at)));
    ScopePath above = scopes.path(parent);
    ScopePath path = ScopePath.of((above.isRoot() ? "" : above.text()) + from.text());
    if (scopes.find(path) != ScopeTable.NONE || !path.parent().equals(Optional.of(above))) {
      throw from.malformed(path + " cannot be here");
    }
    return scopes.findOrCreate(path);
  }

  private void writeRows(int scope, ByteWriter to) {
    long[] rows = scopes.rows(scope);
    int used = 0;
    for (int type = 0; type < Row.TYPES; type++) {
      used |= fields(scope, type, rows) == 0 ? 0 : 1 << type;
    }
    to.oneByte(used);
    for (int type = 0; type < Row.TYPES; type++) {
      if ((used & 1 << type) != 0) {
        writeRow(scope, type, to);
      }
    }
  }

  private int fields(int scope, int type, long[] rows) {
    int at = ScopeTable.rowAt(scope, type);
    int fields = rows[at + Row.RESERVED] == 0 ? 0 : RESERVED;
    fields |= rows[at + Row.CONSUMED] == 0 ? 0 : CONSUMED;
    fields |= !Row.isHeld(type) || rows[at + Row.BASE] == 0 ? 0 : PEAK;
    fields |= Row.allocations(rows, at) == 0 ? 0 : ALLOCATIONS;
    return fields | (state.limits.hasAny(scope, type) ? LIMITS : 0);
  }

  private void writeRow(int scope, int type, ByteWriter to) {
    long[] rows = scopes.rows(scope);
    int at = ScopeTable.rowAt(scope, type);
    int fields = fields(scope, type, rows);
    to.oneByte(fields);
    if ((fields & RESERVED) != 0) {
      to.number(rows[at + Row.RESERVED]);
    }
    if ((fields & CONSUMED) != 0) {
      to.number(rows[at + Row.CONSUMED]);
    }
    if ((fields & PEAK) != 0) {
      to.number(rows[at + Row.BASE]);
    }
    if ((fields & ALLOCATIONS) != 0) {
      to.number(Row.allocations(rows, at));
    }
    if ((fields & LIMITS) != 0) {
      limits.write(scope, type, to);
    }
  }

  private void readRows(int scope, ByteReader from) {
    int used = from.oneByte();
    for (int type = 0; type < Row.TYPES; type++) {
      if ((used & 1 << type) != 0) {
        readRow(scope, type, from);
      }
    }
  }

  private void readRow(int scope, int type, ByteReader from) {
    long[] rows = scopes.rows(scope);
    int at = ScopeTable.rowAt(scope, type);
    int fields = from.oneByte();
    rows[at + Row.RESERVED] = (fields & RESERVED) == 0 ? 0 : from.number();
    rows[at + Row.CONSUMED] = (fields & CONSUMED) == 0 ? 0 : from.number();
    long peak = (fields & PEAK) == 0 ? 0 : from.number();
    if ((fields & ALLOCATIONS) != 0) {
      rows[at + Row.WINDOW] += from.upTo(Integer.MAX_VALUE);
    }
    if ((fields & LIMITS) != 0) {
      limits.read(scope, type, from);
    }
    if (Row.isHeld(type)) {
      rows[at + Row.BASE] = peak;
    }
  }
}
