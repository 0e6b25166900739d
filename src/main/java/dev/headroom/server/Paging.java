package dev.headroom.server;

import dev.headroom.client.json.Cursor;
import dev.headroom.wire.json.Page;
import dev.headroom.wire.json.Scalar;
import java.util.List;
import java.util.Optional;

/// Lists in pages. A cursor says how many items came before; callers take it as it is.
final class Paging {
  /// Most items of a page.
  static final int LIMIT_MAX = 1000;

  /// How many there are where it is not said.
  static final int LIMIT_DEFAULT = 100;

  static final Parameter<Integer> LIMIT =
      Parameter.byDefault(
          "limit", Scalar.integer(0, LIMIT_MAX), LIMIT_DEFAULT, "how many items at most");

  static final Parameter<Integer> CURSOR =
      Parameter.byDefault("cursor", Cursor.SHAPE, 0, "where the page before ended");

  private Paging() {}

  /// A page of a list.
  static <T> Page<T> page(List<T> items, long total, int offset) {
    return new Page<>(items, total, next(items.size(), total, offset));
  }

  /// The cursor of the next page.
  static Optional<String> next(int items, long total, int offset) {
    long end = (long) offset + items;
    return items > 0 && end < total && end <= Cursor.OFFSET_MAX
        ? Optional.of(Cursor.at((int) end))
        : Optional.empty();
  }
}
