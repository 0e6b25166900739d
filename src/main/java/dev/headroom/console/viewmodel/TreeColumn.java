package dev.headroom.console.viewmodel;

/// A column of the scope tree that can be shown or not; the one of names always is.
public enum TreeColumn {
  HEADROOM,
  BARS,
  /// By how much use rises or falls; see [Trends].
  TREND,
  /// What was paid, and when use changed last; see [CostReading].
  COST,
  ATTENTION
}
