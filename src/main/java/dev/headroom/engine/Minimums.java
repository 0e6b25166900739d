package dev.headroom.engine;

import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Checkpoint;
import java.util.Arrays;
import java.util.List;

/// To how little an allocation may be shrunk that declared itself negotiable (rule Q3).
///
/// @param byType what it must have of each type at least, consumed or reserved
record Minimums(List<Long> byType) {
  /// Those of an allocation that is restored, which has consumed nothing yet: what the one before
  /// had consumed of something spent is part of its minimum, and stays consumed (S4).
  static Minimums ofRestored(Checkpoint.Kept then) {
    Long[] byType = new Long[Row.TYPES];
    Arrays.fill(byType, 0L);
    for (AllocationStatus.Line line : then.lines()) {
      long least = then.minimums().getOrDefault(line.type(), 0L);
      long behind = line.type().isHeld() ? 0 : line.consumed();
      byType[line.type().ordinal()] = Math.max(0, least - behind);
    }
    return new Minimums(List.of(byType));
  }
}
