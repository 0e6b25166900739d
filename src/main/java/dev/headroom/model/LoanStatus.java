package dev.headroom.model;

/// A quota that is lent as it stands at one instant. Of several that a member has borrowed in a
/// pool, the oldest counts as used first.
///
/// @param loan who has lent whom what
/// @param used how much of it the borrower uses, which is what it holds beyond its own quota
/// @param peak the most that it has used of it at once
public record LoanStatus(LentQuota loan, long used, long peak) {}
