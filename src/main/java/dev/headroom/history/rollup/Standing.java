package dev.headroom.history.rollup;

/// How a type stands at a place after the last event, and what was reserved of it.
final class Standing {
  final long place;
  final int type;
  final Running<HoldingRow> rows = new Running<>(HoldingRow::begin, HoldingRow::add);
  long reserved;
  long inUse;
  long sampled;
  boolean listed;

  Standing(long place, int type) {
    this.place = place;
    this.type = type;
  }

  /// A row for what happens from now on in a minute, which begins as the type stands.
  ///
  /// @param minute its first millisecond
  HoldingRow begin(long minute) {
    HoldingRow row = HoldingRow.begin(new Cell(place, Grain.MINUTE, minute), type, this);
    rows.at(Grain.MINUTE, minute).ifPresent(before -> row.consume(before.busiest()));
    return rows.begin(row);
  }
}
