package dev.headroom.server.token;

/// A new token, the only time that it can be seen.
///
/// @param token what is kept of it
/// @param secret what its bearer says; never stored, never logged
public record Issued(Token token, String secret) {
  /// Without the secret, so that nobody prints it by chance.
  @Override
  public String toString() {
    return "Issued[" + token.id() + "]";
  }
}
