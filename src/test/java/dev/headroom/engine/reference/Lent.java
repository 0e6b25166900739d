package dev.headroom.engine.reference;

import dev.headroom.model.LentQuota;

/// A quota that is lent by command.
final class Lent {
  final LentQuota loan;
  final Stock stock;

  /// The most that was used of it.
  long peak;

  Lent(LentQuota loan, Stock stock) {
    this.loan = loan;
    this.stock = stock;
  }
}
