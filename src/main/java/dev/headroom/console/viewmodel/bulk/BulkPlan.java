package dev.headroom.console.viewmodel.bulk;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.edit.Edit;
import dev.headroom.console.viewmodel.edit.Subject;
import dev.headroom.console.viewmodel.edit.Typed;
import dev.headroom.console.viewmodel.edit.Value;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitKey;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What a step would do to scopes, limit by limit, before anything is staged. Immutable.
///
/// @param rows those that would change or cannot, in the order of the scopes
/// @param same how many limits stay as they are
/// @param without how many scopes have no such limit, and get none
public record BulkPlan(List<BulkRow> rows, int same, int without) {
  /// Nothing is planned.
  public static final BulkPlan NONE = new BulkPlan(List.of(), 0, 0);

  /// Works it out.
  ///
  /// @param staged changes that are staged already: the step begins from those
  static BulkPlan of(BulkScopes scopes, BulkStep step, Map<Subject, Edit> staged) {
    return new Making(scopes, step, staged).make();
  }

  /// How many limits would change.
  public int changed() {
    return (int) rows.stream().filter(BulkRow::isChanged).count();
  }

  /// How many cannot be changed so.
  public int failed() {
    return (int) rows.stream().filter(row -> !row.failed().isEmpty()).count();
  }

  /// What is to be staged.
  List<Edit> edits() {
    return rows.stream().filter(BulkRow::isChanged).map(BulkPlan::edit).toList();
  }

  private static Edit edit(BulkRow row) {
    return new Edit(
        new Subject.OfLimit(row.scope(), row.key()),
        row.before().map(Value.OfLimit::new),
        row.after().map(Value.OfLimit::new));
  }

  private static final class Making {
    private final BulkScopes scopes;
    private final BulkStep step;
    private final Map<ScopePath, List<Edit>> staged = new HashMap<>();
    private final Map<Subject, Optional<Limit>> planned = new HashMap<>();
    private final List<BulkRow> rows = new ArrayList<>();
    private int same;
    private int without;

    Making(BulkScopes scopes, BulkStep step, Map<Subject, Edit> staged) {
      this.scopes = scopes;
      this.step = step;
      staged
          .values()
          .forEach(edit ->
              this.staged.computeIfAbsent(edit.subject().path(), _ -> new ArrayList<>()).add(edit));
    }

    BulkPlan make() {
      scopes.scopes().forEach(this::add);
      return new BulkPlan(rows.stream().map(this::warned).toList(), same, without);
    }

    private void add(ScopeStatus scope) {
      Map<LimitKey, Limit> now = limits(scope.path());
      int before = rows.size() + same;
      switch (step) {
        case BulkStep.SetTo(var key, long amount, boolean alsoNew) -> {
          Optional<Limit> limit = Optional.ofNullable(now.get(key));
          Optional<Limit> fresh = alsoNew ? Optional.of(fresh(scope.path(), key)) : limit;
          limit
              .or(() -> fresh)
              .map(known -> known.with(known.terms().withAmount(amount)))
              .ifPresent(after -> add(scope, key, limit, new Typed.Right<>(after)));
        }
        case BulkStep.Scale(var key, var factor) ->
            of(now, key)
                .forEach(limit ->
                    add(scope, limit.key(), Optional.of(limit), BulkStep.scaled(limit, factor)));
        case BulkStep.Add(var key, long difference) ->
            of(now, Optional.of(key))
                .forEach(limit ->
                    add(scope, key, Optional.of(limit), BulkStep.added(limit, difference)));
        case BulkStep.Copy(var _, var limits) ->
            limits.forEach(from ->
                add(
                    scope,
                    from.key(),
                    Optional.ofNullable(now.get(from.key())),
                    new Typed.Right<>(new Limit(scope.path(), from.type(), from.terms()))));
        case BulkStep.Remove(var key) -> of(now, key).forEach(limit -> remove(scope, limit));
      }
      without += rows.size() + same == before ? 1 : 0;
    }

    private void add(ScopeStatus scope, LimitKey key, Optional<Limit> before, Typed<Limit> after) {
      if (after.meaning().isPresent() && after.meaning().equals(before)) {
        same++;
        return;
      }
      after
          .meaning()
          .ifPresent(
              limit -> planned.put(new Subject.OfLimit(scope.path(), key), Optional.of(limit)));
      rows.add(
          new BulkRow(
              scope.path(), key, before, after.meaning(), used(scope, key), after.problem(), ""));
    }

    private void remove(ScopeStatus scope, Limit limit) {
      planned.put(new Subject.OfLimit(scope.path(), limit.key()), Optional.empty());
      rows.add(
          new BulkRow(
              scope.path(),
              limit.key(),
              Optional.of(limit),
              Optional.empty(),
              used(scope, limit.key()),
              "",
              ""));
    }

    /// The same with what one should know about it.
    private BulkRow warned(BulkRow row) {
      if (row.after().isEmpty() || !row.failed().isEmpty()) {
        return row;
      }
      Limit after = row.after().get();
      String warning = "";
      Optional<Limit> parent = governing(after);
      if (row.used().isPresent() && after.terms().amount() < row.used().getAsLong()) {
        warning = Wording.text("bulk.row.below");
      } else if (parent.isPresent() && after.terms().amount() > parent.get().terms().amount()) {
        warning =
            Wording.text(
                "bulk.row.above",
                Phrases.scope(parent.get().path()),
                Figures.amountWithUnit(after.type(), parent.get().terms().amount()));
      }
      return new BulkRow(
          row.scope(), row.key(), row.before(), row.after(), row.used(), "", warning);
    }

    /// The nearest limit above, as it would be.
    private Optional<Limit> governing(Limit limit) {
      Optional<Limit> above = scopes.ground().limits().governing(limit);
      return above.flatMap(
          known -> planned.getOrDefault(new Subject.OfLimit(known.path(), known.key()), above));
    }

    /// A scope's limits as they are, or are staged to be.
    private Map<LimitKey, Limit> limits(ScopePath path) {
      Map<LimitKey, Limit> limits = new LinkedHashMap<>();
      scopes.ground().limits().at(path).forEach(limit -> limits.put(limit.key(), limit));
      for (Edit edit : staged.getOrDefault(path, List.of())) {
        if (edit.subject() instanceof Subject.OfLimit(var _, var key)) {
          limits.remove(key);
          if (edit.after().isPresent() && edit.after().get() instanceof Value.OfLimit(var limit)) {
            limits.put(key, limit);
          }
        }
      }
      return limits;
    }

    private static List<Limit> of(Map<LimitKey, Limit> limits, Optional<LimitKey> key) {
      return key.isEmpty()
          ? List.copyOf(limits.values())
          : Optional.ofNullable(limits.get(key.get())).stream().toList();
    }

    private static Limit fresh(ScopePath path, LimitKey key) {
      Limit.Terms terms = Limit.Terms.hard(0);
      return new Limit(path, key.type(), key.period().map(terms::per).orElse(terms));
    }

    private static OptionalLong used(ScopeStatus scope, LimitKey key) {
      return scope.types().stream()
          .filter(type -> type.type() == key.type())
          .flatMap(type -> type.limits().stream())
          .filter(status -> status.limit().key().equals(key))
          .mapToLong(LimitStatus::used)
          .findFirst();
    }
  }
}
