package dev.headroom.history.rollup;

import dev.headroom.model.Event;
import dev.headroom.model.LentQuota;
import dev.headroom.model.LoanId;
import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.report.LoanUse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who has lent whom how much of which pool's quota, until when, and what became of it.
final class LoanLog {
  /// Stands where it is not known how a loan has ended.
  private static final int UNSEEN = -1;

  private static final List<LentQuota.End> ENDS = List.of(LentQuota.End.values());

  private final Database database;
  private boolean known;

  LoanLog(Database database) {
    this.database = database;
    database.create(
        "CREATE TABLE IF NOT EXISTS loans (id INTEGER PRIMARY KEY, pool TEXT NOT NULL, type INTEGER"
            + " NOT NULL, lender TEXT NOT NULL, borrower TEXT NOT NULL, amount INTEGER NOT NULL,"
            + " since INTEGER NOT NULL, until INTEGER NOT NULL, author TEXT NOT NULL, reason TEXT"
            + " NOT NULL, ended INTEGER NOT NULL, how INTEGER NOT NULL, peak INTEGER NOT NULL)");
    database.create("CREATE INDEX IF NOT EXISTS loans_ended ON loans (ended)");
    // A file that is only read may be older than this table.
    database.each(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'loans'",
        result -> {
          known = true;
          return result;
        });
  }

  void begin(LentQuota loan) {
    var _ =
        database.update(
            "INSERT OR REPLACE INTO loans VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            loan.id().value(),
            loan.pool().value(),
            loan.type().ordinal(),
            loan.lender().text(),
            loan.borrower().text(),
            loan.amount(),
            loan.since().toEpochMilli(),
            loan.until().toEpochMilli(),
            loan.author(),
            loan.reason(),
            Long.MAX_VALUE,
            UNSEEN,
            UNSEEN);
  }

  void end(Event.QuotaReturned returned, long at) {
    end(returned.loan().id(), at, returned.end().ordinal(), returned.peak());
  }

  private void end(LoanId loan, long at, int how, long peak) {
    var _ =
        database.update(
            "UPDATE loans SET ended = ?, how = ?, peak = ? WHERE id = ?",
            at,
            how,
            peak,
            loan.value());
  }

  /// Begins anew with those that run: how others have ended, was not seen.
  void beginAnew(List<LentQuota> running, long at) {
    Set<LoanId> here = new HashSet<>();
    running.forEach(loan -> here.add(loan.id()));
    for (LoanUse open : find("ended = ?", Long.MAX_VALUE)) {
      if (!here.contains(open.loan().id())) {
        end(open.loan().id(), Math.min(at, open.loan().until().toEpochMilli()), UNSEEN, UNSEEN);
      }
    }
    Set<LoanId> before = new HashSet<>();
    find("ended = ?", Long.MAX_VALUE).forEach(open -> before.add(open.loan().id()));
    running.stream().filter(loan -> !before.contains(loan.id())).forEach(this::begin);
  }

  /// Removes what has ended before an instant.
  void purge(long before) {
    var _ = database.update("DELETE FROM loans WHERE ended <= ?", before);
  }

  /// All that ran within a span and were lent or borrowed at or below a scope, the newest first.
  List<LoanUse> within(ScopePath path, long from, long to) {
    return find("ended > ? AND since < ?", from, to).stream()
        .filter(use -> use.loan().concerns(path))
        .toList();
  }

  private List<LoanUse> find(String where, Object... values) {
    List<LoanUse> found = new ArrayList<>();
    if (known) {
      database.each(
          "SELECT * FROM loans WHERE " + where + " ORDER BY id DESC",
          result -> found.add(use(result)),
          values);
    }
    return found;
  }

  private static LoanUse use(ResultSet result) throws SQLException {
    LentQuota loan =
        new LentQuota(
            new LoanId(result.getLong(1)),
            new PoolId(result.getString(2)),
            ResourceType.ALL.get(result.getInt(3)),
            ScopePath.of(result.getString(4)),
            ScopePath.of(result.getString(5)),
            result.getLong(6),
            Instant.ofEpochMilli(result.getLong(7)),
            Instant.ofEpochMilli(result.getLong(8)),
            result.getString(9),
            result.getString(10));
    long ended = result.getLong(11);
    int how = result.getInt(12);
    long peak = result.getLong(13);
    return new LoanUse(
        loan,
        ended == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended)),
        how == UNSEEN ? Optional.empty() : Optional.of(ENDS.get(how)),
        peak == UNSEEN ? Optional.empty() : Optional.of(peak));
  }
}
