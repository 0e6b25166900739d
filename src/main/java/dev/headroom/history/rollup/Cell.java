package dev.headroom.history.rollup;

/// One stretch of time at one place.
///
/// @param place the number of the scope or pool
/// @param start its first millisecond
record Cell(long place, Grain grain, long start) {}
