package dev.headroom.client;

import dev.headroom.model.Command;
import dev.headroom.model.LoanStatus;
import dev.headroom.model.Outcome;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolLending;
import dev.headroom.model.ScopePath;
import java.util.List;

/// Quota of pools that their members lend each other (rule P7, see [dev.headroom.model.LentQuota]).
/// For any thread, as the [Instance] that it is of.
public interface QuotaLending {
  /// Lend what is unused of a member's quota to another member of the pool, for a time.
  Reply<Outcome.QuotaLent> lend(Command.LendQuota lend);

  /// Call back what is lent, before its time.
  Reply<Outcome.QuotaRecalled> recall(Command.RecallQuota recall);

  /// What the members of a pool lend each other now, and what each could lend.
  Reply<PoolLending> of(PoolId pool);

  /// All that is lent or borrowed by command at and below a scope now, by pool, then the oldest
  /// first.
  Reply<List<LoanStatus>> below(ScopePath scope);
}
