package dev.headroom.model;

import java.util.List;

/// What the members of a pool have lent each other, and what each could lend.
///
/// @param pool which pool
/// @param type what it holds
/// @param members in the order in which the pool names them; none where it is not shared by QUOTA
/// @param loans those that run, the oldest first
public record PoolLending(
    PoolId pool, ResourceType type, List<Share> members, List<LoanStatus> loans) {
  /// Keeps copies.
  public PoolLending {
    members = List.copyOf(members);
    loans = List.copyOf(loans);
  }

  /// How a member stands in its pool.
  ///
  /// @param path the member
  /// @param quota what is its own
  /// @param lent what it lends of that now
  /// @param borrowed what it borrows now
  /// @param held what it holds of the pool now
  /// @param lendable what it could lend now: what it neither lends nor holds of its own quota (P7)
  public record Share(
      ScopePath path, long quota, long lent, long borrowed, long held, long lendable) {}
}
