package dev.headroom.sandbox.scenario;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.SharingPolicy;

/// A pool, said by what those whom it serves are expected to use. One that serves everyone is, in a
/// large population, one for each user.
///
/// @param id its name
/// @param type what it holds
/// @param percent how much of it is in use on average; of spent types, of what is refilled
/// @param onConflict who goes first when it runs short
/// @param sharing how those who share it share it then
/// @param guaranteedPercent how much of it is guaranteed to its members, to each the same; else it
///   names no members
/// @param borrowingPercent how much it may borrow, of its own capacity
/// @param costPerUnit what a unit costs
record Supply(
    String id,
    ResourceType type,
    int percent,
    ConflictStrategy onConflict,
    SharingPolicy sharing,
    int guaranteedPercent,
    int borrowingPercent,
    Money costPerUnit) {

  /// One that costs nothing, lives on its own, and is not shared by any policy.
  Supply(String id, ResourceType type, int percent, ConflictStrategy onConflict) {
    this(id, type, percent, onConflict, SharingPolicy.PRIORITY, 0, 0, Money.ZERO);
  }

  /// The same, shared by a policy.
  Supply sharedBy(SharingPolicy policy) {
    return new Supply(
        id, type, percent, onConflict, policy, guaranteedPercent, borrowingPercent, costPerUnit);
  }

  /// The same, some of it guaranteed to those who share it.
  Supply guaranteeing(int percentInAll) {
    return new Supply(
        id,
        type,
        percent,
        onConflict,
        SharingPolicy.QUOTA,
        percentInAll,
        borrowingPercent,
        costPerUnit);
  }

  /// The same, able to borrow from the next pool up.
  Supply borrowing(int percentOfItself) {
    return new Supply(
        id, type, percent, onConflict, sharing, guaranteedPercent, percentOfItself, costPerUnit);
  }

  /// The same at a price.
  Supply costing(Money perUnit) {
    return new Supply(
        id, type, percent, onConflict, sharing, guaranteedPercent, borrowingPercent, perUnit);
  }
}
