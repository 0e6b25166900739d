package dev.headroom.console.viewmodel;

/// Whether the console is light or dark.
public enum Shade {
  /// As the system is set, also when that changes.
  SYSTEM,
  LIGHT,
  DARK
}
