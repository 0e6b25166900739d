package dev.headroom.engine;

import dev.headroom.model.ResourceType;

/// Ranks scopes by how much of a type they use: what is reserved now and, of a spent type, what was
/// consumed since the scope exists. A scope uses no less than what is below it, so that among the
/// first are all that lead to them.
///
/// @param type of which
/// @param count how many of the first are wanted
public record UseRanking(ResourceType type, int count) {}
