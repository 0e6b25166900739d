package dev.headroom.engine;

import java.util.Optional;
import java.util.stream.IntStream;

/// Looks for scopes, a few at a time, so that commands can be decided in between. Costs a look at
/// each scope of the tree, or at those alone that are below the one that is searched where they are
/// few, and memory for those that are wanted. For one thread at a time.
///
/// What is decided in between shows as it comes: a scope is taken as it stands when it is looked
/// at. One that is there all the time is looked at exactly once; one that comes or goes meanwhile
/// may be found or not. None is found twice.
public final class ScopeSearch {
  /// How many scopes are looked at in one step.
  static final int STEP_SCOPES = 2048;

  /// How many scopes are found by the links of the tree; going through all of them by index, one
  /// after the other, is as fast for many.
  static final int FEW_MAX = 16_384;

  private final ScopeSelection wanted;
  private final FirstScopes first;
  private boolean begun;

  /// Those that are looked at, where they are few.
  private Optional<int[]> few = Optional.empty();

  /// Where it is among them, or among the indexes of all scopes, and where it ends.
  private int next;

  private int end;

  /// A search that has not begun.
  public ScopeSearch(ScopeSelection wanted) {
    this.wanted = wanted;
    this.first = new FirstScopes(wanted);
  }

  /// What was found; all of it once there are no more steps.
  public RankedScopes found() {
    return first.ranking();
  }

  /// Looks at the next few.
  ///
  /// @return whether there are more
  boolean step(EngineState state, long at) {
    ScopeTable scopes = state.scopes;
    int top = scopes.find(wanted.below());
    if (top == ScopeTable.NONE) {
      return false; // It has gone, and all below it.
    }
    if (!begun) {
      begin(scopes, top);
    }
    var matcher = new ScopeMatcher(state, wanted.filter(), at);
    int stop = Math.min(end, next + STEP_SCOPES);
    for (; next < stop; next++) {
      int scope = few.isPresent() ? few.get()[next] : next;
      if (scopes.exists(scope) && isBelow(scopes, scope, top) && matcher.matches(scope)) {
        first.offer(state, scope, at);
      }
    }
    return next < end;
  }

  private void begin(ScopeTable scopes, int top) {
    begun = true;
    var below = IntStream.builder();
    if (collect(scopes, top, wanted.depth(), below, FEW_MAX + 1) > 0) {
      few = Optional.of(below.build().toArray());
    }
    end = few.map(found -> found.length).orElse(scopes.end());
  }

  private boolean isBelow(ScopeTable scopes, int scope, int top) {
    return scope != top
        && scopes.isWithin(scope, top)
        && scopes.depth(scope) - scopes.depth(top) <= wanted.depth();
  }

  /// Collects those below `parent` by the links of the tree.
  ///
  /// @param room how many at most
  /// @return how many more there was room for
  private static int collect(
      ScopeTable scopes, int parent, int depth, IntStream.Builder found, int room) {
    int left = room;
    int child = scopes.child(parent);
    while (child != ScopeTable.NONE && left > 0) {
      found.add(child);
      left--;
      if (depth > 1) {
        left = collect(scopes, child, depth - 1, found, left);
      }
      child = scopes.sibling(child);
    }
    return left;
  }
}
