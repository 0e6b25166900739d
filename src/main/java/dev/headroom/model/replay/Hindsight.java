package dev.headroom.model.replay;

import dev.headroom.model.Listed;
import dev.headroom.model.ScopePath;
import java.time.Instant;

/// What a change set would have done to a span that is over, found out by replaying its demand.
///
/// @param from where the span begins; later than was asked for where what was before is not kept
///   any more
/// @param to where it ends
/// @param commands how many commands were asked in it
/// @param all of the whole instance, before and after
/// @param scopes those that would have fared otherwise, the one with the largest difference first:
///   by denials, then waiting, then cost
/// @param unknown what nobody can know
public record Hindsight(
    Instant from, Instant to, long commands, Fate all, Listed<Fate> scopes, Unknown unknown) {
  /// How many scopes are listed at most.
  public static final int LISTED_MAX = 100;

  /// How a scope fared, with all below it.
  ///
  /// @param path the scope
  /// @param before as it was
  /// @param after as it would have been
  public record Fate(ScopePath path, Account before, Account after) {}

  /// What limits how far this can be trusted: the callers of then were answered otherwise, and
  /// nobody knows what they would have done about it.
  ///
  /// @param newlyGranted how many requests were denied then and would have been granted: what they
  ///   would have used is not known, so they hold what they reserved until their lease ends
  /// @param newlyDenied how many requests were granted then and would have been denied
  /// @param leftOut how many commands were left out, since they were about something that would not
  ///   have been there: usage, renewals and releases of requests that would have been denied
  /// @param moved how many commands were made earlier or later, as much as the grant that they
  ///   followed
  /// @param overruled how many changes of limits, pools and settings were left out, since the
  ///   change set says otherwise
  /// @param refused how many commands were taken then and would have been refused
  public record Unknown(
      long newlyGranted, long newlyDenied, long leftOut, long moved, long overruled, long refused) {
    /// Nothing that is not known.
    public static final Unknown NONE = new Unknown(0, 0, 0, 0, 0, 0);
  }
}
