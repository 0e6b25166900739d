package dev.headroom.history.rollup;

import dev.headroom.model.ResourceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A scope or pool with its sums of now.
final class Place {
  final long number;
  private final Map<Long, Running<UsageRow>> usage = new HashMap<>();
  private final List<Running<HoldingRow>> holdings =
      ResourceType.ALL.stream().map(_ -> new Running<HoldingRow>()).toList();
  private final List<Standing> standings;
  private final Running<DemandRow> demand = new Running<>();

  /// @param number by which rows name it
  Place(long number) {
    this.number = number;
    this.standings =
        ResourceType.ALL.stream().map(type -> new Standing(number, type.ordinal())).toList();
  }

  /// What is consumed of a type under a category.
  UsageRow usage(Cell cell, int type, long category) {
    return usageOf(type, category).at(cell, at -> new UsageRow(at, type, category));
  }

  private Running<UsageRow> usageOf(int type, long category) {
    return usage.computeIfAbsent(category * ResourceType.ALL.size() + type, _ -> new Running<>());
  }

  /// What is reserved of a type; a new row begins as the type stands.
  HoldingRow holding(Cell cell, int type) {
    return holdings.get(type).at(cell, at -> HoldingRow.begin(at, type, standings.get(type)));
  }

  /// What becomes of requests.
  DemandRow demand(Cell cell) {
    return demand.at(cell, DemandRow::new);
  }

  /// How a type stands.
  Standing standing(int type) {
    return standings.get(type);
  }

  /// Takes a row that was begun before.
  void put(Row row) {
    row.fresh = false;
    switch (row) {
      case UsageRow consumed -> usageOf(consumed.type, consumed.category).put(consumed);
      case HoldingRow held -> holdings.get(held.type).put(held);
      case DemandRow asked -> demand.put(asked);
    }
  }
}
