package dev.headroom.history.suggestion;

import dev.headroom.model.Amount;
import dev.headroom.model.ResourceType;
import java.time.Duration;

/// Numbers that a person would choose.
final class Rounding {
  private static final long[] SECONDS = {
    1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1200, 1800, 2700, 3600, 5400,
    7200, 10_800, 14_400, 21_600, 43_200, 86_400, 172_800, 604_800, 1_209_600, 2_592_000
  };

  private Rounding() {}

  /// The next amount from `least` on with two digits that count; of bytes, with four bits.
  static long up(ResourceType type, double least) {
    long whole = (long) Math.ceil(Math.clamp(least, 1, (double) Amount.MAX));
    long step = 1;
    if (type == ResourceType.MEMORY || type == ResourceType.STORAGE) {
      step = Math.max(1, Long.highestOneBit(whole) >> 4);
    } else {
      while (whole / step >= 100) {
        step *= 10;
      }
    }
    return Math.min(Amount.MAX, (whole + step - 1) / step * step);
  }

  /// The next duration from `least` on that has a name.
  static Duration up(Duration least) {
    for (long seconds : SECONDS) {
      if (least.compareTo(Duration.ofSeconds(seconds)) <= 0) {
        return Duration.ofSeconds(seconds);
      }
    }
    return least;
  }
}
