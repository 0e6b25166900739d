package dev.headroom.history.report;

import dev.headroom.history.rollup.UsageRow;
import dev.headroom.model.Money;

/// What was consumed and what it cost.
final class Consumed {
  long records;
  long consumed;
  long beyond;
  long costMicros;
  long overageMicros;

  void add(UsageRow row) {
    records = Math.addExact(records, row.records());
    consumed = Math.addExact(consumed, row.consumed());
    beyond = Math.addExact(beyond, row.beyond());
    costMicros = Money.sumOfMicros(costMicros, row.costMicros());
    overageMicros = Money.sumOfMicros(overageMicros, row.overageMicros());
  }

  /// Overage charges included.
  long totalMicros() {
    return Money.sumOfMicros(costMicros, overageMicros);
  }
}
