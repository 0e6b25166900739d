package dev.headroom.console.viewmodel.edit;

import dev.headroom.model.Limit;
import dev.headroom.model.LimitKey;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Many limits, so that those of one scope are found at once. Immutable.
public final class LimitIndex {
  private final Map<ScopePath, List<Limit>> byScope = new HashMap<>();

  private LimitIndex(Collection<Limit> limits) {
    limits.forEach(
        limit -> byScope.computeIfAbsent(limit.path(), _ -> new ArrayList<>()).add(limit));
  }

  /// Of all these.
  public static LimitIndex of(Collection<Limit> limits) {
    return new LimitIndex(limits);
  }

  /// Those of a scope.
  public List<Limit> at(ScopePath path) {
    return List.copyOf(byScope.getOrDefault(path, List.of()));
  }

  /// The one of a scope for a type and period.
  public Optional<Limit> at(ScopePath path, LimitKey key) {
    for (Limit limit : byScope.getOrDefault(path, List.of())) {
      if (limit.key().equals(key)) {
        return Optional.of(limit);
      }
    }
    return Optional.empty();
  }

  /// The nearest one above another for the same type and period.
  public Optional<Limit> governing(Limit limit) {
    Optional<ScopePath> at = limit.path().parent();
    while (at.isPresent()) {
      Optional<Limit> above = at(at.get(), limit.key());
      if (above.isPresent()) {
        return above;
      }
      at = at.get().parent();
    }
    return Optional.empty();
  }
}
