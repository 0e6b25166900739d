package dev.headroom.client;

import dev.headroom.model.WaitStatus;
import java.util.List;

/// A page of waiting requests.
///
/// @param waits the most urgent first, then those who came first
/// @param total how many wait in all
public record WaitPage(List<WaitStatus> waits, int total) {}
