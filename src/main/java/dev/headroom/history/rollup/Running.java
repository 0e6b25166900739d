package dev.headroom.history.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// The rows of one kind in which events are counted now. Events go into one that has only what
/// happened in this minute and is in no other row yet; from there they get into those of all grains
/// together.
final class Running<R extends Row> {
  private final BiFunction<R, Cell, R> begin;
  private final BiConsumer<R, R> add;
  private final List<Optional<R>> rows = new ArrayList<>(Grain.ALL.size());
  private Optional<R> newest = Optional.empty();

  /// @param begin makes an empty row of a cell, from the newest that is to be added to it
  /// @param add adds a newest row to another
  Running(BiFunction<R, Cell, R> begin, BiConsumer<R, R> add) {
    this.begin = begin;
    this.add = add;
    Grain.ALL.forEach(_ -> rows.add(Optional.empty()));
  }

  /// Takes one that was begun before.
  void put(R row) {
    rows.set(row.grain.ordinal(), Optional.of(row));
  }

  /// The row into which events go, where there is one.
  Optional<R> newest() {
    return newest;
  }

  /// Has events go into a row.
  R begin(R row) {
    newest = Optional.of(row);
    return row;
  }

  /// The row of a stretch, where there is one.
  Optional<R> at(Grain grain, long start) {
    return rows.get(grain.ordinal()).filter(row -> row.start == start);
  }

  /// Adds what is newest to the rows of all grains.
  ///
  /// @param now the stretches in which it happened
  /// @param changed takes each of those rows
  void spread(Stretches now, Consumer<Row> changed) {
    newest.ifPresent(next -> {
      for (Grain grain : Grain.ALL) {
        R row = row(next, grain, now.start(grain));
        add.accept(row, next);
        changed.accept(row);
      }
    });
    newest = Optional.empty();
  }

  private R row(R next, Grain grain, long start) {
    Optional<R> known = at(grain, start);
    if (known.isPresent()) {
      return known.get();
    }
    R begun = begin.apply(next, new Cell(next.place, grain, start));
    put(begun);
    return begun;
  }
}
