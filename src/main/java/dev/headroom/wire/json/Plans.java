package dev.headroom.wire.json;

import dev.headroom.model.Checkpoint;
import dev.headroom.model.Distribution;
import dev.headroom.model.Listed;
import dev.headroom.model.UseLevel;
import dev.headroom.model.WhatIf;
import java.util.Map;
import java.util.function.Function;

/// Shapes of what is kept for later, and of what would become of a plan.
public final class Plans {
  private static final Shape<UseLevel> LEVEL = Scalar.word(UseLevel.class);

  private static final Shape<Checkpoint.Total> TOTAL =
      ObjectShape.of(
          "CheckpointTotal",
          fields -> {
            var type = fields.required("type", Names.TYPE, Checkpoint.Total::type);
            var reserved = fields.required("reserved", Scalar.LONG, Checkpoint.Total::reserved);
            var consumed = fields.required("consumed", Scalar.LONG, Checkpoint.Total::consumed);
            return in -> new Checkpoint.Total(in.get(type), in.get(reserved), in.get(consumed));
          });

  private static final Shape<Checkpoint.Kept> KEPT =
      ObjectShape.of(
          "KeptAllocation",
          fields -> {
            var allocation =
                fields.required("allocationId", Names.ALLOCATION, Checkpoint.Kept::allocation);
            var path = fields.required("path", Names.PATH, Checkpoint.Kept::path);
            var priority = fields.required("priority", Names.PRIORITY, Checkpoint.Kept::priority);
            var minimums =
                fields.byDefault(
                    "minimums", Names.byType(Scalar.LONG), Map.of(), Checkpoint.Kept::minimums);
            var requeue = fields.required("requeue", Scalar.FLAG, Checkpoint.Kept::requeue);
            var purpose = fields.required("purpose", Scalar.TEXT, Checkpoint.Kept::purpose);
            var labels = fields.required("labels", Names.LABELS, Checkpoint.Kept::labels);
            var lines = fields.required("lines", Statuses.LINE.listed(), Checkpoint.Kept::lines);
            return in ->
                new Checkpoint.Kept(
                    in.get(allocation),
                    in.get(path),
                    in.get(priority),
                    in.get(minimums),
                    in.get(requeue),
                    in.get(purpose),
                    in.get(labels),
                    in.get(lines));
          });

  /// What a scope held and had used.
  public static final ObjectShape<Checkpoint> CHECKPOINT =
      ObjectShape.of(
          "Checkpoint",
          fields -> {
            var id = fields.required("checkpointId", Names.CHECKPOINT, Checkpoint::id);
            var path = fields.required("path", Names.PATH, Checkpoint::path);
            var at = fields.required("at", Scalar.INSTANT, Checkpoint::at);
            var totals = fields.required("totals", TOTAL.listed(), Checkpoint::totals);
            var allocations =
                fields.required("allocations", KEPT.listed(), Checkpoint::allocations);
            return in ->
                new Checkpoint(
                    in.get(id), in.get(path), in.get(at), in.get(totals), in.get(allocations));
          });

  private static final Shape<Long> BUDGET = Scalar.amount(0);

  /// How a budget is to be divided.
  public static final ObjectShape<Distribution> DISTRIBUTION =
      ObjectShape.of("Distribution", Plans::distribution);

  private static final Shape<Distribution.Evidence> EVIDENCE =
      ObjectShape.of(
          "Evidence",
          fields -> {
            var priority =
                fields.required("priority", Names.PRIORITY, Distribution.Evidence::priority);
            var score = fields.required("score", Scalar.LONG, Distribution.Evidence::score);
            var consumed =
                fields.required("consumed", Scalar.LONG, Distribution.Evidence::consumed);
            var demand = fields.required("demand", Scalar.LONG, Distribution.Evidence::demand);
            return in ->
                new Distribution.Evidence(
                    in.get(priority), in.get(score), in.get(consumed), in.get(demand));
          });

  private static final Shape<Distribution.Share> SHARE =
      ObjectShape.of(
          "Share",
          fields -> {
            var path = fields.required("path", Names.PATH, Distribution.Share::path);
            var before = fields.optional("before", Scalar.LONG, Distribution.Share::before);
            var amount = fields.required("amount", Scalar.LONG, Distribution.Share::amount);
            var evidence = fields.required("evidence", EVIDENCE, Distribution.Share::evidence);
            return in ->
                new Distribution.Share(
                    in.get(path), in.get(before), in.get(amount), in.get(evidence));
          });

  /// What would become of a distribution.
  public static final ObjectShape<Distribution.Proposal> PROPOSAL =
      ObjectShape.of(
          "Proposal",
          fields -> {
            var budget = fields.required("budget", Scalar.LONG, Distribution.Proposal::budget);
            var shares = fields.required("shares", SHARE.listed(), Distribution.Proposal::shares);
            var changes =
                fields.required("changes", Changes.CHANGE.listed(), Distribution.Proposal::changes);
            return in -> new Distribution.Proposal(in.get(budget), in.get(shares), in.get(changes));
          });

  private static final Shape<WhatIf.LevelChange> LEVEL_CHANGE =
      ObjectShape.of(
          "LevelChange",
          fields -> {
            var path = fields.required("path", Names.PATH, WhatIf.LevelChange::path);
            var type = fields.required("type", Names.TYPE, WhatIf.LevelChange::type);
            var before = fields.required("before", LEVEL, WhatIf.LevelChange::before);
            var after = fields.required("after", LEVEL, WhatIf.LevelChange::after);
            return in ->
                new WhatIf.LevelChange(in.get(path), in.get(type), in.get(before), in.get(after));
          });

  private static final Shape<WhatIf.Over> OVER =
      ObjectShape.of(
          "AllocationOver",
          fields -> {
            var allocation =
                fields.required("allocationId", Names.ALLOCATION, WhatIf.Over::allocation);
            var path = fields.required("path", Names.PATH, WhatIf.Over::path);
            var type = fields.required("type", Names.TYPE, WhatIf.Over::type);
            var reserved = fields.required("reserved", Scalar.LONG, WhatIf.Over::reserved);
            var constraint =
                fields.required("constraint", Names.CONSTRAINT, WhatIf.Over::constraint);
            return in ->
                new WhatIf.Over(
                    in.get(allocation),
                    in.get(path),
                    in.get(type),
                    in.get(reserved),
                    in.get(constraint));
          });

  private static final Shape<WhatIf.Waiting> WAITING =
      ObjectShape.of(
          "Waiting",
          fields -> {
            var allocation =
                fields.required("allocationId", Names.ALLOCATION, WhatIf.Waiting::allocation);
            var path = fields.required("path", Names.PATH, WhatIf.Waiting::path);
            return in -> new WhatIf.Waiting(in.get(allocation), in.get(path));
          });

  private static final Shape<WhatIf.Alerting> ALERTING =
      ObjectShape.of(
          "Alerting",
          fields -> {
            var constraint =
                fields.required("constraint", Names.CONSTRAINT, WhatIf.Alerting::constraint);
            var percent = fields.required("percent", Scalar.INT, WhatIf.Alerting::percent);
            var severity = fields.required("severity", Alerts.SEVERITY, WhatIf.Alerting::severity);
            return in -> new WhatIf.Alerting(in.get(constraint), in.get(percent), in.get(severity));
          });

  /// What a change set would do.
  public static final ObjectShape<WhatIf> WHAT_IF =
      ObjectShape.of(
          "WhatIf",
          fields -> {
            var at = fields.required("at", Scalar.INSTANT, WhatIf::at);
            var levels =
                fields.required("levels", listed("LevelChanges", LEVEL_CHANGE), WhatIf::levels);
            var over = fields.required("over", listed("AllocationsOver", OVER), WhatIf::over);
            var admitted =
                fields.required("admitted", listed("Waitings", WAITING), WhatIf::admitted);
            var denied = fields.required("denied", listed("Waitings", WAITING), WhatIf::denied);
            var raised = fields.required("raised", listed("Alertings", ALERTING), WhatIf::raised);
            var cleared =
                fields.required("cleared", listed("Alertings", ALERTING), WhatIf::cleared);
            return in ->
                new WhatIf(
                    in.get(at),
                    in.get(levels),
                    in.get(over),
                    in.get(admitted),
                    in.get(denied),
                    in.get(raised),
                    in.get(cleared));
          });

  private Plans() {}

  private static Function<ObjectShape.Values, Distribution> distribution(
      Fields<Distribution> fields) {
    var path = fields.required("path", Names.PATH, Distribution::path);
    var type = fields.required("type", Names.TYPE, Distribution::type);
    var period = fields.optional("period", Names.PERIOD, Distribution::period);
    var budget = fields.optional("budget", BUDGET, Distribution::budget);
    var policy =
        fields.required("policy", Scalar.word(Distribution.Policy.class), Distribution::policy);
    var demand =
        fields.byDefault(
            "demandPercent",
            Scalar.integer(0, 100),
            Distribution.DEMAND_PERCENT_DEFAULT,
            Distribution::demandPercent);
    var least = fields.byDefault("least", Scalar.amount(0), 1L, Distribution::least);
    return in ->
        new Distribution(
            in.get(path),
            in.get(type),
            in.get(period),
            in.get(budget),
            in.get(policy),
            in.get(demand),
            in.get(least));
  }

  private static <T> Shape<Listed<T>> listed(String name, Shape<T> item) {
    return ObjectShape.of(
        name,
        fields -> {
          var first = fields.required("first", item.listed(), Listed<T>::first);
          var total = fields.required("total", Scalar.INT, Listed<T>::total);
          return in -> new Listed<>(in.get(first), in.get(total));
        });
  }
}
