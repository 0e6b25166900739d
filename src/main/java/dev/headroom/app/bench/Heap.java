package dev.headroom.app.bench;

import java.lang.management.ManagementFactory;

/// How much of the heap is in use, after a collection.
final class Heap {
  private static final int COLLECTIONS = 3;

  private Heap() {}

  /// Bytes that are reachable, near enough.
  static long used() {
    for (int at = 0; at < COLLECTIONS; at++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
