package dev.headroom.server.token;

/// What a token is for. Each role may do all that the one before it may; [Permission] says what.
public enum Role {
  /// Looks.
  VIEWER,
  /// Spends resources.
  CLIENT,
  /// Keeps things going: alerts, conflicts, scopes that must end.
  OPERATOR,
  /// Decides how much there is: limits, pools, config, tokens.
  ADMIN;

  /// Whether this role is enough.
  public boolean may(Permission permission) {
    return compareTo(permission.least()) >= 0;
  }
}
