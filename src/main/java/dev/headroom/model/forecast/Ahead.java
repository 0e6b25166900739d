package dev.headroom.model.forecast;

import java.time.Instant;
import java.util.Optional;

/// What is expected at or by an instant to come, with the bounds between which it lies in four of
/// five cases.
///
/// @param at the instant
/// @param expected the most likely
/// @param low it will be less in one of ten cases
/// @param high it will be more in one of ten cases; empty where too little was seen to say
public record Ahead(Instant at, long expected, long low, Optional<Long> high) {}
