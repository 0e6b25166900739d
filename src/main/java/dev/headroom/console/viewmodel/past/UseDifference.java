package dev.headroom.console.viewmodel.past;

import dev.headroom.console.viewmodel.BarReading;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.Readings;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.past.Difference.Quantity;
import dev.headroom.console.viewmodel.past.Difference.Quantity.Measure;
import dev.headroom.model.Amount;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.TypeStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// How a scope differs at two instants. Pure.
///
/// A type is different where another amount is reserved or consumed, counts against the scope's own
/// limit or is allowed, or where it presses more or less than before. That others have used more of
/// what is shared is told once, where it is limited, and not at every scope below.
///
/// The size of a change is by how much of its allowance the use has moved, or by how much of itself
/// the allowance has, whichever is more: from 20 to 70 % is 0.5. Where the scope has no limit of
/// its own it is by how much of what it could reach the use has moved. Of what nothing limits it is
/// by how much of the larger amount it differs, times [#UNLIMITED_WEIGHT], so that it comes last.
final class UseDifference {
  /// How much a change counts that nothing limits.
  static final double UNLIMITED_WEIGHT = 0.001;

  private UseDifference() {}

  /// All that is different at one scope.
  ///
  /// @param before how it stood at the first instant; empty where it was not there
  /// @param after likewise at the second; not both are empty
  static List<Difference> of(
      ScopePath path, Optional<ScopeStatus> before, Optional<ScopeStatus> after) {
    List<Difference> found = new ArrayList<>();
    double largest = 0;
    for (ResourceType type : ResourceType.ALL) {
      Optional<TypeStatus> then = before.flatMap(scope -> find(scope, type));
      Optional<TypeStatus> now = after.flatMap(scope -> find(scope, type));
      Optional<Difference> use = use(path, type, then, now);
      largest = Math.max(largest, use.map(Difference::size).orElse(0.0));
      use.ifPresent(found::add);
    }
    if (before.isEmpty() || after.isEmpty()) {
      return List.of(presence(path, before, largest));
    }
    waiting(path, before.get().waiters(), after.get().waiters()).ifPresent(found::add);
    return List.copyOf(found);
  }

  private static Optional<TypeStatus> find(ScopeStatus scope, ResourceType type) {
    return scope.types().stream().filter(each -> each.type() == type).findFirst();
  }

  private static Difference presence(ScopePath path, Optional<ScopeStatus> before, double largest) {
    String there = Wording.text("compare.there");
    boolean came = before.isEmpty();
    return new Difference(
        Difference.Kind.SCOPE,
        path,
        Wording.text(came ? "compare.came" : "compare.went"),
        came ? Difference.ABSENT : there,
        came ? there : Difference.ABSENT,
        "",
        Level.CALM,
        largest,
        List.of());
  }

  private static Optional<Difference> waiting(ScopePath path, int before, int after) {
    return before == after
        ? Optional.empty()
        : Optional.of(
            new Difference(
                Difference.Kind.WAITING,
                path,
                Wording.text("compare.waiting"),
                Figures.count(before),
                Figures.count(after),
                signed(after - (long) before, Figures.count(Math.abs(after - (long) before))),
                after > before ? Level.WARNING : Level.CALM,
                relative(before, after),
                List.of()));
  }

  private static Optional<Difference> use(
      ScopePath path, ResourceType type, Optional<TypeStatus> before, Optional<TypeStatus> after) {
    List<Quantity> quantities = quantities(type, before, after);
    boolean same =
        level(before) == level(after)
            && quantities.stream()
                .allMatch(each -> each.measure() == Measure.HEADROOM || !each.differs());
    if (same) {
      return Optional.empty();
    }
    return Optional.of(
        new Difference(
            Difference.Kind.USE,
            path,
            Figures.name(type),
            before.map(UseDifference::text).orElse(Difference.ABSENT),
            after.map(UseDifference::text).orElse(Difference.ABSENT),
            change(type, before, after),
            level(after),
            size(before, after),
            quantities));
  }

  private static Level level(Optional<TypeStatus> status) {
    return status.map(Readings::level).orElse(Level.CALM);
  }

  private static List<Quantity> quantities(
      ResourceType type, Optional<TypeStatus> before, Optional<TypeStatus> after) {
    List<Quantity> quantities = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      OptionalLong then = before.map(one -> amount(measure, one)).orElse(OptionalLong.empty());
      OptionalLong now = after.map(one -> amount(measure, one)).orElse(OptionalLong.empty());
      if (then.isPresent() || now.isPresent()) {
        quantities.add(new Quantity(measure, type, then, now));
      }
    }
    return List.copyOf(quantities);
  }

  private static OptionalLong amount(Measure measure, TypeStatus status) {
    Optional<LimitStatus> limit = status.tightest();
    return switch (measure) {
      case RESERVED -> OptionalLong.of(status.reserved());
      case CONSUMED -> OptionalLong.of(status.consumed());
      case USED -> limit.map(one -> OptionalLong.of(one.used())).orElse(OptionalLong.empty());
      case ALLOWANCE ->
          limit.map(one -> OptionalLong.of(one.allowance())).orElse(OptionalLong.empty());
      case HEADROOM -> status.headroom();
    };
  }

  private static String text(TypeStatus status) {
    BarReading bar = Readings.bar(status);
    return bar.percent().isEmpty()
        ? bar.detail()
        : Wording.text("compare.use", bar.percent(), bar.detail());
  }

  private static String change(
      ResourceType type, Optional<TypeStatus> before, Optional<TypeStatus> after) {
    long used = used(after) - used(before);
    long allowed = allowance(after) - allowance(before);
    List<String> parts = new ArrayList<>();
    if (used != 0) {
      parts.add(signed(used, Figures.amount(type, Math.abs(used))));
    }
    if (allowed != 0) {
      String amount = signed(allowed, Figures.amount(type, Math.abs(allowed)));
      parts.add(Wording.text("compare.allowed", amount));
    }
    return String.join(" · ", parts);
  }

  private static String signed(long amount, String text) {
    return (amount < 0 ? "−" : "+") + text;
  }

  private static long used(Optional<TypeStatus> status) {
    return status
        .map(one -> one.tightest().map(LimitStatus::used).orElse(Readings.used(one)))
        .orElse(0L);
  }

  private static long allowance(Optional<TypeStatus> status) {
    return status.flatMap(TypeStatus::tightest).map(LimitStatus::allowance).orElse(0L);
  }

  private static double size(Optional<TypeStatus> before, Optional<TypeStatus> after) {
    double unlimited = UNLIMITED_WEIGHT * relative(used(before), used(after));
    if (allowance(before) > 0 && allowance(after) > 0) {
      double moved = Math.abs(share(after) - share(before));
      return Math.max(moved, relative(allowance(before), allowance(after)));
    }
    long reach = Math.max(reach(before), reach(after));
    double moved = Math.abs((double) used(after) - used(before)) / Math.max(1, reach);
    return reach > 0 ? moved : unlimited;
  }

  private static double share(Optional<TypeStatus> status) {
    return (double) used(status) / allowance(status);
  }

  /// How much could be used in all; 0 where nothing limits it.
  private static long reach(Optional<TypeStatus> status) {
    OptionalLong headroom = status.map(TypeStatus::headroom).orElse(OptionalLong.empty());
    boolean unlimited = headroom.orElse(Amount.MAX) >= Amount.MAX;
    return unlimited ? 0 : used(status) + Math.max(0, headroom.getAsLong());
  }

  private static double relative(long before, long after) {
    long larger = Math.max(Math.abs(before), Math.abs(after));
    return larger == 0 ? 0 : Math.abs((double) after - before) / larger;
  }
}
