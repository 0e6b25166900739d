package dev.headroom.console.viewmodel;

import dev.headroom.model.Config;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Where a copy comes from, to try things out on. What it was copied from stays open meanwhile.
///
/// @param place what was copied
/// @param at as it was at that instant
/// @param config the limits, pools and settings that held then
/// @param demand of how long a span the demand is asked for again and again; empty where there is
///   none
/// @param leave lets go of the copy alone; may take its time
public record Origin(
    OpenPlace place, Instant at, Config config, Optional<Duration> demand, Runnable leave) {}
