package dev.headroom.wire.json;

import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.LentQuota;
import dev.headroom.model.LoanStatus;
import dev.headroom.model.Outcome;
import dev.headroom.model.PoolLending;

/// Shapes of quota that members of a pool lend each other (P7).
public final class Lendings {
  /// Lend quota.
  public static final ObjectShape<Command.LendQuota> LEND =
      ObjectShape.of(
          "LendQuota",
          fields -> {
            var id = fields.required("requestId", Names.REQUEST, Command.LendQuota::id);
            var pool = fields.required("poolId", Names.POOL, Command.LendQuota::pool);
            var from = fields.required("from", Names.PATH, Command.LendQuota::from);
            var to = fields.required("to", Names.PATH, Command.LendQuota::to);
            var amount = fields.required("amount", Scalar.amount(1), Command.LendQuota::amount);
            var until = fields.required("until", Scalar.INSTANT, Command.LendQuota::until);
            var author = fields.required("author", Names.AUTHOR, Command.LendQuota::author);
            var reason = fields.required("reason", Names.REASON, Command.LendQuota::reason);
            return in ->
                new Command.LendQuota(
                    in.get(id),
                    in.get(pool),
                    in.get(from),
                    in.get(to),
                    in.get(amount),
                    in.get(until),
                    in.get(author),
                    in.get(reason));
          });

  /// Call back quota that is lent.
  public static final ObjectShape<Command.RecallQuota> RECALL =
      ObjectShape.of(
          "RecallQuota",
          fields -> {
            var id = fields.required("requestId", Names.REQUEST, Command.RecallQuota::id);
            var pool = fields.required("poolId", Names.POOL, Command.RecallQuota::pool);
            var loan = fields.required("loanId", Names.LOAN, Command.RecallQuota::loan);
            var author = fields.required("author", Names.AUTHOR, Command.RecallQuota::author);
            var reason = fields.required("reason", Names.REASON, Command.RecallQuota::reason);
            return in ->
                new Command.RecallQuota(
                    in.get(id), in.get(pool), in.get(loan), in.get(author), in.get(reason));
          });

  /// Quota is lent.
  public static final ObjectShape<Outcome.QuotaLent> LENT =
      ObjectShape.of(
          "QuotaLent",
          fields -> {
            var loan = fields.required("loanId", Names.LOAN, Outcome.QuotaLent::loan);
            return in -> new Outcome.QuotaLent(in.get(loan));
          });

  /// Quota is called back.
  public static final ObjectShape<Outcome.QuotaRecalled> RECALLED =
      ObjectShape.of(
          "QuotaRecalled",
          fields -> {
            var peak = fields.required("peak", Scalar.LONG, Outcome.QuotaRecalled::peak);
            return in -> new Outcome.QuotaRecalled(in.get(peak));
          });

  /// Who has lent whom what.
  public static final ObjectShape<LentQuota> LOAN =
      ObjectShape.of(
          "LentQuota",
          fields -> {
            var id = fields.required("loanId", Names.LOAN, LentQuota::id);
            var pool = fields.required("poolId", Names.POOL, LentQuota::pool);
            var type = fields.required("type", Names.TYPE, LentQuota::type);
            var lender = fields.required("lender", Names.PATH, LentQuota::lender);
            var borrower = fields.required("borrower", Names.PATH, LentQuota::borrower);
            var amount = fields.required("amount", Scalar.amount(1), LentQuota::amount);
            var since = fields.required("since", Scalar.INSTANT, LentQuota::since);
            var until = fields.required("until", Scalar.INSTANT, LentQuota::until);
            var author = fields.required("author", Scalar.TEXT, LentQuota::author);
            var reason = fields.required("reason", Scalar.TEXT, LentQuota::reason);
            return in ->
                new LentQuota(
                    in.get(id),
                    in.get(pool),
                    in.get(type),
                    in.get(lender),
                    in.get(borrower),
                    in.get(amount),
                    in.get(since),
                    in.get(until),
                    in.get(author),
                    in.get(reason));
          });

  /// A loan as it stands.
  public static final ObjectShape<LoanStatus> STATUS =
      ObjectShape.of(
          "LoanStatus",
          fields -> {
            var loan = fields.required("loan", LOAN, LoanStatus::loan);
            var used = fields.required("used", Scalar.LONG, LoanStatus::used);
            var peak = fields.required("peak", Scalar.LONG, LoanStatus::peak);
            return in -> new LoanStatus(in.get(loan), in.get(used), in.get(peak));
          });

  private static final ObjectShape<PoolLending.Share> SHARE =
      ObjectShape.of(
          "MemberShare",
          fields -> {
            var path = fields.required("path", Names.PATH, PoolLending.Share::path);
            var quota = fields.required("quota", Scalar.LONG, PoolLending.Share::quota);
            var lent = fields.required("lent", Scalar.LONG, PoolLending.Share::lent);
            var borrowed = fields.required("borrowed", Scalar.LONG, PoolLending.Share::borrowed);
            var held = fields.required("held", Scalar.LONG, PoolLending.Share::held);
            var lendable = fields.required("lendable", Scalar.LONG, PoolLending.Share::lendable);
            return in ->
                new PoolLending.Share(
                    in.get(path),
                    in.get(quota),
                    in.get(lent),
                    in.get(borrowed),
                    in.get(held),
                    in.get(lendable));
          });

  /// How the members of a pool stand.
  public static final ObjectShape<PoolLending> POOL =
      ObjectShape.of(
          "PoolLending",
          fields -> {
            var pool = fields.required("poolId", Names.POOL, PoolLending::pool);
            var type = fields.required("type", Names.TYPE, PoolLending::type);
            var members = fields.required("members", SHARE.listed(), PoolLending::members);
            var loans = fields.required("loans", STATUS.listed(), PoolLending::loans);
            return in ->
                new PoolLending(in.get(pool), in.get(type), in.get(members), in.get(loans));
          });

  /// How a loan ends.
  public static final Shape<LentQuota.End> END = Scalar.word(LentQuota.End.class);

  private static final ObjectShape<Event.QuotaLent> LENT_EVENT =
      ObjectShape.of(
          "QuotaLentEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.QuotaLent::path);
            var loan = fields.required("loan", LOAN, Event.QuotaLent::loan);
            return in -> new Event.QuotaLent(in.get(path), in.get(loan));
          });

  private static final ObjectShape<Event.QuotaReturned> RETURNED_EVENT =
      ObjectShape.of(
          "QuotaReturnedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.QuotaReturned::path);
            var loan = fields.required("loan", LOAN, Event.QuotaReturned::loan);
            var end = fields.required("end", END, Event.QuotaReturned::end);
            var peak = fields.required("peak", Scalar.LONG, Event.QuotaReturned::peak);
            var author = fields.required("author", Scalar.TEXT, Event.QuotaReturned::author);
            var reason = fields.required("reason", Scalar.TEXT, Event.QuotaReturned::reason);
            return in ->
                new Event.QuotaReturned(
                    in.get(path),
                    in.get(loan),
                    in.get(end),
                    in.get(peak),
                    in.get(author),
                    in.get(reason));
          });

  private Lendings() {}

  /// Adds what is told of loans to other kinds of events.
  static OneOf.Kinds<Event.Body> addTo(OneOf.Kinds<Event.Body> kinds) {
    return kinds
        .or("QUOTA_LENT", Event.QuotaLent.class, LENT_EVENT)
        .or("QUOTA_RETURNED", Event.QuotaReturned.class, RETURNED_EVENT);
  }
}
