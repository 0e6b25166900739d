package dev.headroom.model;

import java.time.Instant;

/// What one member of a pool lends another of its quota, for a time: until then that much of what
/// the lender is guaranteed is guaranteed to the borrower instead. Nothing is created by it: all
/// quotas together stay what they are.
///
/// Only what is unused can be lent. At its end the guarantee returns and nothing is revoked, as
/// where a limit is lowered (L7): what the borrower holds beyond its own quota by then is no longer
/// guaranteed to it, and what comes back to the pool is kept for the lender first. A loan that has
/// ended stands as a record until someone removes it.
///
/// @param to the borrower, another member of the pool
/// @param amount how much; at least 1
/// @param until when it returns, in whole milliseconds; removing the loan recalls it sooner
public record QuotaLoan(ScopePath to, long amount, Instant until) {
  /// Most loans that a member lists.
  public static final int PER_MEMBER_MAX = 16;

  private static final int MILLI_NANOS = 1_000_000;

  /// @throws InvalidValueException where the amount is out of range, or the end is no whole
  ///   millisecond from 1970 to 9999
  public QuotaLoan {
    Amount.require(amount, 1, "a quota that is lent");
    requireEnd(until);
  }

  /// @throws InvalidValueException where an end is no whole millisecond from 1970 to 9999
  static void requireEnd(Instant until) {
    if (until.isBefore(Instant.EPOCH)
        || until.getEpochSecond() > 253_402_300_799L
        || until.getNano() % MILLI_NANOS != 0) {
      throw new InvalidValueException("a quota is lent until a whole millisecond, not %s", until);
    }
  }

  /// Whether it has not ended yet.
  public boolean runs(Instant now) {
    return now.isBefore(until);
  }
}
