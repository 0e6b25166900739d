package dev.headroom.history.rollup;

import dev.headroom.model.Event;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;

/// What was consumed of a type under a category, and what it cost.
public final class UsageRow extends Row {
  final int type;
  final long category;
  long records;
  long consumed;
  long beyond;
  long costMicros;
  long overageMicros;

  UsageRow(Cell cell, int type, long category) {
    super(cell.place(), cell.grain(), cell.start());
    this.type = type;
    this.category = category;
  }

  /// Adds a record. Of held types, whose records are samples, only the cost adds up.
  void add(Event.Used used) {
    records++;
    if (used.type().isSpent()) {
      consumed = Math.addExact(consumed, used.amount());
      beyond = Math.addExact(beyond, used.beyond());
    }
    costMicros = Money.sumOfMicros(costMicros, used.cost().micros());
    overageMicros = Money.sumOfMicros(overageMicros, used.overageCharge().micros());
  }

  /// An empty one of another stretch.
  UsageRow begin(Cell cell) {
    return new UsageRow(cell, type, category);
  }

  /// Adds what another has.
  void add(UsageRow other) {
    records += other.records;
    consumed = Math.addExact(consumed, other.consumed);
    beyond = Math.addExact(beyond, other.beyond);
    costMicros = Money.sumOfMicros(costMicros, other.costMicros);
    overageMicros = Money.sumOfMicros(overageMicros, other.overageMicros);
  }

  /// Of which type.
  public ResourceType type() {
    return ResourceType.ALL.get(type);
  }

  /// The number of the category.
  public long category() {
    return category;
  }

  /// How many records.
  public long records() {
    return records;
  }

  /// How much, 0 for held types.
  public long consumed() {
    return consumed;
  }

  /// How much of it beyond reservations (U3).
  public long beyond() {
    return beyond;
  }

  /// What it cost without overage charges, in millionths.
  public long costMicros() {
    return costMicros;
  }

  /// What consumption beyond soft limits cost on top, in millionths (L6).
  public long overageMicros() {
    return overageMicros;
  }
}
