package dev.headroom.sink.webhook;

import java.time.Duration;
import java.util.Optional;

/// What came of a request.
sealed interface Receipt {
  /// Whoever takes it has it.
  record Delivered() implements Receipt {}

  /// It is not wanted, and saying it again would not help.
  record Unwanted(String reason) implements Receipt {}

  /// It did not work this time.
  ///
  /// @param retryAfter how long to wait at least, if that was said
  record Failed(String reason, Optional<Duration> retryAfter) implements Receipt {}
}
