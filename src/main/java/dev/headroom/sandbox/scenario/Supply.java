package dev.headroom.sandbox.scenario;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.ResourceType;

/// A pool that serves everyone, said by what they are expected to use; in a large population, one
/// for each user.
///
/// @param id its name
/// @param type what it holds
/// @param percent how much of it is in use on average; of spent types, of what is refilled
/// @param onConflict who goes first when it runs short
record Supply(String id, ResourceType type, int percent, ConflictStrategy onConflict) {}
