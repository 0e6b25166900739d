package dev.headroom.engine;

import dev.headroom.model.ScopePath;
import java.util.List;

/// The first of the scopes that were asked for, by their rank.
///
/// @param first as many as were asked for, the highest first
/// @param total how many there are in all
public record RankedScopes(List<ScopePath> first, int total) {}
