package dev.headroom.console.viewmodel;

import java.util.List;

/// One resource type at one place, ready to be drawn as a bar and read as a sentence.
///
/// @param name what is measured, for example `Tokens`
/// @param level how pressing
/// @param consumed the share of the allowance that is consumed; may be beyond 1
/// @param reserved the share that is reserved on top of it
/// @param nominal where the nominal amount lies as a share of the allowance; 1 without rollover
/// @param ticks thresholds as shares of the allowance
/// @param inherited whether the allowance is not the scope's own but what its ancestors leave it
/// @param percent for example `83 %`; empty where nothing constrains it
/// @param detail for example `8.3k of 10k`
/// @param sentence the whole of it, exact, for hover and for screen readers
public record BarReading(
    String name,
    Level level,
    double consumed,
    double reserved,
    double nominal,
    List<Double> ticks,
    boolean inherited,
    String percent,
    String detail,
    String sentence) {

  /// The share of the allowance that is used; may be beyond 1.
  public double used() {
    return consumed + reserved;
  }
}
