package dev.headroom.console.viewmodel;

import dev.headroom.client.Instance;
import dev.headroom.client.PastReach;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// A stay in the past.
///
/// @param present the instance that goes on
/// @param zone by whose clocks times are told
/// @param until when the stay began
/// @param since from when on there is anything to see
/// @param at which instant is shown, or was asked for
/// @param then how it was; empty before anything is shown
/// @param pinned another instant, to compare with
/// @param origin where all that comes from
public record Stay(
    Instance present,
    ZoneId zone,
    Instant until,
    Instant since,
    Instant at,
    Optional<Instance> then,
    Optional<Pin> pinned,
    PastOrigin origin) {

  /// An instant to compare with.
  ///
  /// @param then how it was
  public record Pin(Instant at, Instance then) {}

  static Stay begin(Instance present, PastReach reach, boolean recorded) {
    return new Stay(
        present,
        reach.zone(),
        reach.until(),
        reach.since(),
        reach.until(),
        Optional.empty(),
        Optional.empty(),
        PastOrigin.of(reach, recorded));
  }

  /// Whether another instant of the same stay is this.
  public boolean isSameStay(Stay other) {
    return present.equals(other.present) && since.equals(other.since);
  }

  /// How much time can be seen.
  public Duration length() {
    return Duration.between(since, until);
  }

  Stay to(Instant other) {
    return new Stay(present, zone, until, since, other, then, pinned, origin);
  }

  Stay showing(Instance other) {
    return new Stay(present, zone, until, since, at, Optional.of(other), pinned, origin);
  }

  Stay pinning(Optional<Pin> pin) {
    return new Stay(present, zone, until, since, at, then, pin, origin);
  }

  Stay upTo(Instant later) {
    return new Stay(present, zone, later, since, at, then, pinned, origin);
  }

  /// Whether an instance is one that is looked at.
  boolean needs(Instance instance) {
    return then.equals(Optional.of(instance))
        || pinned.filter(pin -> pin.then().equals(instance)).isPresent();
  }

  /// The instant that can be seen nearest to a wished one.
  Instant within(Instant wished) {
    Instant late = wished.isAfter(until) ? until : wished;
    return late.isBefore(since) ? since : late;
  }

  /// Whether there is nothing later to see.
  boolean isAtEnd() {
    return !at.isBefore(until);
  }

  /// Where the instant that is shown lies, from 0 for the first to 1 for the last.
  double part() {
    return (double) Duration.between(since, at).toMillis() / Math.max(1, length().toMillis());
  }

  /// The instant at a part of all that can be seen, from 0 for the first to 1 for the last.
  Instant atPart(double part) {
    return since.plusMillis(Math.round(length().toMillis() * part));
  }

  /// The time of day of an instant, as it is told here.
  String tell(Instant instant) {
    return Times.clock(until, instant, zone);
  }

  /// How far back can be seen, in words.
  String range() {
    return origin == PastOrigin.RECORDED
        ? Wording.text("past.recorded", tell(since), Times.clock(since, until, zone))
        : Wording.text("past.range", Times.span(length()));
  }
}
