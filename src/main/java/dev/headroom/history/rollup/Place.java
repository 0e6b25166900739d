package dev.headroom.history.rollup;

import dev.headroom.model.ResourceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A scope or pool with its sums of now.
final class Place {
  final long number;
  private final Map<Long, Running<UsageRow>> usage = new HashMap<>();
  private final List<Standing> standings;
  private final Running<DemandRow> demand = new Running<>(DemandRow::begin, DemandRow::add);

  /// @param number by which rows name it
  Place(long number) {
    this.number = number;
    this.standings =
        ResourceType.ALL.stream().map(type -> new Standing(number, type.ordinal())).toList();
  }

  /// What is consumed of a type under a category.
  Running<UsageRow> usage(int type, long category) {
    return usage.computeIfAbsent(
        category * ResourceType.ALL.size() + type,
        _ -> new Running<>(UsageRow::begin, UsageRow::add));
  }

  /// What becomes of requests.
  Running<DemandRow> demand() {
    return demand;
  }

  /// How a type stands, and what is reserved of it.
  Standing standing(int type) {
    return standings.get(type);
  }

  /// Takes a row that was begun before.
  void put(Row row) {
    row.fresh = false;
    switch (row) {
      case UsageRow consumed -> usage(consumed.type, consumed.category).put(consumed);
      case HoldingRow held -> standing(held.type).rows.put(held);
      case DemandRow asked -> demand.put(asked);
    }
  }
}
