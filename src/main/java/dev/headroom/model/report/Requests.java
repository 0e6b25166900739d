package dev.headroom.model.report;

import dev.headroom.model.InvalidValueException;

/// What became of requests.
///
/// @param granted how many were granted
/// @param partly how many of those in part
/// @param denied how many were denied, at once or after a wait
/// @param queued how many began to wait
/// @param waited how many waits ended with a grant or a denial
/// @param waitedMillis how long those took together, in milliseconds
/// @param longestWaitMillis how long the longest took
/// @param preempted how many allocations were revoked for others
/// @param expired how many allocations ended because their time was over
public record Requests(
    long granted,
    long partly,
    long denied,
    long queued,
    long waited,
    long waitedMillis,
    long longestWaitMillis,
    long preempted,
    long expired) {
  /// Nothing.
  public static final Requests NONE = new Requests(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /// @throws InvalidValueException where a number is negative
  public Requests {
    if (Math.min(granted, Math.min(denied, waited)) < 0) {
      throw new InvalidValueException("numbers of requests are not negative");
    }
  }

  /// How long a wait took on average, in milliseconds: `waitedMillis ÷ waited`; 0 without waits.
  public long averageWaitMillis() {
    return waited == 0 ? 0 : waitedMillis / waited;
  }
}
