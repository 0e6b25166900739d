package dev.headroom.engine;

import dev.headroom.model.ResourceType;

/// The layout of the 64 bytes that count one resource type at one scope, with its first limit
/// beside the counters so that both come with one cache line. Further limits of the same scope and
/// type are rows of the same layout in a slab of their own, which use the counters of the first.
final class Row {
  /// How many rows a scope has: one per type.
  static final int TYPES = ResourceType.ALL.size();

  /// Longs per row.
  static final int LONGS = 8;

  /// What is reserved now. In a further limit's row: the index of the next such row, or −1.
  static final int RESERVED = 0;

  /// Spent types: consumed since the scope exists. Held types: what live allocations last reported
  /// to be in use.
  static final int CONSUMED = 1;

  /// Amount plus what rolled over; [#NO_LIMIT] where there is no limit.
  static final int ALLOWANCE = 2;

  /// Spent types: what CONSUMED was when the window began. Held types: the peak of CONSUMED.
  static final int BASE = 3;

  /// High half: the minute, since the epoch, at which the window ends. Low half: how many live
  /// allocations have their first line here.
  static final int WINDOW = 4;

  /// Use at which the next threshold is crossed.
  static final int UP_AT = 5;

  /// Use below which the highest raised threshold clears.
  static final int DOWN_AT = 6;

  /// Bits 36–63: index of the limit's terms. Bits 32–35: how many thresholds are raised. Low half:
  /// index of the [Site], 0 for none.
  static final int LINKS = 7;

  /// Allowance of a row without a limit.
  static final long NO_LIMIT = -1;

  /// Window end of a limit without a period, in minutes.
  static final int NEVER = Integer.MAX_VALUE;

  private static final long MINUTE_MILLIS = 60_000;
  private static final int FIRST_HELD = ResourceType.MEMORY.ordinal();

  private Row() {}

  /// Whether the type with that ordinal is held: the types that are come after those that are
  /// spent.
  static boolean isHeld(int type) {
    return type >= FIRST_HELD;
  }

  /// When the window ends, in epoch milliseconds; `Long.MAX_VALUE` for never.
  static long windowEnd(long[] rows, int at) {
    int minute = (int) (rows[at + WINDOW] >>> 32);
    return minute == NEVER ? Long.MAX_VALUE : minute * MINUTE_MILLIS;
  }

  /// Whether the window has ended by the given minute since the epoch.
  static boolean windowIsOver(long[] rows, int at, int nowMinute) {
    return (int) (rows[at + WINDOW] >>> 32) <= nowMinute;
  }

  /// Zones had offsets with seconds once; a window that ends within a minute ends with it.
  static void setWindowEnd(long[] rows, int at, long millis) {
    long minute = millis == Long.MAX_VALUE ? NEVER : Math.ceilDiv(millis, MINUTE_MILLIS);
    rows[at + WINDOW] = (minute << 32) | (rows[at + WINDOW] & 0xFFFF_FFFFL);
  }

  /// The same by the minute, since the epoch; [#NEVER] for never.
  static void setWindowMinute(long[] rows, int at, int minute) {
    rows[at + WINDOW] = ((long) minute << 32) | (rows[at + WINDOW] & 0xFFFF_FFFFL);
  }

  static int allocations(long[] rows, int at) {
    return (int) rows[at + WINDOW];
  }

  static int terms(long[] rows, int at) {
    return (int) (rows[at + LINKS] >>> 36);
  }

  static void setTerms(long[] rows, int at, int terms) {
    rows[at + LINKS] = ((long) terms << 36) | (rows[at + LINKS] & 0xF_FFFF_FFFFL);
  }

  static int level(long[] rows, int at) {
    return (int) (rows[at + LINKS] >>> 32) & 0xF;
  }

  static void setLevel(long[] rows, int at, int level) {
    rows[at + LINKS] = (rows[at + LINKS] & ~(0xFL << 32)) | ((long) level << 32);
  }

  static int site(long[] rows, int at) {
    return (int) rows[at + LINKS];
  }

  static void setSite(long[] rows, int at, int site) {
    rows[at + LINKS] = (rows[at + LINKS] & 0xFFFF_FFFF_0000_0000L) | site;
  }

  /// Makes a row count nothing and limit nothing.
  static void clear(long[] rows, int at) {
    for (int word = 0; word < LONGS; word++) {
      rows[at + word] = 0;
    }
    clearLimit(rows, at);
  }

  /// Copies the limit of one row into another, leaving its counters and site.
  static void copyLimit(long[] from, int fromAt, long[] to, int toAt) {
    to[toAt + ALLOWANCE] = from[fromAt + ALLOWANCE];
    to[toAt + BASE] = from[fromAt + BASE];
    to[toAt + UP_AT] = from[fromAt + UP_AT];
    to[toAt + DOWN_AT] = from[fromAt + DOWN_AT];
    setTerms(to, toAt, terms(from, fromAt));
    setLevel(to, toAt, level(from, fromAt));
    setWindowEnd(to, toAt, windowEnd(from, fromAt));
  }

  /// Takes the limit out of a row, leaving its counters and site.
  static void clearLimit(long[] rows, int at) {
    rows[at + ALLOWANCE] = NO_LIMIT;
    rows[at + BASE] = 0;
    rows[at + UP_AT] = Long.MAX_VALUE;
    rows[at + DOWN_AT] = 0;
    setTerms(rows, at, 0);
    setLevel(rows, at, 0);
    setWindowEnd(rows, at, Long.MAX_VALUE);
  }
}
