package dev.headroom.model;

import java.time.Duration;
import java.time.Instant;

/// What one member of a pool has lent another of its quota, for a time, by [Command.LendQuota]
/// (rule P7). Until it ends, that much of what the lender is guaranteed is guaranteed to the
/// borrower instead, as with a [QuotaLoan], which is a term of the pool itself.
///
/// P7: a member of a pool that is shared by QUOTA may lend another what is unused of its own quota,
/// until an instant at most [#TERM_MAX] ahead. What a member holds counts as of its own quota
/// first, and what it borrows as used last: so what is borrowed cannot be lent on, and whoever
/// lends each other create nothing, be it in a circle. The loan ends at that instant, to the
/// millisecond, or before it where the lender recalls it or the borrower hands it back, its pool is
/// removed or not shared by QUOTA any more, a member leaves the pool or its scope is closed; and
/// where the lender's quota is lowered below what it lends, the newest first until it suffices.
/// Then the guarantee returns and nothing is revoked, as where a limit is lowered (L7): what the
/// borrower holds beyond its own quota is no longer guaranteed to it, and what comes back to the
/// pool is kept for the lender first. A loan is no term of its pool: it changes no version (L9),
/// and no change of the pool is based on it.
///
/// @param id its name
/// @param pool of which pool
/// @param type of which type that is
/// @param lender the member that lends
/// @param borrower the member that borrows
/// @param amount how much; at least 1
/// @param since when it began
/// @param until when it returns at the latest
/// @param author who lent it
/// @param reason why
public record LentQuota(
    LoanId id,
    PoolId pool,
    ResourceType type,
    ScopePath lender,
    ScopePath borrower,
    long amount,
    Instant since,
    Instant until,
    String author,
    String reason) {
  /// For how long quota can be lent at most; what is to last longer is a matter of the quotas
  /// themselves.
  public static final Duration TERM_MAX = Duration.ofDays(30);

  /// How many loans a member can give at a time, of one pool.
  public static final int PER_LENDER_MAX = 16;

  /// @throws InvalidValueException where the amount is out of range
  public LentQuota {
    Amount.require(amount, 1, "a quota that is lent");
  }

  /// Whether it was lent or borrowed at or below a scope.
  public boolean concerns(ScopePath scope) {
    return lender.isWithin(scope) || borrower.isWithin(scope);
  }

  /// How it can end.
  public enum End {
    /// Its time was over.
    EXPIRED,
    /// The lender has called it back, or the borrower has handed it back.
    RECALLED,
    /// The pool was changed such that it could not go on, or removed.
    POOL_CHANGED,
    /// The scope of the lender, the borrower or the pool was closed.
    SCOPE_CLOSED
  }
}
