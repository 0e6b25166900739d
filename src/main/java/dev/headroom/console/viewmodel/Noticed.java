package dev.headroom.console.viewmodel;

/// What the console tells of by itself, wherever one looks.
public enum Noticed {
  ALL,
  /// Only what somebody must see to soon.
  CRITICAL,
  NOTHING
}
