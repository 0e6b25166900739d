package dev.headroom.model;

import java.util.Map;
import java.util.Optional;

/// What an allocation consumed since the last record, not a running total (rule U1).
///
/// @param allocation whose reservation it comes from
/// @param type what was consumed; for held types, a sample of what is in use
/// @param consumed how much
/// @param cost what it cost, if the caller knows; else the pool's price applies
/// @param category what the cost is accounted under, for example a model's name; may be empty
/// @param labels the caller's own names and values
public record UsageRecord(
    AllocationId allocation,
    ResourceType type,
    long consumed,
    Optional<Money> cost,
    String category,
    Map<String, String> labels) {

  /// @throws InvalidValueException where a part is out of range
  public UsageRecord {
    Amount.require(consumed, 0, "a consumed amount");
    Labels.check(category, labels);
    labels = Labels.sorted(labels);
  }

  /// Usage without a cost, category or labels.
  public static UsageRecord of(AllocationId allocation, ResourceType type, long consumed) {
    return new UsageRecord(allocation, type, consumed, Optional.empty(), "", Map.of());
  }
}
