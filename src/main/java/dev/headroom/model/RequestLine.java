package dev.headroom.model;

import java.util.List;

/// One thing that a request asks for (rule A1).
///
/// @param type what
/// @param amount how much; at least 1
/// @param required whether the whole request fails without it
/// @param minimum the least that an optional line accepts; the amount itself by default
/// @param alternatives what an optional line takes instead, in order, if it cannot be had
public record RequestLine(
    ResourceType type,
    long amount,
    boolean required,
    long minimum,
    List<Alternative> alternatives) {

  /// Most alternatives of one line.
  public static final int ALTERNATIVES_MAX = 8;

  /// @throws InvalidValueException where an amount is out of range, the minimum is above the
  ///   amount, or there are too many alternatives
  public RequestLine {
    Amount.require(amount, 1, "a requested amount");
    Amount.require(minimum, 1, "a minimum");
    alternatives = List.copyOf(alternatives);
    if (minimum > amount) {
      throw new InvalidValueException(
          "a minimum of %d is more than the amount %d", minimum, amount);
    }
    if (alternatives.size() > ALTERNATIVES_MAX) {
      throw new InvalidValueException("at most %d alternatives", ALTERNATIVES_MAX);
    }
  }

  /// A line without which the request fails.
  public static RequestLine required(ResourceType type, long amount) {
    return new RequestLine(type, amount, true, amount, List.of());
  }

  /// A line that is left out where it does not fit.
  public static RequestLine optional(ResourceType type, long amount) {
    return new RequestLine(type, amount, false, amount, List.of());
  }

  /// The same, but content with as little as `least`.
  public RequestLine atLeast(long least) {
    return new RequestLine(type, amount, required, least, alternatives);
  }

  /// The same, with one more thing to take instead.
  public RequestLine orElse(ResourceType other, long otherAmount) {
    List<Alternative> more = new java.util.ArrayList<>(alternatives);
    more.add(new Alternative(other, otherAmount));
    return new RequestLine(type, amount, required, minimum, more);
  }

  /// What may be granted instead of a line.
  ///
  /// @param type what
  /// @param amount how much; at least 1, granted whole or not at all
  public record Alternative(ResourceType type, long amount) {
    /// @throws InvalidValueException where the amount is out of range
    public Alternative {
      Amount.require(amount, 1, "an alternative's amount");
    }
  }
}
