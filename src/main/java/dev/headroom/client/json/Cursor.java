package dev.headroom.client.json;

import dev.headroom.model.InvalidValueException;
import dev.headroom.wire.json.Scalar;
import dev.headroom.wire.json.Shape;

/// Where a page of a list begins: how many items come before it. Programs take a cursor as it came
/// with the page before; only our own client makes some.
public final class Cursor {
  /// Most items that come before a page.
  public static final int OFFSET_MAX = 100_000_000;

  /// Its shape.
  public static final Shape<Integer> SHAPE =
      Scalar.text("a cursor that came with a page", "", Cursor::offset, Cursor::at);

  private Cursor() {}

  /// The cursor of the page that begins after so many items.
  public static String at(int offset) {
    return "p" + Integer.toString(offset, Character.MAX_RADIX);
  }

  private static int offset(String cursor) {
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
