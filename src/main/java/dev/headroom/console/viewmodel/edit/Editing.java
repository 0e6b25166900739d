package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.ChainReading;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Preferences;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.action.Operator;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitKey;
import dev.headroom.model.Period;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Everything with which the limits and pools of one instance are changed. For the UI thread only.
public final class Editing {
  /// The lengths of windows that are offered.
  public static final List<Period> PERIODS =
      List.of(
          Period.of("PT1M"),
          Period.of("PT1H"),
          Period.of("P1D"),
          Period.of("P1W"),
          Period.of("P1M"));

  private final Operator operator;
  private final ChangeSet changes;
  private final EditLock lock;

  /// Editing that locks again after the usual while.
  ///
  /// @param nanos a stopwatch
  public Editing(Operator operator, LongSupplier nanos) {
    this(operator, nanos, Preferences.USUAL::editIdle);
  }

  /// @param nanos a stopwatch
  /// @param idle after how long without an edit it locks again
  public Editing(Operator operator, LongSupplier nanos, Supplier<Duration> idle) {
    this.operator = operator;
    changes = new ChangeSet(operator);
    lock = new EditLock(nanos, idle);
  }

  public ChangeSet changes() {
    return changes;
  }

  public EditLock lock() {
    return lock;
  }

  /// Begins to change the constraint of a row of the chain.
  public Draft draft(ChainReading link) {
    return draft(subject(link.constraint()));
  }

  /// Begins to change a limit or pool.
  public Draft draft(Subject subject) {
    return new Draft(operator, changes, lock, subject, Optional.empty());
  }

  /// The types of which there can be limits and pools, by name.
  public static List<String> types() {
    return ResourceType.ALL.stream().map(Figures::name).toList();
  }

  /// The windows that a new limit can have, by name; the first is the scope's lifetime, which is
  /// the only one for what is held.
  public static List<String> periods() {
    List<String> names = new ArrayList<>(List.of(Wording.text("fact.lifetime")));
    PERIODS.forEach(period -> names.add(Phrases.per(period)));
    return List.copyOf(names);
  }

  /// Begins a limit of a scope, or to change the one that is there.
  ///
  /// @param type an index of [#types]
  /// @param period an index of [#periods]
  public Draft limit(String address, int type, int period) {
    ScopePath path = ScopePath.of(address);
    ResourceType of = ResourceType.ALL.get(type);
    Optional<Period> windows =
        period == 0 || of.isHeld() ? Optional.empty() : Optional.of(PERIODS.get(period - 1));
    Limit.Terms terms = Limit.Terms.hard(0);
    var limit = new Limit(path, of, windows.map(terms::per).orElse(terms));
    var value = new Value.OfLimit(limit);
    return new Draft(operator, changes, lock, value.subject(), Optional.of(value));
  }

  /// Begins a pool of a scope, or to change the one that is there.
  ///
  /// @param name its name, as it is typed
  /// @param type an index of [#types]
  public Typed<Draft> pool(String address, String name, int type) {
    try {
      var pool =
          new Pool(
              new PoolId(name),
              ScopePath.of(address),
              ResourceType.ALL.get(type),
              Pool.Terms.of(0));
      var value = new Value.OfPool(pool);
      return new Typed.Right<>(
          new Draft(operator, changes, lock, value.subject(), Optional.of(value)));
    } catch (InvalidValueException _) {
      return new Typed.Wrong<>(Wording.text("typed.poolName", ScopePath.NAME_LENGTH_MAX));
    }
  }

  private static Subject subject(ConstraintRef constraint) {
    return switch (constraint.kind()) {
      case POOL -> new Subject.OfPool(constraint.path(), new PoolId(constraint.id()));
      case LIMIT -> new Subject.OfLimit(constraint.path(), key(constraint.id()));
    };
  }

  private static LimitKey key(String id) {
    int slash = id.indexOf('/');
    return slash < 0
        ? new LimitKey(ResourceType.valueOf(id), Optional.empty())
        : new LimitKey(
            ResourceType.valueOf(id.substring(0, slash)),
            Optional.of(Period.of(id.substring(slash + 1))));
  }
}
