package dev.headroom.server;

import dev.headroom.model.InvalidValueException;
import dev.headroom.wire.json.Page;
import dev.headroom.wire.json.Scalar;
import dev.headroom.wire.json.Shape;
import java.util.List;
import java.util.Optional;

/// Lists in pages. A cursor says how many items came before; callers take it as it is.
final class Paging {
  /// Most items of a page.
  static final int LIMIT_MAX = 1000;

  private static final int LIMIT_DEFAULT = 100;
  private static final int OFFSET_MAX = 100_000_000;

  static final Parameter<Integer> LIMIT =
      Parameter.byDefault(
          "limit", Scalar.integer(1, LIMIT_MAX), LIMIT_DEFAULT, "how many items at most");

  private static final Shape<Integer> OFFSET =
      Scalar.text("a cursor that came with a page", "", Paging::read, Paging::write);

  static final Parameter<Integer> CURSOR =
      Parameter.byDefault("cursor", OFFSET, 0, "where the page before ended");

  private Paging() {}

  /// A page of a list.
  static <T> Page<T> page(List<T> items, long total, int offset) {
    return new Page<>(items, total, next(items.size(), total, offset));
  }

  /// The cursor of the next page.
  static Optional<String> next(int items, long total, int offset) {
    long end = (long) offset + items;
    return items > 0 && end < total && end <= OFFSET_MAX
        ? Optional.of(write((int) end))
        : Optional.empty();
  }

  private static String write(Integer offset) {
    return "p" + Integer.toString(offset, Character.MAX_RADIX);
  }

  private static Integer read(String cursor) {
    try {
      int offset = Integer.parseInt(cursor, 1, cursor.length(), Character.MAX_RADIX);
      if (cursor.startsWith("p") && offset >= 0 && offset <= OFFSET_MAX) {
        return offset;
      }
    } catch (NumberFormatException | IndexOutOfBoundsException malformed) {
      throw new InvalidValueException("must be a cursor that came with a page");
    }
    throw new InvalidValueException("must be a cursor that came with a page");
  }
}
