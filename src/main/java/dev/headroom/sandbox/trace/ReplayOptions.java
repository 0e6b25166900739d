package dev.headroom.sandbox.trace;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Config;
import dev.headroom.model.InvalidValueException;
import java.time.Duration;
import java.util.Optional;

/// How a trace is to be replayed.
///
/// @param format what the file is said to hold; else its content tells
/// @param config the settings, limits and pools that hold from before the first row
/// @param seed where everything comes from that the trace does not say
/// @param maxWait how long every request may wait; zero for not at all
/// @param leastPercent how much of its processors or tokens every request is content with, 1 to 100
/// @param warmUp whether first rows are run through engines that are thrown away, so that the speed
///   in the report is not that of code which the Java runtime is still compiling
public record ReplayOptions(
    Optional<TraceFormat> format,
    Config config,
    long seed,
    Duration maxWait,
    int leastPercent,
    boolean warmUp) {

  /// @throws InvalidValueException where the wait or the percentage is out of range
  public ReplayOptions {
    if (maxWait.isNegative() || maxWait.compareTo(AllocationRequest.WAIT_MAX) > 0) {
      throw new InvalidValueException(
          "a maximum wait is between PT0S and %s, not %s", AllocationRequest.WAIT_MAX, maxWait);
    }
    if (leastPercent < 1 || leastPercent > 100) {
      throw new InvalidValueException(
          "the least of a request is between 1 and 100 percent, not %d", leastPercent);
    }
  }
}
