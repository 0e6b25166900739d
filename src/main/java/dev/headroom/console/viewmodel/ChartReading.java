package dev.headroom.console.viewmodel;

import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/// What a strip chart draws: the curves live on behind it, the rest is of one instant.
///
/// @param name what is measured
/// @param level how pressing it is now
/// @param used what was used, over time; a sample that is no number is a gap
/// @param allowance what might have been used, over time
/// @param amounts how an amount is written
/// @param base of the steps of its unit: 1000, or 1024 for bytes
/// @param nowMillis the instance's time
/// @param spanMillis how much of the past is shown
/// @param exhaustedAtMillis when the allowance will be used up if it goes on like this
/// @param zone the time zone of the axis
public record ChartReading(
    String name,
    Level level,
    TimeSeries used,
    TimeSeries allowance,
    LongFunction<String> amounts,
    int base,
    long nowMillis,
    long spanMillis,
    OptionalLong exhaustedAtMillis,
    ZoneId zone) {}
