package dev.headroom.client;

import dev.headroom.model.Checkpoint;
import java.util.List;

/// A page of checkpoints, the newest first.
///
/// @param checkpoints those on this page
/// @param total how many there are
public record CheckpointPage(List<Checkpoint> checkpoints, int total) {}
