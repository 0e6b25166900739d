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

  /// By how much an allocation's line may be shrunk for others: down to its minimum, but never
  /// below what is consumed or, of a held type, in use (Q3, A7).
  static long slack(AllocationSlab slab, int slot, int line) {
    Minimums least = slab.notes.minimums(slot);
    if (least == null) {
      return 0;
    }
    int type = slab.type(line);
    long consumed = slab.consumed(line);
    long size = Row.isHeld(type) ? slab.reserved(line) : slab.reserved(line) + consumed;
    long floor = Math.max(consumed, least.byType().get(type));
    return Math.clamp(size - floor, 0, slab.reserved(line));
  }
}
