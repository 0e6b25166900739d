package dev.headroom.console.viewmodel.map;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.client.ScopeQuery;
import dev.headroom.console.viewmodel.BarReading;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Readings;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.TypeStatus;
import dev.headroom.model.filter.ScopeFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out who uses how much of a type below a scope: one question for the scope and one for
/// those that use most, on all levels at once, however many scopes there are.
final class TypeUse {
  /// Most scopes that are looked at.
  static final int SCOPES_MAX = 400;

  private static final int DEPTH = 3;

  private final ResourceType type;
  private final Map<ScopePath, List<ScopeStatus>> children = new HashMap<>();
  private final long whole;

  private TypeUse(ResourceType type, ScopeStatus focus, List<ScopeStatus> below) {
    this.type = type;
    whole = used(focus);
    for (ScopeStatus scope : below) {
      scope
          .path()
          .parent()
          .ifPresent(parent -> children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(scope));
    }
  }

  static MapReading ask(Instance instance, ScopePath path, ResourceType type) {
    var query =
        new ScopeQuery(path, DEPTH, ScopeQuery.Sort.by(type), ScopeFilter.ALL, 0, SCOPES_MAX);
    Reply<ScopeStatus> focus = instance.scope(path);
    Reply<ScopePage> below = instance.scopes(query);
    if (!(below instanceof Reply.Decided<ScopePage>(var page))) {
      return new MapReading.Failed(Phrases.problem(below));
    }
    if (!(focus instanceof Reply.Decided<ScopeStatus>(var status))) {
      return new MapReading.Failed(Phrases.problem(focus));
    }
    return new MapReading.Shown(new TypeUse(type, status, page.scopes()).cell(status));
  }

  private UseCell cell(ScopeStatus scope) {
    long used = used(scope);
    List<UseCell> below =
        children.getOrDefault(scope.path(), List.of()).stream()
            .filter(child -> used(child) > 0)
            .map(this::cell)
            .toList();
    // What came between the two questions must not make the parts larger than the whole.
    double weight = Math.max((double) used, below.stream().mapToDouble(UseCell::weight).sum());
    Optional<BarReading> bar = status(scope).map(Readings::bar).filter(one -> !one.inherited());
    String share =
        Wording.text(
            "map.sentence",
            Phrases.scope(scope.path()),
            Figures.exact(type, used),
            Figures.percent(used, whole));
    return new UseCell(
        scope.path().text(),
        false,
        scope.path().name(),
        weight,
        bar.map(BarReading::level).orElse(Level.UNBOUNDED),
        Figures.amount(type, used),
        Figures.exact(type, used),
        bar.map(own -> Wording.text("map.sentence.limit", share, own.percent())).orElse(share),
        scope.children(),
        below);
  }

  private long used(ScopeStatus scope) {
    return status(scope).map(Readings::used).orElse(0L);
  }

  private Optional<TypeStatus> status(ScopeStatus scope) {
    return scope.types().stream().filter(status -> status.type() == type).findFirst();
  }
}
