package dev.headroom.app.bench;

import java.util.Locale;

/// What it takes to try a change set on a copy of an engine.
///
/// @param scopes how many there are, each with a limit for every type and an allocation
/// @param waiting how many requests wait, all of which the change set would let in
/// @param millis how long it took half of the time at most, in milliseconds
/// @param millisMax the longest
/// @param copyMillisMax how long the engine was copied, in which commands wait; the longest
/// @param cancelMillisMax how long it went on without asking whether it is cancelled; the longest
/// @param levels how many scopes would come to another level
/// @param over how many allocations would stand over
public record WhatIfRun(
    int scopes,
    int waiting,
    double millis,
    double millisMax,
    double copyMillisMax,
    double cancelMillisMax,
    int levels,
    int over) {
  /// As a line of a table.
  String row() {
    return String.format(
        Locale.ROOT,
        "%,10d %12.1f %8.1f %11.1f %20.1f",
        scopes,
        millis,
        millisMax,
        copyMillisMax,
        cancelMillisMax);
  }
}
