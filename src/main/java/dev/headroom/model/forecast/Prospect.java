package dev.headroom.model.forecast;

/// What is to be expected of a constraint.
public enum Prospect {
  /// Nothing is left of it already.
  EXHAUSTED,
  /// It is used up, most likely, before its window ends or within the time that was looked at.
  EXPECTED,
  /// It may be used up by then, but most likely is not.
  POSSIBLE,
  /// It is not used up by then, not even if more is used than is likely.
  NOT_EXPECTED,
  /// Too little was seen to say.
  UNKNOWN
}
