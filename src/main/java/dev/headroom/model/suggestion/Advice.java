package dev.headroom.model.suggestion;

import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// All that could be done better at and below a scope, as far as a span tells.
///
/// What nobody can know from a span is how callers would have behaved: what was denied is taken to
/// have gone on as the same work did where it was granted, and nobody to have asked more or less.
///
/// @param path at and below which scope
/// @param from the beginning of the span that was replayed
/// @param to its end, the present
/// @param requests how many requests for resources there were in it
/// @param suggestions those that nobody dismissed, the best first
/// @param dismissed those that somebody did, and that have not changed since
public record Advice(
    ScopePath path,
    Instant from,
    Instant to,
    long requests,
    List<Suggestion> suggestions,
    List<Dismissed> dismissed) {
  /// Less tells nothing.
  public static final Duration SPAN_LEAST = Duration.ofMinutes(10);

  public Advice {
    suggestions = List.copyOf(suggestions);
    dismissed = List.copyOf(dismissed);
  }

  /// Whether too little has happened yet to suggest anything.
  public boolean isTooYoung() {
    return Duration.between(from, to).compareTo(SPAN_LEAST) < 0;
  }

  /// A suggestion that stays away, and why.
  public record Dismissed(Suggestion suggestion, Dismissal why) {}
}
