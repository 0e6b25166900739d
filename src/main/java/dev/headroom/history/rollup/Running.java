package dev.headroom.history.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The rows of one kind in which events are counted now, one for each grain.
final class Running<R extends Row> {
  private final List<Optional<R>> rows = new ArrayList<>();

  Running() {
    Grain.ALL.forEach(_ -> rows.add(Optional.empty()));
  }

  /// Takes one that was begun before.
  void put(R row) {
    rows.set(row.grain.ordinal(), Optional.of(row));
  }

  /// The row of a cell.
  ///
  /// @param make begins one where there is none
  R at(Cell cell, Function<Cell, R> make) {
    Optional<R> row = rows.get(cell.grain().ordinal());
    if (row.isPresent() && row.get().start == cell.start()) {
      return row.get();
    }
    R begun = make.apply(cell);
    put(begun);
    return begun;
  }
}
