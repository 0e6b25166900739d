package dev.headroom.wire.json;

import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Explanation;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.Money;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.Standing;
import dev.headroom.model.TypeStatus;
import dev.headroom.model.WaitStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// Shapes of how scopes, limits, pools, allocations and waits stand at one instant.
public final class Statuses {
  /// How use stands against an allowance (L6).
  public static final OneOf<Standing> STANDING =
      OneOf.<Standing>of("Standing", "state")
          .or(
              "WITHIN",
              Standing.Within.class,
              ObjectShape.of("Within", _ -> _ -> new Standing.Within()))
          .or(
              "GRACE",
              Standing.Grace.class,
              ObjectShape.of(
                  "Grace",
                  fields -> {
                    var until = fields.required("until", Scalar.INSTANT, Standing.Grace::until);
                    return in -> new Standing.Grace(in.get(until));
                  }))
          .or(
              "OVERAGE",
              Standing.Overage.class,
              ObjectShape.of("Beyond", _ -> _ -> new Standing.Overage()))
          .all(Standing.class);

  /// A limit.
  public static final ObjectShape<LimitStatus> LIMIT =
      ObjectShape.of("LimitStatus", Statuses::limit);

  /// A pool.
  public static final ObjectShape<PoolStatus> POOL = ObjectShape.of("PoolStatus", Statuses::pool);

  private static final Shape<TypeStatus> TYPE = ObjectShape.of("TypeStatus", Statuses::type);

  /// How many alerts, by severity.
  public static final ObjectShape<ScopeStatus.AlertCounts> ALERT_COUNTS =
      ObjectShape.of(
          "AlertCounts",
          fields -> {
            var info = fields.required("info", Scalar.INT, ScopeStatus.AlertCounts::info);
            var warning = fields.required("warning", Scalar.INT, ScopeStatus.AlertCounts::warning);
            var critical =
                fields.required("critical", Scalar.INT, ScopeStatus.AlertCounts::critical);
            return in ->
                new ScopeStatus.AlertCounts(in.get(info), in.get(warning), in.get(critical));
          });

  /// A scope.
  public static final ObjectShape<ScopeStatus> SCOPE =
      ObjectShape.of("ScopeStatus", Statuses::scope);

  /// One line of an allocation.
  static final Shape<AllocationStatus.Line> LINE =
      ObjectShape.of(
          "AllocationLine",
          fields -> {
            var type = fields.required("type", Names.TYPE, AllocationStatus.Line::type);
            var reserved =
                fields.required("reserved", Scalar.LONG, AllocationStatus.Line::reserved);
            var consumed =
                fields.required("consumed", Scalar.LONG, AllocationStatus.Line::consumed);
            return in ->
                new AllocationStatus.Line(in.get(type), in.get(reserved), in.get(consumed));
          });

  /// An allocation, live or waiting.
  public static final ObjectShape<AllocationStatus> ALLOCATION =
      ObjectShape.of("AllocationStatus", Statuses::allocation);

  private static final Shape<WaitStatus.Blocker> BLOCKER =
      ObjectShape.of(
          "Blocker",
          fields -> {
            var path = fields.required("path", Names.PATH, WaitStatus.Blocker::path);
            var id = fields.required("allocationId", Names.ALLOCATION, WaitStatus.Blocker::id);
            var reserved = fields.required("reserved", Scalar.LONG, WaitStatus.Blocker::reserved);
            var rank = fields.required("rank", Names.PRIORITY, WaitStatus.Blocker::rank);
            var until = fields.required("until", Scalar.INSTANT, WaitStatus.Blocker::until);
            return in ->
                new WaitStatus.Blocker(
                    in.get(path), in.get(id), in.get(reserved), in.get(rank), in.get(until));
          });

  /// A request that waits.
  public static final ObjectShape<WaitStatus> WAIT = ObjectShape.of("WaitStatus", Statuses::wait);

  private static final Shape<Explanation.Link> LINK =
      ObjectShape.of(
          "ChainLink",
          fields -> {
            var constraint =
                fields.required("constraint", Names.CONSTRAINT, Explanation.Link::constraint);
            var allowance = fields.required("allowance", Scalar.LONG, Explanation.Link::allowance);
            var reserved = fields.required("reserved", Scalar.LONG, Explanation.Link::reserved);
            var consumed = fields.required("consumed", Scalar.LONG, Explanation.Link::consumed);
            var headroom =
                fields.required(
                    "headroom",
                    Scalar.LONG,
                    link -> Disguise.current().headroom(link.constraint(), link.headroom()));
            var limit = fields.optional("limit", LIMIT, Explanation.Link::limit);
            var pool = fields.optional("pool", POOL, Explanation.Link::pool);
            return in ->
                new Explanation.Link(
                    in.get(constraint),
                    in.get(allowance),
                    in.get(reserved),
                    in.get(consumed),
                    in.get(headroom),
                    in.get(limit),
                    in.get(pool));
          });

  /// The chain of constraints for a type at a scope (A9).
  public static final ObjectShape<Explanation> EXPLANATION =
      ObjectShape.of(
          "Explanation",
          fields -> {
            var path = fields.required("path", Names.PATH, Explanation::path);
            var type = fields.required("type", Names.TYPE, Explanation::type);
            var links = fields.required("links", LINK.listed(), Explanation::links);
            var binding = fields.optional("binding", Scalar.INT, Explanation::binding);
            return in ->
                new Explanation(in.get(path), in.get(type), in.get(links), in.get(binding));
          });

  private Statuses() {}

  private static Function<ObjectShape.Values, LimitStatus> limit(Fields<LimitStatus> fields) {
    var limit = fields.required("limit", Configs.LIMIT, LimitStatus::limit);
    var allowance = fields.required("allowance", Scalar.LONG, LimitStatus::allowance);
    var reserved = fields.required("reserved", Scalar.LONG, LimitStatus::reserved);
    var consumed = fields.required("consumed", Scalar.LONG, LimitStatus::consumed);
    fields.told("headroom", Scalar.LONG, LimitStatus::headroom);
    var end = fields.optional("windowEnd", Scalar.INSTANT, LimitStatus::windowEnd);
    var raised = fields.required("raisedPercent", Scalar.INT, LimitStatus::raisedPercent);
    var standing = fields.required("standing", STANDING, LimitStatus::standing);
    var charge = fields.required("overageCharge", Scalar.MONEY, LimitStatus::overageCharge);
    return in ->
        new LimitStatus(
            in.get(limit),
            in.get(allowance),
            in.get(reserved),
            in.get(consumed),
            in.get(end),
            in.get(raised),
            in.get(standing),
            in.get(charge));
  }

  private static Function<ObjectShape.Values, PoolStatus> pool(Fields<PoolStatus> fields) {
    var pool = fields.required("pool", Configs.POOL, PoolStatus::pool);
    var version = fields.required("version", Names.VERSION, PoolStatus::version);
    var available = fields.required("available", Scalar.LONG, PoolStatus::available);
    var reserved = fields.required("reserved", Scalar.LONG, PoolStatus::reserved);
    var consumed = fields.required("consumed", Scalar.LONG, PoolStatus::consumed);
    var initial = fields.required("initial", Scalar.LONG, PoolStatus::initial);
    var replenished = fields.required("replenished", Scalar.LONG, PoolStatus::replenished);
    var toppedUp = fields.required("toppedUp", Scalar.LONG, PoolStatus::toppedUp);
    var drained = fields.required("drained", Scalar.LONG, PoolStatus::drained);
    var borrowed = fields.required("borrowed", Scalar.LONG, PoolStatus::borrowed);
    var lent = fields.required("lent", Scalar.LONG, PoolStatus::lent);
    var raised = fields.required("raisedPercent", Scalar.INT, PoolStatus::raisedPercent);
    fields.told("price", Scalar.MONEY, PoolStatus::price);
    return in ->
        new PoolStatus(
            in.get(pool),
            in.get(version),
            in.get(available),
            in.get(reserved),
            in.get(consumed),
            in.get(initial),
            in.get(replenished),
            in.get(toppedUp),
            in.get(drained),
            in.get(borrowed),
            in.get(lent),
            in.get(raised));
  }

  private static Function<ObjectShape.Values, TypeStatus> type(Fields<TypeStatus> fields) {
    var type = fields.required("type", Names.TYPE, TypeStatus::type);
    var reserved = fields.required("reserved", Scalar.LONG, TypeStatus::reserved);
    var consumed = fields.required("consumed", Scalar.LONG, TypeStatus::consumed);
    var limits = fields.required("limits", LIMIT.listed(), TypeStatus::limits);
    var headroom = fields.optional("headroom", Scalar.LONG, Statuses::headroom);
    var binding = fields.optional("binding", Names.CONSTRAINT, TypeStatus::binding);
    return in ->
        new TypeStatus(
            in.get(type),
            in.get(reserved),
            in.get(consumed),
            in.get(limits),
            in.get(headroom).map(OptionalLong::of).orElseGet(OptionalLong::empty),
            in.get(binding));
  }

  private static Optional<Long> headroom(TypeStatus status) {
    if (status.headroom().isEmpty()) {
      return Optional.empty();
    }
    long own = status.headroom().getAsLong();
    return Optional.of(
        status.binding().map(at -> Disguise.current().headroom(at, own)).orElse(own));
  }

  private static Function<ObjectShape.Values, ScopeStatus> scope(Fields<ScopeStatus> fields) {
    var path = fields.required("path", Names.PATH, ScopeStatus::path);
    var types = fields.required("types", TYPE.listed(), ScopeStatus::types);
    var children = fields.required("children", Scalar.INT, ScopeStatus::children);
    var allocations = fields.required("allocations", Scalar.INT, ScopeStatus::allocations);
    var waiters = fields.required("waiters", Scalar.INT, ScopeStatus::waiters);
    var alerts = fields.required("alerts", ALERT_COUNTS, ScopeStatus::alerts);
    var version = fields.required("version", Names.VERSION, ScopeStatus::version);
    var cost = fields.byDefault("cost", Scalar.MONEY, Money.ZERO, ScopeStatus::cost);
    var changed = fields.optional("changedAt", Scalar.INSTANT, ScopeStatus::changed);
    return in ->
        new ScopeStatus(
            in.get(path),
            in.get(types),
            in.get(children),
            in.get(allocations),
            in.get(waiters),
            in.get(alerts),
            in.get(version),
            in.get(cost),
            in.get(changed));
  }

  private static Function<ObjectShape.Values, AllocationStatus> allocation(
      Fields<AllocationStatus> fields) {
    var id = fields.required("allocationId", Names.ALLOCATION, AllocationStatus::id);
    var path = fields.required("path", Names.PATH, AllocationStatus::path);
    var state =
        fields.required(
            "status", Scalar.word(AllocationStatus.State.class), AllocationStatus::state);
    var priority = fields.required("priority", Names.PRIORITY, AllocationStatus::priority);
    var since = fields.required("since", Scalar.INSTANT, AllocationStatus::since);
    var until = fields.required("until", Scalar.INSTANT, AllocationStatus::until);
    var lines = fields.required("lines", LINE.listed(), AllocationStatus::lines);
    var because =
        fields.byDefault("denials", Outcomes.DENIAL.listed(), List.of(), AllocationStatus::because);
    var purpose = fields.byDefault("purpose", Scalar.TEXT, "", AllocationStatus::purpose);
    var labels = fields.byDefault("labels", Names.LABELS, Map.of(), AllocationStatus::labels);
    return in ->
        new AllocationStatus(
            in.get(id),
            in.get(path),
            in.get(state),
            in.get(priority),
            in.get(since),
            in.get(until),
            in.get(lines),
            in.get(because),
            in.get(purpose),
            in.get(labels));
  }

  private static Function<ObjectShape.Values, WaitStatus> wait(Fields<WaitStatus> fields) {
    var id = fields.required("allocationId", Names.ALLOCATION, WaitStatus::id);
    var path = fields.required("path", Names.PATH, WaitStatus::path);
    var conflict = fields.required("conflictId", Names.CONFLICT, WaitStatus::conflict);
    var at = fields.required("constraint", Names.CONSTRAINT, WaitStatus::at);
    var type = fields.required("type", Names.TYPE, WaitStatus::type);
    var position = fields.required("position", Scalar.INT, WaitStatus::position);
    var waiting = fields.required("waiting", Scalar.INT, WaitStatus::waiting);
    var behind = fields.optional("behind", Names.ALLOCATION, WaitStatus::behind);
    var behindPath = fields.optional("behindPath", Names.PATH, WaitStatus::behindPath);
    var since = fields.required("since", Scalar.INSTANT, WaitStatus::since);
    var until = fields.required("until", Scalar.INSTANT, WaitStatus::until);
    var requested = fields.required("requested", Scalar.LONG, WaitStatus::requested);
    var free =
        fields.required(
            "free", Scalar.LONG, wait -> Disguise.current().headroom(wait.at(), wait.free()));
    var priority = fields.required("priority", Names.PRIORITY, WaitStatus::priority);
    var effective = fields.required("effectivePriority", Names.PRIORITY, WaitStatus::effective);
    var starves = fields.required("starves", Scalar.FLAG, WaitStatus::starves);
    var blockers = fields.required("blockers", BLOCKER.listed(), WaitStatus::blockers);
    var expected = fields.optional("expectedAt", Scalar.INSTANT, WaitStatus::expectedAt);
    return in ->
        new WaitStatus(
            in.get(id),
            in.get(path),
            in.get(conflict),
            in.get(at),
            in.get(type),
            in.get(position),
            in.get(waiting),
            in.get(behind),
            in.get(behindPath),
            in.get(since),
            in.get(until),
            in.get(requested),
            in.get(free),
            in.get(priority),
            in.get(effective),
            in.get(starves),
            in.get(blockers),
            in.get(expected));
  }
}
