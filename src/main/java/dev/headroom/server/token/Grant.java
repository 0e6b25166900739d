package dev.headroom.server.token;

import dev.headroom.model.ScopePath;

/// What the bearer of a token may do now.
///
/// @param tokenId which token; may be shown and logged, unlike the token itself
/// @param role what it may do
/// @param subtree where: at this scope and below, and nowhere else
public record Grant(String tokenId, Role role, ScopePath subtree) {
  /// Whether it may do that at a scope. What concerns the instance as a whole is done at
  /// [ScopePath#ROOT].
  public boolean may(Permission permission, ScopePath at) {
    return role.may(permission) && covers(at);
  }

  /// Whether a scope is within the subtree; all else must look as if it did not exist.
  public boolean covers(ScopePath at) {
    return at.isWithin(subtree);
  }
}
