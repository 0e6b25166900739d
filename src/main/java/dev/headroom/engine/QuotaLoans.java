package dev.headroom.engine;

import dev.headroom.model.LentQuota;
import dev.headroom.model.LoanId;
import dev.headroom.model.LoanStatus;
import dev.headroom.model.Pool;
import dev.headroom.model.ScopePath;
import dev.headroom.wire.ByteReader;
import dev.headroom.wire.ByteWriter;
import dev.headroom.wire.StoryBytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What members of one pool have lent each other of their quotas by command, and how much of it was
/// used at most (rule P7).
final class QuotaLoans {
  /// A loan that runs, and the most that was used of it at once.
  record Running(LentQuota loan, long peak) {}

  private final TreeMap<LoanId, Running> byId = new TreeMap<>();

  QuotaLoans() {}

  QuotaLoans(QuotaLoans other) {
    byId.putAll(other.byId);
  }

  /// Reads what [#write(ByteWriter)] has written.
  QuotaLoans(ByteReader from, Pool pool) {
    from.list(() -> new Running(StoryBytes.lentQuota(from, pool), from.number()))
        .forEach(read -> byId.put(read.loan.id(), read));
  }

  void write(ByteWriter to) {
    to.number(byId.size());
    for (Running running : byId.values()) {
      StoryBytes.write(to, running.loan);
      to.number(running.peak);
    }
  }

  void write(CanonicalForm form) {
    form.number(byId.size());
    byId.values().forEach(running -> form.text(running.loan.toString()).number(running.peak));
  }

  /// All that run, the oldest first, as they are now.
  List<Running> all() {
    return List.copyOf(byId.values());
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }

  @Nullable Running find(LoanId id) {
    return byId.get(id);
  }

  void add(LentQuota loan) {
    byId.put(loan.id(), new Running(loan, 0));
  }

  void remove(LoanId id) {
    byId.remove(id);
  }

  /// How many loans a member gives.
  long countBy(ScopePath lender) {
    return byId.values().stream().filter(each -> each.loan.lender().equals(lender)).count();
  }

  /// How much a member lends.
  long lentBy(ScopePath lender) {
    return byId.values().stream()
        .filter(each -> each.loan.lender().equals(lender))
        .mapToLong(each -> each.loan.amount())
        .sum();
  }

  /// How much a member borrows.
  long borrowedBy(ScopePath borrower) {
    return byId.values().stream()
        .filter(each -> each.loan.borrower().equals(borrower))
        .mapToLong(each -> each.loan.amount())
        .sum();
  }

  /// What is guaranteed to each member where `quotas` would be without loans.
  Map<ScopePath, Long> over(Map<ScopePath, Long> quotas) {
    Map<ScopePath, Long> after = new HashMap<>(quotas);
    for (Running running : byId.values()) {
      after.merge(running.loan.lender(), -running.loan.amount(), Long::sum);
      after.merge(running.loan.borrower(), running.loan.amount(), Long::sum);
    }
    return after;
  }

  /// Notes how much a member uses of what it borrows.
  void noteUse(Share borrower) {
    for (LoanStatus now : uses(borrower)) {
      byId.put(now.loan().id(), new Running(now.loan(), now.peak()));
    }
  }

  /// How much a member uses of each loan that it has: what it holds beyond its own quota, of the
  /// oldest first.
  List<LoanStatus> uses(Share borrower) {
    if (borrower.member.isEmpty()) {
      return List.of();
    }
    ScopePath member = borrower.member.get();
    List<LoanStatus> uses = new ArrayList<>();
    long left = Math.max(0, borrower.held - borrower.quota + borrowedBy(member));
    for (Running running : byId.values()) {
      if (running.loan.borrower().equals(member)) {
        long used = Math.min(left, running.loan.amount());
        left -= used;
        uses.add(new LoanStatus(running.loan, used, Math.max(running.peak, used)));
      }
    }
    return uses;
  }
}
