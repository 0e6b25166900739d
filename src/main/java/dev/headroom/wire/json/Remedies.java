package dev.headroom.wire.json;

import dev.headroom.model.suggestion.Remedy;

/// Shapes of what is to be done.
final class Remedies {
  private static final Shape<Long> AMOUNT = Scalar.amount(0);
  private static final String PURPOSE = "purpose";

  private static final ObjectShape<Remedy.ReduceAllowance> REDUCE =
      ObjectShape.of(
          "ReduceAllowance",
          fields -> {
            var limit =
                fields.required("limit", Suggestions.LIMIT_KEY, Remedy.ReduceAllowance::limit);
            var from = fields.required("from", AMOUNT, Remedy.ReduceAllowance::from);
            var to = fields.required("to", AMOUNT, Remedy.ReduceAllowance::to);
            return in -> new Remedy.ReduceAllowance(in.get(limit), in.get(from), in.get(to));
          });

  private static final ObjectShape<Remedy.RaiseAllowance> RAISE =
      ObjectShape.of(
          "RaiseAllowance",
          fields -> {
            var limit =
                fields.required("limit", Suggestions.LIMIT_KEY, Remedy.RaiseAllowance::limit);
            var from = fields.required("from", AMOUNT, Remedy.RaiseAllowance::from);
            var to = fields.required("to", AMOUNT, Remedy.RaiseAllowance::to);
            return in -> new Remedy.RaiseAllowance(in.get(limit), in.get(from), in.get(to));
          });

  private static final Shape<Remedy.Rebalance.Share> SHARE =
      ObjectShape.of(
          "RebalancedShare",
          fields -> {
            var path = fields.required("path", Names.PATH, Remedy.Rebalance.Share::path);
            var from = fields.required("from", AMOUNT, Remedy.Rebalance.Share::from);
            var to = fields.required("to", AMOUNT, Remedy.Rebalance.Share::to);
            return in -> new Remedy.Rebalance.Share(in.get(path), in.get(from), in.get(to));
          });

  private static final ObjectShape<Remedy.Rebalance> REBALANCE =
      ObjectShape.of(
          "Rebalance",
          fields -> {
            var limit = fields.required("limit", Suggestions.LIMIT_KEY, Remedy.Rebalance::limit);
            var shares = fields.required("shares", SHARE.listed(), Remedy.Rebalance::shares);
            return in -> new Remedy.Rebalance(in.get(limit), in.get(shares));
          });

  private static final ObjectShape<Remedy.Soften> SOFTEN =
      ObjectShape.of(
          "Soften",
          fields -> {
            var limit = fields.required("limit", Suggestions.LIMIT_KEY, Remedy.Soften::limit);
            var amount = fields.required("amount", AMOUNT, Remedy.Soften::amount);
            var grace = fields.required("grace", Scalar.DURATION, Remedy.Soften::grace);
            return in -> new Remedy.Soften(in.get(limit), in.get(amount), in.get(grace));
          });

  private static final ObjectShape<Remedy.Substitute> SUBSTITUTE =
      ObjectShape.of(
          "Substitute",
          fields -> {
            var purpose = fields.required(PURPOSE, Scalar.TEXT, Remedy.Substitute::purpose);
            var dear = fields.required("from", Scalar.TEXT, Remedy.Substitute::dear);
            var cheap = fields.required("to", Scalar.TEXT, Remedy.Substitute::cheap);
            return in -> new Remedy.Substitute(in.get(purpose), in.get(dear), in.get(cheap));
          });

  private static final ObjectShape<Remedy.SubstituteType> SUBSTITUTE_TYPE =
      ObjectShape.of(
          "SubstituteType",
          fields -> {
            var purpose = fields.required(PURPOSE, Scalar.TEXT, Remedy.SubstituteType::purpose);
            var dear = fields.required("from", Names.TYPE, Remedy.SubstituteType::dear);
            var cheap = fields.required("to", Names.TYPE, Remedy.SubstituteType::cheap);
            return in -> new Remedy.SubstituteType(in.get(purpose), in.get(dear), in.get(cheap));
          });

  private static final ObjectShape<Remedy.Batch> BATCH =
      ObjectShape.of(
          "Batch",
          fields -> {
            var purpose = fields.required(PURPOSE, Scalar.TEXT, Remedy.Batch::purpose);
            var size = fields.required("size", Scalar.INT, Remedy.Batch::size);
            return in -> new Remedy.Batch(in.get(purpose), in.get(size));
          });

  private static final ObjectShape<Remedy.Cache> CACHE =
      ObjectShape.of(
          "Cache",
          fields -> {
            var purpose = fields.required(PURPOSE, Scalar.TEXT, Remedy.Cache::purpose);
            var label = fields.required("label", Scalar.TEXT, Remedy.Cache::label);
            return in -> new Remedy.Cache(in.get(purpose), in.get(label));
          });

  private static final ObjectShape<Remedy.Schedule> SCHEDULE =
      ObjectShape.of(
          "Schedule",
          fields -> {
            var purpose = fields.required(PURPOSE, Scalar.TEXT, Remedy.Schedule::purpose);
            var busy = fields.required("busyHour", Scalar.INT, Remedy.Schedule::busyHour);
            var idle = fields.required("idleHour", Scalar.INT, Remedy.Schedule::idleHour);
            var hours = fields.required("hours", Scalar.INT, Remedy.Schedule::hours);
            return in ->
                new Remedy.Schedule(in.get(purpose), in.get(busy), in.get(idle), in.get(hours));
          });

  private static final ObjectShape<Remedy.RightSizeLease> LEASE =
      ObjectShape.of(
          "RightSizeLease",
          fields -> {
            var purpose = fields.required(PURPOSE, Scalar.TEXT, Remedy.RightSizeLease::purpose);
            var from = fields.required("from", Scalar.DURATION, Remedy.RightSizeLease::from);
            var to = fields.required("to", Scalar.DURATION, Remedy.RightSizeLease::to);
            return in -> new Remedy.RightSizeLease(in.get(purpose), in.get(from), in.get(to));
          });

  private static final ObjectShape<Remedy.ChangeStrategy> STRATEGY =
      ObjectShape.of(
          "ChangeStrategy",
          fields -> {
            var pool = fields.required("pool", Names.POOL, Remedy.ChangeStrategy::pool);
            var from = fields.required("from", Names.STRATEGY, Remedy.ChangeStrategy::from);
            var to = fields.required("to", Names.STRATEGY, Remedy.ChangeStrategy::to);
            return in -> new Remedy.ChangeStrategy(in.get(pool), in.get(from), in.get(to));
          });

  /// What is to be done, by the kind of suggestion.
  static final Shape<Remedy> REMEDY =
      OneOf.<Remedy>of("Remedy", "kind")
          .or("REDUCE_ALLOWANCE", Remedy.ReduceAllowance.class, REDUCE)
          .or("RAISE_ALLOWANCE", Remedy.RaiseAllowance.class, RAISE)
          .or("REBALANCE", Remedy.Rebalance.class, REBALANCE)
          .or("SOFTEN", Remedy.Soften.class, SOFTEN)
          .or("SUBSTITUTE", Remedy.Substitute.class, SUBSTITUTE)
          .or("SUBSTITUTE_TYPE", Remedy.SubstituteType.class, SUBSTITUTE_TYPE)
          .or("BATCH", Remedy.Batch.class, BATCH)
          .or("CACHE", Remedy.Cache.class, CACHE)
          .or("SCHEDULE", Remedy.Schedule.class, SCHEDULE)
          .or("RIGHT_SIZE_LEASE", Remedy.RightSizeLease.class, LEASE)
          .or("CHANGE_STRATEGY", Remedy.ChangeStrategy.class, STRATEGY)
          .all(Remedy.class);

  private Remedies() {}
}
