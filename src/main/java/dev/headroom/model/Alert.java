package dev.headroom.model;

import java.time.Instant;
import java.util.Optional;

/// An alert; there is one per constraint and threshold (rules T1, T2), and one per constraint that
/// is expected to run out (rule T5).
///
/// @param constraint whose threshold was crossed
/// @param type what it constrains
/// @param percent the threshold; [AlertRef#FORECAST] where it says so beforehand
/// @param severity how urgent
/// @param raisedAt when it was crossed, the last time if that happened before
/// @param repeats how often it was crossed before, having cleared in between
/// @param used what is used now
/// @param allowance what may be used now
/// @param life where it is in its life
/// @param forecast when the constraint is expected to run out; empty unless it says that beforehand
public record Alert(
    ConstraintRef constraint,
    ResourceType type,
    int percent,
    Severity severity,
    Instant raisedAt,
    int repeats,
    long used,
    long allowance,
    Life life,
    Optional<Exhaustion> forecast) {

  /// Where an alert is in its life.
  ///
  /// @param state that it shows
  /// @param stands whether its threshold is exceeded
  /// @param acknowledgement who knows, if anyone does
  /// @param shelvedUntil until when it is kept out of sight, if it is
  public record Life(
      AlertState state,
      boolean stands,
      Optional<Acknowledgement> acknowledgement,
      Optional<Instant> shelvedUntil) {
    /// That of an alert that stands and that nobody has dealt with.
    public static final Life ACTIVE =
        new Life(AlertState.ACTIVE, true, Optional.empty(), Optional.empty());
  }

  /// Who knows of an alert.
  ///
  /// @param author who
  /// @param note what they say about it; may be empty below 100 %
  /// @param at when they said so
  public record Acknowledgement(String author, String note, Instant at) {}

  /// Its name.
  public AlertRef ref() {
    return new AlertRef(constraint, percent);
  }
}
