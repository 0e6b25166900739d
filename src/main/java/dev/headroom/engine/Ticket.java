package dev.headroom.engine;

/// What an allocation that wants to be requeued keeps of its first turn (rule Q3).
///
/// @param arrival its place in the order in which requests came
/// @param waitedMillis how long it has waited in all; neither aging nor the maximum wait begins
///   anew, and the time for which it held what it had counts for neither
record Ticket(long arrival, long waitedMillis) {}
