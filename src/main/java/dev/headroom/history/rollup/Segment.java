package dev.headroom.history.rollup;

/// A part of a span that is read from rows of one grain.
///
/// @param from its first millisecond, where a stretch of the grain begins
/// @param to the first after it, where one ends
public record Segment(Grain grain, long from, long to) {}
