package dev.headroom.model.forecast;

import java.time.Duration;
import java.time.Instant;

/// What a forecast was made of: what was used in each of some stretches of time, all of the same
/// length.
///
/// @param bucket how long each is
/// @param buckets how many; those before anything was used do not count
/// @param since when the first begins
public record Basis(Duration bucket, int buckets, Instant since) {}
