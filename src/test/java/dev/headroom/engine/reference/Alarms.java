package dev.headroom.engine.reference;

import dev.headroom.model.Alert;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Event;
import dev.headroom.model.ResourceType;
import dev.headroom.model.Thresholds;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/// Thresholds and their alerts (rule T1).
final class Alarms {
  private record Key(ConstraintRef constraint, int percent) {}

  private static final class Alarm {
    final Constraint constraint;
    Instant raisedAt = Instant.EPOCH;
    int times;
    boolean stands;

    Alarm(Constraint constraint) {
      this.constraint = constraint;
    }
  }

  private final World world;
  private final TreeMap<Key, Alarm> alarms =
      new TreeMap<>(Comparator.comparing(Key::constraint).thenComparingInt(Key::percent));

  Alarms(World world) {
    this.world = world;
  }

  /// Raises and clears what use has crossed.
  void settle(Constraint constraint) {
    settle(constraint, Thresholds.HYSTERESIS_POINTS);
  }

  /// Judges every threshold afresh: the constraint changed, or its window is new (L4).
  void settleAnew(Constraint constraint) {
    settle(constraint, 0);
  }

  /// Clears what stands and forgets the thresholds.
  void drop(Constraint constraint) {
    for (int percent : constraint.thresholds().percents().reversed()) {
      if (stands(constraint.ref(), percent)) {
        clear(constraint, percent);
      }
      alarms.remove(new Key(constraint.ref(), percent));
    }
  }

  /// The highest threshold that stands; 0 for none.
  int raisedPercent(Constraint constraint) {
    return constraint.thresholds().percents().stream()
        .filter(percent -> stands(constraint.ref(), percent))
        .reduce(0, Math::max);
  }

  /// The least use that would keep the highest standing threshold from clearing; 0 if none stands.
  long keptBy(Constraint constraint) {
    int percent = raisedPercent(constraint);
    long use = 0;
    if (percent > 0) {
      int kept = percent - Thresholds.HYSTERESIS_POINTS;
      use = Math.max(1, share(kept, world.allowance(constraint)));
    }
    return use;
  }

  /// All that stand, gravest first, then newest.
  List<Alert> list() {
    return alarms.entrySet().stream()
        .filter(entry -> entry.getValue().stands)
        .map(entry -> alert(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing(Alert::severity)
                .thenComparing(Alert::raisedAt)
                .reversed()
                .thenComparing(Alert::constraint)
                .thenComparing(Alert::percent, Comparator.reverseOrder()))
        .toList();
  }

  private void settle(Constraint constraint, int points) {
    long used = world.used(constraint);
    long allowance = world.allowance(constraint);
    List<Integer> percents = constraint.thresholds().percents();
    for (int percent : percents.reversed()) {
      if (stands(constraint.ref(), percent) && !reaches(used, percent - points, allowance)) {
        clear(constraint, percent);
      }
    }
    for (int percent : percents) {
      if (!stands(constraint.ref(), percent) && reaches(used, percent, allowance)) {
        raise(constraint, percent);
      }
    }
  }

  private void raise(Constraint constraint, int percent) {
    ConstraintRef ref = constraint.ref();
    Alarm alarm = alarms.computeIfAbsent(new Key(ref, percent), _ -> new Alarm(constraint));
    alarm.stands = true;
    alarm.times++;
    alarm.raisedAt = Instant.ofEpochMilli(world.now);
    world.say(
        new Event.AlertRaised(
            ref.path(),
            ref,
            constraint.type(),
            percent,
            Thresholds.severityAt(percent),
            world.used(constraint),
            world.allowance(constraint)));
  }

  private void clear(Constraint constraint, int percent) {
    ConstraintRef ref = constraint.ref();
    Objects.requireNonNull(alarms.get(new Key(ref, percent))).stands = false;
    world.say(new Event.AlertCleared(ref.path(), ref, constraint.type(), percent));
  }

  private boolean stands(ConstraintRef ref, int percent) {
    Alarm alarm = alarms.get(new Key(ref, percent));
    return alarm != null && alarm.stands;
  }

  private Alert alert(Key key, Alarm alarm) {
    ResourceType type = alarm.constraint.type();
    return new Alert(
        key.constraint(),
        type,
        key.percent(),
        Thresholds.severityAt(key.percent()),
        alarm.raisedAt,
        alarm.times - 1,
        world.used(alarm.constraint),
        world.allowance(alarm.constraint));
  }

  /// Nothing used reaches nothing, whatever the percentage.
  private static boolean reaches(long used, int percent, long allowance) {
    return used >= Math.max(1, share(percent, allowance));
  }

  /// That many percent of an allowance, rounded up.
  private static long share(int percent, long allowance) {
    if (allowance < Integer.MAX_VALUE) {
      return Math.ceilDiv(allowance * percent, 100);
    }
    return BigInteger.valueOf(allowance)
        .multiply(BigInteger.valueOf(percent))
        .add(BigInteger.valueOf(99))
        .divide(BigInteger.valueOf(100))
        .longValueExact();
  }
}
