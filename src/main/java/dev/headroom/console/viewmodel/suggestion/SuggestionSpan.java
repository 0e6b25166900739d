package dev.headroom.console.viewmodel.suggestion;

import dev.headroom.console.viewmodel.Wording;
import java.time.Duration;

/// In how much of what happened suggestions are looked for.
public enum SuggestionSpan {
  HOUR(Duration.ofHours(1)),
  DAY(Duration.ofDays(1)),
  WEEK(Duration.ofDays(7)),
  MONTH(Duration.ofDays(31));

  private final Duration length;

  SuggestionSpan(Duration length) {
    this.length = length;
  }

  Duration length() {
    return length;
  }

  /// What it is called.
  public String title() {
    return Wording.text("suggestion.span." + name());
  }
}
