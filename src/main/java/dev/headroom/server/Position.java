package dev.headroom.server;

import dev.headroom.model.InvalidValueException;
import dev.headroom.wire.json.Disguise;
import java.util.Optional;

/// Where a stream of events goes on: after the number in `Last-Event-ID`, which a reader sends when
/// it connects again, or else in `?after=`.
final class Position {
  private static final int DIGITS_MAX = 18;

  private Position() {}

  /// The number; empty where it is none.
  static Optional<Long> of(HttpCall call) {
    String text =
        call.header("last-event-id").orElseGet(() -> call.query().getOrDefault("after", "0"));
    boolean number =
        !text.isEmpty()
            && text.length() <= DIGITS_MAX
            && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    return number ? own(Long.parseLong(text)) : Optional.empty();
  }

  private static Optional<Long> own(long said) {
    try {
      return Optional.of(Disguise.current().own(Disguise.Kind.EVENT, said));
    } catch (InvalidValueException neverTold) {
      return Optional.empty();
    }
  }

  static HttpAnswer invalid() {
    return Problem.unreadable(
        "/after", "must be the number of an event that was told, as in ?after=17 or Last-Event-ID");
  }
}
