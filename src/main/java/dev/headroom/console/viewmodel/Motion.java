package dev.headroom.console.viewmodel;

/// How much may move in a window that nobody has moved.
public enum Motion {
  /// As the system is set, also when that changes.
  SYSTEM,
  FULL,
  /// Nothing slides, fades or runs.
  REDUCED
}
