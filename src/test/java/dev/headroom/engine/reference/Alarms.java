package dev.headroom.engine.reference;

import dev.headroom.model.Alert;
import dev.headroom.model.AlertRef;
import dev.headroom.model.AlertState;
import dev.headroom.model.Command;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Event;
import dev.headroom.model.Exhaustion;
import dev.headroom.model.Foretold;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Severity;
import dev.headroom.model.Thresholds;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Thresholds and their alerts (rules T1, T2).
final class Alarms {
  /// One alert, from when its threshold is first crossed.
  static final class Alarm {
    final Constraint constraint;
    final AlertRef ref;
    Instant raisedAt = Instant.EPOCH;
    int times;
    boolean stands;
    Optional<Long> pendingUntil = Optional.empty();
    Optional<Alert.Acknowledgement> acknowledgement = Optional.empty();
    Optional<Long> shelvedUntil = Optional.empty();
    boolean untilCleared;

    /// What was foretold, and until when that is believed.
    Exhaustion exhaustion = Exhaustion.NONE;

    Optional<Long> believedUntil = Optional.empty();

    Alarm(Constraint constraint, int percent) {
      this.constraint = constraint;
      this.ref = new AlertRef(constraint.ref(), percent);
    }

    /// Whether it stands, or nobody has acknowledged it.
    boolean isOpen() {
      return stands || (times > 0 && acknowledgement.isEmpty());
    }

    boolean isWithin(ScopePath path) {
      return ref.constraint().path().isWithin(path);
    }

    private AlertState state() {
      if (stands) {
        return acknowledgement.isEmpty() ? AlertState.ACTIVE : AlertState.ACKNOWLEDGED;
      }
      return pendingUntil.isPresent() ? AlertState.PENDING : AlertState.CLEARED;
    }
  }

  private final World world;
  private final TreeMap<AlertRef, Alarm> alarms = new TreeMap<>();

  /// Until when scopes are shelved.
  final TreeMap<ScopePath, Long> shelves = new TreeMap<>();

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
      if (isCrossed(constraint.ref(), percent)) {
        clear(constraint, percent);
      }
      alarms.remove(new AlertRef(constraint.ref(), percent));
    }
  }

  /// A constraint that there is.
  Optional<Constraint> constraint(ConstraintRef ref) {
    return Stream.concat(
            world.scopes.values().stream().flatMap(scope -> scope.caps.stream()),
            world.stocks.values().stream())
        .map(Constraint.class::cast)
        .filter(each -> each.ref().equals(ref))
        .findFirst();
  }

  /// Raises where a constraint is expected to run out before its window ends, or within a day;
  /// clears where it cannot; else leaves it as it is (T5).
  ///
  /// @return whether it is expected to run out now
  boolean foretell(Constraint constraint, Foretold foretold) {
    long windowEnd = constraint instanceof Cap cap ? cap.windowEnd : Long.MAX_VALUE;
    long end = windowEnd == Long.MAX_VALUE ? world.now + Foretold.LEAD.toMillis() : windowEnd;
    boolean stood = isCrossed(constraint.ref(), AlertRef.FORECAST);
    boolean near = isBefore(foretold.exhaustion().expected(), end);
    boolean possible = isBefore(foretold.exhaustion().earliest(), end);
    if (!near && !(stood && possible)) {
      if (stood) {
        clear(constraint, AlertRef.FORECAST);
      }
      return false;
    }
    Alarm alarm =
        alarms.computeIfAbsent(
            AlertRef.forecast(constraint.ref()), _ -> new Alarm(constraint, AlertRef.FORECAST));
    alarm.exhaustion = foretold.exhaustion();
    alarm.believedUntil = Optional.of(Math.min(windowEnd, world.now + foretold.holds().toMillis()));
    if (!stood) {
      raise(constraint, AlertRef.FORECAST);
    }
    return true;
  }

  private static boolean isBefore(Optional<Instant> at, long end) {
    return at.filter(instant -> instant.toEpochMilli() < end).isPresent();
  }

  /// Clears and forgets what was foretold of a constraint that goes.
  void dropForetold(Constraint constraint) {
    if (isCrossed(constraint.ref(), AlertRef.FORECAST)) {
      clear(constraint, AlertRef.FORECAST);
    }
    alarms.remove(AlertRef.forecast(constraint.ref()));
  }

  /// The highest threshold that is crossed; 0 for none.
  int raisedPercent(Constraint constraint) {
    return constraint.thresholds().percents().stream()
        .filter(percent -> isCrossed(constraint.ref(), percent))
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

  /// All in any of these states, gravest first, then newest.
  List<Alert> list(Set<AlertState> states) {
    return known().stream()
        .map(this::alert)
        .filter(alert -> states.contains(alert.life().state()))
        .sorted(
            Comparator.comparing(Alert::severity)
                .thenComparing(Alert::raisedAt)
                .reversed()
                .thenComparing(Alert::constraint)
                .thenComparing(Alert::percent, Comparator.reverseOrder()))
        .toList();
  }

  /// All of which there is something to know, by name.
  List<Alarm> known() {
    return alarms.values().stream()
        .filter(alarm -> alarm.isOpen() || alarm.pendingUntil.isPresent())
        .toList();
  }

  Optional<Alarm> find(AlertRef ref) {
    return known().stream().filter(alarm -> alarm.ref.equals(ref)).findFirst();
  }

  /// Whether it is open and not shelved.
  boolean isSeen(Alarm alarm) {
    return alarm.isOpen() && shelvedUntil(alarm).isEmpty();
  }

  void unshelve(Alarm alarm, String author) {
    alarm.shelvedUntil = Optional.empty();
    alarm.untilCleared = false;
    world.say(
        new Event.AlertsUnshelved(
            alarm.ref.constraint().path(), new Command.Shelvable.One(alarm.ref), author));
  }

  /// When a delay or a shelf ends next.
  long nextDue() {
    long next = shelves.values().stream().reduce(Long.MAX_VALUE, Math::min);
    for (Alarm alarm : alarms.values()) {
      next = Math.min(next, alarm.pendingUntil.orElse(Long.MAX_VALUE));
      next = Math.min(next, alarm.shelvedUntil.orElse(Long.MAX_VALUE));
      next = Math.min(next, alarm.believedUntil.orElse(Long.MAX_VALUE));
    }
    return next;
  }

  /// Raises what has waited long enough, and brings back what was shelved long enough.
  void doWhatIsDue() {
    for (Alarm alarm : alarms.values()) {
      if (alarm.believedUntil.filter(until -> until <= world.now).isPresent()) {
        clear(alarm.constraint, AlertRef.FORECAST);
      }
      if (alarm.pendingUntil.filter(until -> until <= world.now).isPresent()) {
        raise(alarm);
      }
      if (alarm.shelvedUntil.filter(until -> until <= world.now).isPresent()) {
        unshelve(alarm, "");
      }
    }
    List<ScopePath> over =
        shelves.entrySet().stream()
            .filter(shelf -> shelf.getValue() <= world.now)
            .map(Map.Entry::getKey)
            .toList();
    for (ScopePath path : over) {
      shelves.remove(path);
      world.say(new Event.AlertsUnshelved(path, new Command.Shelvable.Subtree(path), ""));
    }
  }

  private void settle(Constraint constraint, int points) {
    long used = world.used(constraint);
    long allowance = world.allowance(constraint);
    List<Integer> percents = constraint.thresholds().percents();
    for (int percent : percents.reversed()) {
      if (isCrossed(constraint.ref(), percent) && !reaches(used, percent - points, allowance)) {
        clear(constraint, percent);
      }
    }
    for (int percent : percents) {
      if (!isCrossed(constraint.ref(), percent) && reaches(used, percent, allowance)) {
        raise(constraint, percent);
      }
    }
  }

  private void raise(Constraint constraint, int percent) {
    Alarm alarm =
        alarms.computeIfAbsent(
            new AlertRef(constraint.ref(), percent), _ -> new Alarm(constraint, percent));
    long delay = world.settings.alertDelay().toMillis();
    if (delay > 0) {
      alarm.pendingUntil = Optional.of(world.now + delay);
    } else {
      raise(alarm);
    }
  }

  private void raise(Alarm alarm) {
    alarm.pendingUntil = Optional.empty();
    alarm.acknowledgement = Optional.empty();
    alarm.stands = true;
    alarm.times++;
    alarm.raisedAt = Instant.ofEpochMilli(world.now);
    ConstraintRef ref = alarm.ref.constraint();
    world.say(
        new Event.AlertRaised(
            ref.path(),
            ref,
            alarm.constraint.type(),
            alarm.ref.percent(),
            severity(alarm.ref),
            world.used(alarm.constraint),
            world.allowance(alarm.constraint),
            forecast(alarm)));
    for (Alarm lower : alarms.values()) {
      boolean below =
          lower.ref.constraint().equals(ref)
              && lower.ref.percent() < alarm.ref.percent()
              && !lower.ref.isForecast();
      if (below && lower.stands && lower.acknowledgement.isPresent()) {
        lower.acknowledgement = Optional.empty();
        world.say(new Event.AlertReopened(ref.path(), lower.ref));
      }
    }
  }

  private void clear(Constraint constraint, int percent) {
    ConstraintRef ref = constraint.ref();
    Alarm alarm = Objects.requireNonNull(alarms.get(new AlertRef(ref, percent)));
    alarm.believedUntil = Optional.empty();
    alarm.exhaustion = Exhaustion.NONE;
    if (alarm.pendingUntil.isPresent()) {
      alarm.pendingUntil = Optional.empty();
      return;
    }
    alarm.stands = false;
    world.say(new Event.AlertCleared(ref.path(), ref, constraint.type(), percent));
    if (alarm.shelvedUntil.isPresent() && alarm.untilCleared) {
      unshelve(alarm, "");
    }
  }

  private boolean isCrossed(ConstraintRef ref, int percent) {
    Alarm alarm = alarms.get(new AlertRef(ref, percent));
    return alarm != null && (alarm.stands || alarm.pendingUntil.isPresent());
  }

  private Alert alert(Alarm alarm) {
    Optional<Long> shelved = shelvedUntil(alarm);
    return new Alert(
        alarm.ref.constraint(),
        alarm.constraint.type(),
        alarm.ref.percent(),
        severity(alarm.ref),
        alarm.raisedAt,
        Math.max(0, alarm.times - 1),
        world.used(alarm.constraint),
        world.allowance(alarm.constraint),
        new Alert.Life(
            shelved.isPresent() ? AlertState.SHELVED : alarm.state(),
            alarm.stands,
            alarm.acknowledgement,
            shelved.map(Instant::ofEpochMilli)),
        forecast(alarm));
  }

  private static Severity severity(AlertRef ref) {
    return ref.percent() == AlertRef.FORECAST
        ? Severity.WARNING
        : Thresholds.severityAt(ref.percent());
  }

  private static Optional<Exhaustion> forecast(Alarm alarm) {
    return alarm.ref.percent() == AlertRef.FORECAST
        ? Optional.of(alarm.exhaustion)
        : Optional.empty();
  }

  private Optional<Long> shelvedUntil(Alarm alarm) {
    return Stream.concat(
            alarm.shelvedUntil.stream(),
            shelves.entrySet().stream()
                .filter(shelf -> alarm.isWithin(shelf.getKey()))
                .map(Map.Entry::getValue))
        .max(Comparator.naturalOrder());
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
