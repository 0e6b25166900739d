package dev.headroom.sandbox.trace;

import java.util.Locale;
import java.util.Optional;

/// The kinds of trace that can be read.
public enum TraceFormat {
  /// Requests to a language model: CSV with the columns `TIMESTAMP,ContextTokens,GeneratedTokens`.
  LLM("an LLM trace (TIMESTAMP,ContextTokens,GeneratedTokens)"),
  /// Jobs of a computing cluster in the Standard Workload Format 2.2: 18 columns, `;` comments.
  SWF("an SWF log (18 whole numbers a line)");

  private final String description;

  TraceFormat(String description) {
    this.description = description;
  }

  /// How the command line names it: `llm`, `swf`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The format that a word of the command line names.
  public static Optional<TraceFormat> ofWord(String word) {
    for (TraceFormat format : values()) {
      if (format.word().equals(word)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /// What it is, in words that follow "this is".
  String description() {
    return description;
  }

  /// A new parser for one file of this format.
  RowParser parser() {
    return switch (this) {
      case LLM -> new LlmParser();
      case SWF -> new SwfParser();
    };
  }
}
