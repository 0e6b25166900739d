package dev.headroom.model.forecast;

import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Exhaustion;
import dev.headroom.model.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How much of a limit or a pool will be used, and when all of it is.
///
/// What is reserved now counts as used and is taken to stay so. Demand that was denied is not seen,
/// so of a constraint that denies much, more would be used than is said here.
///
/// @param constraint which
/// @param type of what
/// @param used what counts against it now
/// @param allowance what may be used: of a limit its allowance, of a pool its capacity
/// @param windowEnd when its window ends; empty without one
/// @param basis what the forecast was made of; empty where too little was seen
/// @param past what was used until now, the earliest first, as far as that is known; empty for
///   pools of spent types
/// @param ahead what will be used, the nearest first
/// @param until how far was looked: to the end of the window, or as far as was looked back
/// @param prospect in a word
/// @param exhaustion when it is used up
public record ConstraintForecast(
    ConstraintRef constraint,
    ResourceType type,
    long used,
    long allowance,
    Optional<Instant> windowEnd,
    Optional<Basis> basis,
    List<Past> past,
    List<Ahead> ahead,
    Instant until,
    Prospect prospect,
    Exhaustion exhaustion) {
  /// How much was used.
  ///
  /// @param at when
  public record Past(Instant at, long used) {}
}
