package dev.headroom.app.bench;

/// What one decision in a conflict costs.
///
/// @param what which decision: `next grant` or `preemption`
/// @param size among how many waiters, or how many holders
/// @param nanos how long it took half of the time at most, in nanoseconds
/// @param nanosP99 the same for 99 % of them
public record ContendedRun(String what, int size, long nanos, long nanosP99) {}
