package dev.headroom.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Waiters by arrival, each with the least that it needs, so that the first one after another that
/// would fit is found without asking all: a treap whose nodes know the least need below them, and
/// when those below them began to wait.
///
/// All operations take O(log n) expected. Heap order comes from a hash of the arrival, so the shape
/// depends on nothing but who waits. See Seidel and Aragon, "Randomized search trees" (1996).
final class ArrivalTree {
  private @Nullable Node root;

  int size() {
    return size(root);
  }

  /// @param need what must be free at least for the waiter to be granted
  void add(Waiter waiter, long need) {
    Node node = new Node(waiter, need);
    root = merge(merge(upTo(root, waiter.arrival), node), after(root, waiter.arrival));
  }

  void remove(Waiter waiter) {
    root = merge(upTo(root, waiter.arrival - 1), after(root, waiter.arrival));
  }

  /// The first waiter that came after `arrival`, needs at most `free`, and began to wait within a
  /// span of time, its ends included; none where there is none.
  @Nullable Waiter firstFitting(long arrival, long free, long from, long until) {
    return firstFitting(root, arrival, free, from, until);
  }

  /// The least that anyone needs; `Long.MAX_VALUE` where nobody waits.
  long leastNeed() {
    return leastNeed(root);
  }

  /// All, by arrival.
  List<Waiter> all() {
    List<Waiter> all = new ArrayList<>();
    collect(root, all);
    return all;
  }

  /// How many began to wait at or before an instant.
  int countSince(long since) {
    return countSince(root, since);
  }

  private static void collect(@Nullable Node node, List<Waiter> into) {
    if (node != null) {
      collect(node.left, into);
      into.add(node.waiter);
      collect(node.right, into);
    }
  }

  /// Who waits again keeps an early arrival but has waited for less, so that a part of the tree is
  /// counted whole only where it lies on one side of the instant.
  private static int countSince(@Nullable Node node, long since) {
    if (node == null || node.earliest > since) {
      return 0;
    }
    if (node.latest <= since) {
      return node.size;
    }
    int itself = node.waiter.since <= since ? 1 : 0;
    return itself + countSince(node.left, since) + countSince(node.right, since);
  }

  private static @Nullable Waiter firstFitting(
      @Nullable Node node, long arrival, long free, long from, long until) {
    if (node == null || node.leastNeed > free || node.earliest > until || node.latest < from) {
      return null;
    }
    if (node.waiter.arrival <= arrival) {
      return firstFitting(node.right, arrival, free, from, until);
    }
    Waiter before = firstFitting(node.left, arrival, free, from, until);
    if (before != null) {
      return before;
    }
    boolean itself = node.need <= free && node.waiter.since >= from && node.waiter.since <= until;
    return itself ? node.waiter : firstFitting(node.right, arrival, free, from, until);
  }

  /// What of a tree came at or before `arrival`.
  private static @Nullable Node upTo(@Nullable Node node, long arrival) {
    if (node == null) {
      return null;
    }
    return node.waiter.arrival <= arrival
        ? node.with(node.left, upTo(node.right, arrival))
        : upTo(node.left, arrival);
  }

  /// What of a tree came after `arrival`.
  private static @Nullable Node after(@Nullable Node node, long arrival) {
    if (node == null) {
      return null;
    }
    return node.waiter.arrival > arrival
        ? node.with(after(node.left, arrival), node.right)
        : after(node.right, arrival);
  }

  /// Two trees of which all in `earlier` came before all in `later`.
  private static @Nullable Node merge(@Nullable Node earlier, @Nullable Node later) {
    if (earlier == null) {
      return later;
    }
    if (later == null) {
      return earlier;
    }
    return earlier.weight >= later.weight
        ? earlier.with(earlier.left, merge(earlier.right, later))
        : later.with(merge(earlier, later.left), later.right);
  }

  private static int size(@Nullable Node node) {
    return node == null ? 0 : node.size;
  }

  private static long leastNeed(@Nullable Node node) {
    return node == null ? Long.MAX_VALUE : node.leastNeed;
  }

  /// Immutable: a change makes new nodes along one path.
  private static final class Node {
    final Waiter waiter;
    final long need;
    final long weight;
    final @Nullable Node left;
    final @Nullable Node right;
    final long leastNeed;
    final long earliest;
    final long latest;
    final int size;

    Node(Waiter waiter, long need) {
      this(waiter, need, Fingerprint.mix(0, waiter.arrival), null, null);
    }

    private Node(Waiter waiter, long need, long weight, @Nullable Node left, @Nullable Node right) {
      this.waiter = waiter;
      this.need = need;
      this.weight = weight;
      this.left = left;
      this.right = right;
      this.leastNeed =
          Math.min(need, Math.min(ArrivalTree.leastNeed(left), ArrivalTree.leastNeed(right)));
      this.earliest =
          Math.min(
              waiter.since,
              Math.min(
                  left == null ? Long.MAX_VALUE : left.earliest,
                  right == null ? Long.MAX_VALUE : right.earliest));
      this.latest =
          Math.max(
              waiter.since,
              Math.max(
                  left == null ? Long.MIN_VALUE : left.latest,
                  right == null ? Long.MIN_VALUE : right.latest));
      this.size = ArrivalTree.size(left) + 1 + ArrivalTree.size(right);
    }

    Node with(@Nullable Node newLeft, @Nullable Node newRight) {
      return new Node(waiter, need, weight, newLeft, newRight);
    }
  }
}
