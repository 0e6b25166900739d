package dev.headroom.model.forecast;

import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a scope will go on to use, and when its own limits and pools run out.
///
/// @param path the scope, with all below it
/// @param at when that was said
/// @param since from when on all that happened is known; empty where nothing is
/// @param demands of every type of which anything was used, or that is constrained here
/// @param constraints of the limits and pools of this very scope
public record UsageForecast(
    ScopePath path,
    Instant at,
    Optional<Instant> since,
    List<DemandForecast> demands,
    List<ConstraintForecast> constraints) {}
