package dev.headroom.server.token;

import dev.headroom.model.InvalidValueException;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.Optional;

/// A token to be made.
///
/// @param name for people, such as `ci` or `ada's laptop`; may be empty
/// @param role what it may do
/// @param subtree where
/// @param expires the first instant at which it is worth nothing; empty where it stays good
public record TokenOrder(String name, Role role, ScopePath subtree, Optional<Instant> expires) {
  /// Most characters of a name.
  public static final int NAME_LENGTH_MAX = 100;

  /// @throws InvalidValueException where the name is too long or holds control characters
  public TokenOrder {
    if (name.length() > NAME_LENGTH_MAX || name.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidValueException(
          "the name of a token has at most %d characters, and no control characters",
          NAME_LENGTH_MAX);
    }
  }
}
