package dev.headroom.client;

import dev.headroom.model.Conflict;
import java.util.List;

/// A page of conflicts.
///
/// @param conflicts the newest first
/// @param total how many there are in all
public record ConflictPage(List<Conflict> conflicts, int total) {}
