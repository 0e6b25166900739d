package dev.headroom.engine.reference;

import dev.headroom.model.Amount;
import dev.headroom.model.Enforcement;
import dev.headroom.model.Enforcement.Overage;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Standing;
import java.time.Instant;
import java.util.Optional;

/// What soft limits let pass (rule L6).
final class Leniency {
  private final World world;

  Leniency(World world) {
    this.world = world;
  }

  /// Notes when use exceeds the allowance and when it does not any more, and tells.
  void settle(Cap cap) {
    boolean exceeds = isSoft(cap) && world.used(cap) > cap.allowance();
    if (!exceeds) {
      cap.exceededSince = Optional.empty();
    } else if (cap.exceededSince.isEmpty()) {
      cap.exceededSince = Optional.of(world.now);
    }
    cap.charged = isSoft(cap) ? cap.charged : dev.headroom.model.Money.ZERO;
    tell(cap);
  }

  /// Grace and overage end with the window, and may begin anew in the next (L4).
  void beginWindow(Cap cap) {
    cap.exceededSince = Optional.empty();
    cap.charged = dev.headroom.model.Money.ZERO;
    settle(cap);
  }

  void drop(Cap cap) {
    cap.exceededSince = Optional.empty();
    tell(cap);
  }

  static Standing standing(Cap cap, long now) {
    return cap.exceededSince.map(since -> standing(cap, since, now)).orElse(Standing.WITHIN);
  }

  /// When the grace of a limit ends that is in it; never otherwise.
  static long graceEnd(Cap cap, long now) {
    return standing(cap, now) instanceof Standing.Grace(Instant until)
        ? until.toEpochMilli()
        : Long.MAX_VALUE;
  }

  static long headroom(Cap cap, long used, long now) {
    long left = cap.allowance() - used;
    return switch (cap.terms.enforcement()) {
      case Enforcement.Hard _ -> left;
      case Enforcement.Soft(var _, Overage.Charged(long _, var most)) ->
          most.isPresent() ? left + most.get() : Amount.MAX;
      case Enforcement.Soft(var grace, Overage.Refused _) -> {
        boolean graceIsOver = standing(cap, now).equals(Standing.OVERAGE);
        yield graceIsOver || grace.isZero() ? left : Amount.MAX;
      }
    };
  }

  /// Whether the limit could grant so much at some time.
  ///
  /// @param most the largest allowance that it may have
  static boolean everGrants(Cap cap, long amount, long most) {
    return switch (cap.terms.enforcement()) {
      case Enforcement.Hard _ -> amount <= most;
      case Enforcement.Soft(var _, Overage.Charged(long _, var top)) ->
          top.isEmpty() || amount <= most + top.get();
      case Enforcement.Soft(var grace, Overage.Refused _) -> !grace.isZero() || amount <= most;
    };
  }

  /// Whether it would grant so much if nothing were reserved.
  static boolean grantsIfAllRelease(Cap cap, long consumed, long amount) {
    boolean fits = consumed + amount <= cap.allowance();
    return switch (cap.terms.enforcement()) {
      case Enforcement.Hard _ -> fits;
      case Enforcement.Soft(var _, Overage.Charged(long _, var top)) ->
          top.isEmpty() || consumed + amount <= cap.allowance() + top.get();
      case Enforcement.Soft(var grace, Overage.Refused _) ->
          fits || (!grace.isZero() && consumed <= cap.allowance());
    };
  }

  /// The flag of what is granted when that brings use to so much.
  static Optional<GrantedLine.Flag> flag(Cap cap, long used, long now) {
    if (!isSoft(cap) || used <= cap.allowance()) {
      return Optional.empty();
    }
    boolean grace = standing(cap, cap.exceededSince.orElse(now), now) instanceof Standing.Grace;
    return Optional.of(grace ? GrantedLine.Flag.GRACE : GrantedLine.Flag.OVERAGE);
  }

  private static Standing standing(Cap cap, long since, long now) {
    return switch (cap.terms.enforcement()) {
      case Enforcement.Hard _ -> Standing.WITHIN;
      case Enforcement.Soft(var grace, var _) -> {
        Instant until = Instant.ofEpochMilli(since).plus(grace);
        yield Instant.ofEpochMilli(now).isBefore(until)
            ? new Standing.Grace(until)
            : Standing.OVERAGE;
      }
    };
  }

  /// No grace is over yet while leases end that end at the same instant (A8).
  private void tell(Cap cap) {
    Standing standing = standing(cap, world.leasesEnd ? world.now - 1 : world.now);
    if (!standing.equals(cap.told)) {
      cap.told = standing;
      world.say(
          new Event.StandingChanged(
              cap.path, cap.ref(), cap.type, standing, world.used(cap), cap.allowance()));
    }
  }

  private static boolean isSoft(Cap cap) {
    return cap.terms.enforcement() instanceof Enforcement.Soft;
  }
}
