package dev.headroom.sandbox;

import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.Optional;

/// A disturbance that is thrown into a world at an instant of it. From the same beginning, the same
/// injections have the same course.
///
/// @param what is thrown in
/// @param wanted at or below which scope; empty for wherever chance says
/// @param at when, in simulated time
/// @param endedAt when it was ended by hand; empty for never
public record Injection(
    Disturbance what, Optional<ScopePath> wanted, Instant at, Optional<Instant> endedAt) {

  /// One that lasts as long as it does.
  public Injection(Disturbance what, Optional<ScopePath> wanted, Instant at) {
    this(what, wanted, at, Optional.empty());
  }

  Injection endedAt(Instant instant) {
    return new Injection(what, wanted, at, Optional.of(instant));
  }
}
