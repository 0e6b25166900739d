package dev.headroom.model.suggestion;

import dev.headroom.model.InvalidValueException;
import dev.headroom.model.ScopePath;
import java.time.Duration;

/// What suggestions are looked for.
///
/// @param path at and below which scope
/// @param span in the last so much time, as far as that is kept; at least [Advice#SPAN_LEAST]
public record SuggestionQuery(ScopePath path, Duration span) {
  /// The span where nobody says another.
  public static final Duration SPAN_USUAL = Duration.ofDays(1);

  /// The longest span.
  public static final Duration SPAN_MAX = Duration.ofDays(31);

  /// @throws InvalidValueException where the span is out of range
  public SuggestionQuery {
    if (span.compareTo(Advice.SPAN_LEAST) < 0 || span.compareTo(SPAN_MAX) > 0) {
      throw new InvalidValueException(
          "suggestions are made of %s to %s, not %s", Advice.SPAN_LEAST, SPAN_MAX, span);
    }
  }

  /// At and below a scope, in the usual span.
  public static SuggestionQuery of(ScopePath path) {
    return new SuggestionQuery(path, SPAN_USUAL);
  }
}
