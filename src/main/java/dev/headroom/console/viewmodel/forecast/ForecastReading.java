package dev.headroom.console.viewmodel.forecast;

import dev.headroom.console.viewmodel.Level;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/// What is used of one constraint, what was and what will be, ready to be drawn. Instants are in
/// epoch milliseconds.
///
/// @param title which constraint, of which scope
/// @param sentence when it runs out, for people
/// @param basis what that was made of, or that too little is known
/// @param level how pressing it is
/// @param past what was used, the earliest first; empty where that is not known
/// @param ahead what will be used, from now on; empty where too little is known
/// @param allowance what may be used
/// @param nowMillis when that was said
/// @param windowEnd when the window ends
/// @param runsOut when it runs out
/// @param amounts how an amount is written
/// @param base of the steps of its unit: 1000, or 1024 for bytes
/// @param zone the time zone of the axis
public record ForecastReading(
    String title,
    String sentence,
    String basis,
    Level level,
    List<Used> past,
    List<Ahead> ahead,
    long allowance,
    long nowMillis,
    OptionalLong windowEnd,
    Optional<RunsOut> runsOut,
    LongFunction<String> amounts,
    int base,
    ZoneId zone) {
  /// What was used.
  public record Used(long millis, long amount) {}

  /// What will be used.
  ///
  /// @param high empty where too little is known for bounds
  public record Ahead(long millis, long expected, long low, OptionalLong high) {}

  /// When it runs out.
  ///
  /// @param earliest in one of ten cases sooner
  /// @param expected most likely; empty where not in time
  /// @param latest in one of ten cases later; empty where not in time
  public record RunsOut(long earliest, OptionalLong expected, OptionalLong latest) {}
}
