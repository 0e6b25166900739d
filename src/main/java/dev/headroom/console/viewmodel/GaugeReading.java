package dev.headroom.console.viewmodel;

/// One resource type of the scope page, ready to be shown as a tile.
///
/// @param name what is measured, with its window, for example `Tokens per day`
/// @param value the number to read from across the room, for example `38.8k`
/// @param of what it is measured against, for example `of 40k · resets in 2 h`
/// @param left what is left and whose constraint says so, for example `1.2k left, bound by user
///   ada`
/// @param percent how full, rounded down; at least 0
/// @param level how pressing
/// @param sentence the whole of it, exact, for hover and for screen readers
public record GaugeReading(
    String name, String value, String of, String left, int percent, Level level, String sentence) {}
