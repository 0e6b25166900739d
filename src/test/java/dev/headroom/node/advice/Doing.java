package dev.headroom.node.advice;

import dev.headroom.model.Priority;
import dev.headroom.model.suggestion.Remedy;
import dev.headroom.model.suggestion.Suggestion;
import java.util.function.LongPredicate;

/// Does in a scene what is suggested.
final class Doing {
  private static final long HOUR = 3_600_000;

  private Doing() {}

  static Scene it(Scene scene, Suggestion suggestion) {
    return switch (suggestion.remedy()) {
      case Remedy.RightSizeLease(var purpose, var _, var to) ->
          scene.change(caller ->
              caller.purpose().equals(purpose) ? caller.leasing(to, caller.releases()) : caller);
      case Remedy.Cache(var purpose, var _) -> scene.cache(purpose);
      case Remedy.Batch(var purpose, int size) -> scene.batch(purpose, size);
      case Remedy.Substitute substitute -> substitute(scene, substitute);
      case Remedy.SubstituteType(var purpose, var _, var _) -> scene.askOtherFirst(purpose);
      case Remedy.Schedule schedule ->
          scene.change(caller ->
              caller.purpose().equals(schedule.purpose()) && caller.priority() == Priority.LOW
                  ? caller.when(moved(caller.active(), schedule))
                  : caller);
      case Remedy.ReduceAllowance _,
          Remedy.RaiseAllowance _,
          Remedy.Rebalance _,
          Remedy.Soften _,
          Remedy.ChangeStrategy _ ->
          scene.apply(suggestion.changes());
    };
  }

  private static Scene substitute(Scene scene, Remedy.Substitute what) {
    Caller cheap =
        scene.callers().stream()
            .filter(caller -> caller.category().equals(what.cheap()))
            .findFirst()
            .orElseThrow();
    return scene.change(caller ->
        caller.purpose().equals(what.purpose()) && caller.category().equals(what.dear())
            ? caller.in(what.cheap(), cheap.price().orElseThrow())
            : caller);
  }

  private static LongPredicate moved(LongPredicate active, Remedy.Schedule what) {
    long shift = Math.floorMod(what.idleHour() - what.busyHour(), 24) * HOUR;
    return millis -> {
      long hour = millis / HOUR % 24;
      if (Math.floorMod(hour - what.busyHour(), 24L) < what.hours()) {
        return false;
      }
      return Math.floorMod(hour - what.idleHour(), 24L) < what.hours()
          ? active.test(Math.floorMod(millis - shift, 24 * HOUR))
          : active.test(millis);
    };
  }
}
