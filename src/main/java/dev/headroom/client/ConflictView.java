package dev.headroom.client;

import dev.headroom.model.Conflict;
import dev.headroom.model.WaitStatus;
import java.util.List;

/// One conflict with those who wait.
///
/// @param conflict its story
/// @param waiting those who wait, in turn, as many as were asked for
public record ConflictView(Conflict conflict, List<WaitStatus> waiting) {}
