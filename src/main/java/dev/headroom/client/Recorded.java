package dev.headroom.client;

import java.time.Instant;

/// A recording that was made.
///
/// @param from the first instant of it
/// @param to the last
/// @param bytes how large its file is
public record Recorded(Instant from, Instant to, long bytes) {}
