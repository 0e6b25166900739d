package dev.headroom.model;

/// Where an alert is in its life (rule T2).
public enum AlertState {
  /// Its threshold is exceeded, but not for long enough yet.
  PENDING,
  /// It stands and nobody has said so.
  ACTIVE,
  /// It stands and someone knows.
  ACKNOWLEDGED,
  /// It is kept out of sight for a while, whether it stands or not.
  SHELVED,
  /// It stands no more, but nobody has acknowledged it.
  CLEARED
}
