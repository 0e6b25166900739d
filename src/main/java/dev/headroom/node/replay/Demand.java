package dev.headroom.node.replay;

import dev.headroom.model.AllocationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One wish for resources, which history and the other world each met in their own way. In each it
/// may go by several names, one after the other: whoever is preempted may wait again under another,
/// and what is restored has another.
final class Demand {
  /// What became of it in one world.
  private static final class Fate {
    private Optional<Long> grantedAt = Optional.empty();
    private int grants;
    private boolean denied;

    private void grant(long millis) {
      grantedAt = Optional.of(millis);
      grants++;
      denied = false; // What was denied may have been restored.
    }
  }

  private final Fate then = new Fate();
  private final Fate other = new Fate();

  /// Those of the other world.
  private final List<AllocationId> names = new ArrayList<>(1);

  private int namesThen;
  private boolean compared;

  /// What followed its grant, as long as the other world has not granted it.
  private List<Heard> held = new ArrayList<>(0);

  /// Its name in the other world; empty where it has none there.
  ///
  /// @param former which of the names that it had in history; empty for the last
  Optional<AllocationId> name(Optional<Integer> former) {
    int last = names.size() - 1;
    return last < 0
        ? Optional.empty()
        : Optional.of(names.get(Math.min(former.orElse(last), last)));
  }

  /// Goes by that name in the other world from now on.
  void isNamed(AllocationId given) {
    names.add(given);
  }

  /// Has another name in history from now on.
  ///
  /// @return which one that is, from 0
  int isNamedThen() {
    return namesThen++;
  }

  /// Which names it has no more in history.
  boolean isFormer(int nameThen) {
    return nameThen < namesThen - 1;
  }

  void isGrantedThen(long millis) {
    then.grant(millis);
  }

  void isDeniedThen() {
    then.denied = true;
  }

  /// History took away what it had, and it waits again.
  void waitsAgainThen() {
    then.grantedAt = Optional.empty();
  }

  /// The grant in history that holds; empty while it waits there.
  Optional<Heard.Grant> grantThen() {
    return then.grantedAt.map(at -> new Heard.Grant(at, then.grants == 1));
  }

  /// When the other world has granted it what it has there; empty while it has nothing.
  Optional<Long> grantedAt() {
    return other.grantedAt;
  }

  /// The other world has granted it.
  ///
  /// @return what followed the grant, for its time has come
  List<Heard> isGranted(long millis) {
    other.grant(millis);
    return takeHeld();
  }

  /// The other world has denied it.
  ///
  /// @return what followed the grant, which there will not be
  List<Heard> isDenied() {
    other.denied = true;
    return takeHeld();
  }

  void waitsAgain() {
    other.grantedAt = Optional.empty();
  }

  /// Whether the other world denied it for good.
  boolean wasDenied() {
    return other.denied;
  }

  /// Puts off what follows its grant.
  void hold(Heard heard) {
    held.add(heard);
  }

  private List<Heard> takeHeld() {
    List<Heard> taken = held;
    held = new ArrayList<>(0);
    return taken;
  }

  /// What the worlds made of a demand.
  enum Verdicts {
    /// Both the same, or not known yet, or told before.
    NOTHING_NEW,
    ONLY_THEN,
    ONLY_OTHER
  }

  /// Which of the worlds has granted it, once that is known of both.
  Verdicts compare() {
    boolean known = isDecided(then) && isDecided(other) && !compared;
    if (!known) {
      return Verdicts.NOTHING_NEW;
    }
    compared = true;
    boolean grantedThen = then.grants > 0;
    boolean granted = other.grants > 0;
    if (grantedThen == granted) {
      return Verdicts.NOTHING_NEW;
    }
    return granted ? Verdicts.ONLY_OTHER : Verdicts.ONLY_THEN;
  }

  private static boolean isDecided(Fate fate) {
    return fate.denied || fate.grants > 0;
  }
}
