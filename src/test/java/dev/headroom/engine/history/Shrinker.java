package dev.headroom.engine.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Leaves out of a failing history what it does not need to fail (Zeller and Hildebrandt,
/// Simplifying and Isolating Failure-Inducing Input, 2002).
final class Shrinker {
  private Shrinker() {}

  /// A part of `history`, in its order, that still fails and of which no single step can be left
  /// out.
  static <T> List<T> shrink(List<T> history, Predicate<List<T>> fails) {
    List<T> left = history;
    int chunk = Math.max(1, left.size() / 2);
    while (true) {
      List<T> smaller = withoutChunks(left, chunk, fails);
      boolean same = smaller.size() == left.size();
      left = smaller;
      if (same && chunk == 1) {
        return left;
      }
      chunk = same ? Math.max(1, chunk / 2) : Math.min(chunk, Math.max(1, left.size() / 2));
    }
  }

  private static <T> List<T> withoutChunks(List<T> history, int chunk, Predicate<List<T>> fails) {
    List<T> left = history;
    int from = Math.max(0, left.size() - chunk);
    while (left.size() > 1) {
      List<T> rest = new ArrayList<>(left.subList(0, from));
      rest.addAll(left.subList(Math.min(left.size(), from + chunk), left.size()));
      if (fails.test(rest)) {
        left = rest;
      }
      if (from == 0) {
        return left;
      }
      from = Math.max(0, from - chunk);
    }
    return left;
  }
}
