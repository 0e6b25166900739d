package dev.headroom.sandbox.scenario;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.ResourceType;
import dev.headroom.model.SharingPolicy;

/// A pool that serves everyone, said by what they are expected to use; in a large population, one
/// for each user.
///
/// @param id its name
/// @param type what it holds
/// @param percent how much of it is in use on average; of spent types, of what is refilled
/// @param onConflict who goes first when it runs short
/// @param sharing how those who share it share it then
record Supply(
    String id, ResourceType type, int percent, ConflictStrategy onConflict, SharingPolicy sharing) {

  /// One that is not shared by any policy.
  Supply(String id, ResourceType type, int percent, ConflictStrategy onConflict) {
    this(id, type, percent, onConflict, SharingPolicy.PRIORITY);
  }

  /// The same, shared by a policy.
  Supply sharedBy(SharingPolicy policy) {
    return new Supply(id, type, percent, onConflict, policy);
  }
}
