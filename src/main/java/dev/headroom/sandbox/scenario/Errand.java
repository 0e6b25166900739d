package dev.headroom.sandbox.scenario;

import dev.headroom.model.ScopePath;

/// One task to be done.
///
/// @param run whose it is
/// @param task what it is
/// @param step where
/// @param millis how long it takes, once it has what it needs
record Errand(Run run, Task task, ScopePath step, long millis) {}
