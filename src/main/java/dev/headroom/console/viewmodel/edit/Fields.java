package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.PriceCurve;
import dev.headroom.console.viewmodel.Times;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Limit;
import dev.headroom.model.Pool;
import dev.headroom.model.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// All that limits and pools say, field by field. Pure.
final class Fields {
  /// Those of a limit; its place, type and period tell it from others and never change.
  static final List<Field<Limit>> OF_LIMIT =
      List.of(
          new Field<>(
              "amount",
              limit -> limit.terms().amount(),
              limit -> Figures.amountWithUnit(limit.type(), limit.terms().amount()),
              (limit, from) -> limit.with(limit.terms().withAmount(from.terms().amount()))),
          new Field<>(
              "rollover",
              limit -> limit.terms().rollover(),
              limit -> Wording.text("yes." + limit.terms().rollover()),
              (limit, from) -> limit.with(limit.terms().withRollover(from.terms().rollover()))),
          new Field<>(
              "enforcement",
              limit -> limit.terms().enforcement(),
              limit -> Phrases.enforcement(limit.terms().enforcement()),
              (limit, from) ->
                  limit.with(limit.terms().withEnforcement(from.terms().enforcement()))),
          new Field<>(
              "thresholds",
              limit -> limit.terms().thresholds(),
              limit -> thresholds(limit.terms().thresholds()),
              (limit, from) -> limit.with(limit.terms().withThresholds(from.terms().thresholds()))),
          new Field<>(
              "onConflict",
              limit -> limit.terms().onConflict(),
              limit -> strategy(limit.terms().onConflict()),
              (limit, from) ->
                  limit.with(limit.terms().withOnConflict(from.terms().onConflict()))));

  /// Those of a pool; its name, place and type never change.
  static final List<Field<Pool>> OF_POOL =
      List.of(
          new Field<>(
              "capacity",
              pool -> pool.terms().capacity(),
              pool -> Figures.amountWithUnit(pool.type(), pool.terms().capacity()),
              (pool, from) -> pool.with(pool.terms().withCapacity(from.terms().capacity()))),
          new Field<>(
              "replenishment",
              pool -> pool.terms().replenishment(),
              Fields::refill,
              (pool, from) ->
                  pool.with(pool.terms().withReplenishment(from.terms().replenishment()))),
          new Field<>(
              "cost",
              pool -> pool.terms().costPerUnit(),
              pool -> PriceCurve.text(pool.terms().costPerUnit()),
              (pool, from) -> pool.with(pool.terms().withCostPerUnit(from.terms().costPerUnit()))),
          new Field<>(
              "sharing",
              pool -> pool.terms().sharing(),
              pool -> sharing(pool.terms().sharing().name()),
              (pool, from) -> pool.with(pool.terms().withSharing(from.terms().sharing()))),
          new Field<>(
              "members",
              pool -> pool.terms().members(),
              pool -> members(pool),
              (pool, from) -> pool.with(pool.terms().withMembers(from.terms().members()))),
          new Field<>(
              "borrowing",
              pool -> pool.terms().borrowing(),
              pool -> Figures.amountWithUnit(pool.type(), pool.terms().borrowing()),
              (pool, from) -> pool.with(pool.terms().withBorrowing(from.terms().borrowing()))),
          new Field<>(
              "thresholds",
              pool -> pool.terms().thresholds(),
              pool -> thresholds(pool.terms().thresholds()),
              (pool, from) -> pool.with(pool.terms().withThresholds(from.terms().thresholds()))),
          new Field<>(
              "onConflict",
              pool -> pool.terms().onConflict(),
              pool -> strategy(pool.terms().onConflict()),
              (pool, from) -> pool.with(pool.terms().withOnConflict(from.terms().onConflict()))));

  private Fields() {}

  /// What is different; one row for the whole where there is nothing on one side.
  static List<Edit.FieldChange> changes(Optional<Value> before, Optional<Value> after) {
    if (before.isPresent() && after.isPresent()) {
      return switch (before.get()) {
        case Value.OfLimit(var old) when after.get() instanceof Value.OfLimit(var now) ->
            changes(OF_LIMIT, old, now);
        case Value.OfPool(var old) when after.get() instanceof Value.OfPool(var now) ->
            changes(OF_POOL, old, now);
        case Value.OfSettings(var old) when after.get() instanceof Value.OfSettings(var now) ->
            changes(SettingsFields.ALL, old, now);
        default -> throw new IllegalArgumentException("not the same: " + before + ", " + after);
      };
    }
    String whole = Wording.text("field.whole");
    return List.of(new Edit.FieldChange(whole, text(before), text(after)));
  }

  static String text(Optional<Value> value) {
    return value.map(Value::text).orElse(Wording.text("field.none"));
  }

  private static <T> List<Edit.FieldChange> changes(List<Field<T>> fields, T old, T now) {
    List<Edit.FieldChange> changes = new ArrayList<>();
    for (Field<T> field : fields) {
      if (field.differs(old, now)) {
        changes.add(
            new Edit.FieldChange(field.name(), field.text().apply(old), field.text().apply(now)));
      }
    }
    return changes;
  }

  static String thresholds(Thresholds thresholds) {
    return thresholds.percents().isEmpty()
        ? Wording.text("field.none")
        : thresholds.percents().stream()
            .map(percent -> percent + " %")
            .collect(Collectors.joining(", "));
  }

  static String strategy(Optional<ConflictStrategy> strategy) {
    return Wording.text(
        strategy.map(chosen -> "strategy." + chosen.name()).orElse("strategy.inherited"));
  }

  static String sharing(String policy) {
    return policy.equals("PRIORITY")
        ? Wording.text("strategy.PRIORITY")
        : Wording.text("sharing." + policy);
  }

  private static String refill(Pool pool) {
    return pool.terms()
        .replenishment()
        .map(flow ->
            Wording.text(
                "fact.refill.per",
                Figures.amount(pool.type(), flow.amount()),
                Times.span(flow.interval())))
        .orElse(Wording.text("field.none"));
  }

  private static String members(Pool pool) {
    return pool.terms().members().isEmpty()
        ? Wording.text("field.none")
        : pool.terms().members().stream()
                .map(member ->
                    Wording.text(
                        "field.member",
                        member.path(),
                        Figures.amount(pool.type(), member.quota()),
                        member.weight()))
                .collect(Collectors.joining("; "))
            + lent(pool);
  }

  /// What members lend each other; nothing where they do not.
  private static String lent(Pool pool) {
    String lent = Lendings.text(pool.type(), pool.terms().members());
    return lent.isEmpty() ? "" : "; " + Wording.text("field.lent", lent.replace("\n", "; "));
  }
}
