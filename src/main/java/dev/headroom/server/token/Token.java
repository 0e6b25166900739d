package dev.headroom.server.token;

import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.Optional;

/// What is kept of a token: all but the token.
///
/// @param id its short name, for revoking it and for logs
/// @param name for people; may be empty
/// @param role what it may do
/// @param subtree where
/// @param created when
/// @param expires the first instant at which it is worth nothing; empty where it stays good
/// @param sha256 the hash of the secret, 64 hexadecimal digits
public record Token(
    String id,
    String name,
    Role role,
    ScopePath subtree,
    Instant created,
    Optional<Instant> expires,
    String sha256) {

  /// Whether it is worth something at an instant.
  public boolean isGoodAt(Instant now) {
    return expires.isEmpty() || now.isBefore(expires.get());
  }

  Grant grant() {
    return new Grant(id, role, subtree);
  }
}
