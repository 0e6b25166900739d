package dev.headroom.wire;

import java.util.List;

/// A value of a document as it was written, before anyone asks what it means.
sealed interface Node {
  /// The line where it starts, counted from 1.
  int line();

  /// The value in words, for "must be …, not …".
  String described();

  /// Keys and values, in the document's order; a key that was written twice is here twice.
  record Mapping(int line, List<Entry> entries) implements Node {
    @Override
    public String described() {
      return "a mapping";
    }
  }

  /// One key of a mapping and its value.
  record Entry(int line, String key, Node value) {}

  /// A list.
  record Sequence(int line, List<Node> items) implements Node {
    @Override
    public String described() {
      return "a list";
    }
  }

  /// Anything else.
  ///
  /// @param text as it was written, without quotes
  record Scalar(int line, Kind kind, String text) implements Node {
    private static final int SHOWN_LENGTH_MAX = 60;

    @Override
    public String described() {
      String shown =
          text.length() <= SHOWN_LENGTH_MAX ? text : text.substring(0, SHOWN_LENGTH_MAX) + "…";
      return switch (kind) {
        case TEXT -> "the text \"" + shown + "\"";
        case NUMBER -> "the number " + shown;
        case BOOLEAN -> shown;
        case NULL -> "nothing";
      };
    }
  }

  /// What a scalar looks like; quotes make it text.
  enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    NULL
  }
}
