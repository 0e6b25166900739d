package dev.headroom.server.token;

/// Everything that needs a token, and the least role that may do it: the one table of rights.
public enum Permission {
  /// See scopes, allocations, who waits, limits, pools, conflicts, alerts, reports and events.
  READ(Role.VIEWER),
  /// Reserve resources, alone or in a batch.
  ALLOCATE(Role.CLIENT),
  /// Record what was consumed.
  RECORD_USAGE(Role.CLIENT),
  /// Release, renew and resize allocations.
  CHANGE_ALLOCATIONS(Role.CLIENT),
  /// Take, restore and forget checkpoints.
  CHECKPOINT(Role.CLIENT),
  /// Lend quota of a pool to another member, and call it back.
  LEND(Role.CLIENT),
  /// Report what was achieved.
  REPORT_SCORE(Role.CLIENT),
  /// Acknowledge, shelve and unshelve alerts.
  HANDLE_ALERTS(Role.OPERATOR),
  /// Grant, deny and reprioritise those who wait.
  RESOLVE_CONFLICTS(Role.OPERATOR),
  /// Close scopes.
  CLOSE_SCOPES(Role.OPERATOR),
  /// Try changes on a copy, which costs the server about as much as the whole engine.
  REHEARSE(Role.OPERATOR),
  /// Have suggestions looked for, which costs the server as much several times, and dismiss them.
  ADVISE(Role.OPERATOR),
  /// Replace limits, or divide a budget by them.
  CHANGE_LIMITS(Role.ADMIN),
  /// Put, remove and top up pools.
  CHANGE_POOLS(Role.ADMIN),
  /// Put settings and the config document as a whole.
  CHANGE_CONFIG(Role.ADMIN),
  /// Have a span of the past as one file.
  RECORD(Role.ADMIN),
  /// See, create and revoke tokens.
  MANAGE_TOKENS(Role.ADMIN);

  private final Role least;

  Permission(Role least) {
    this.least = least;
  }

  /// The least role that may do it.
  public Role least() {
    return least;
  }
}
