package dev.headroom.console.viewmodel.bulk;

import dev.headroom.model.ScopePath;
import dev.headroom.model.filter.ScopeFilter;
import java.util.List;

/// Which scopes are to be changed.
public sealed interface BulkTarget {
  /// Those that match a query when they are looked up.
  record Matching(ScopeFilter filter) implements BulkTarget {}

  /// These.
  record Marked(List<ScopePath> paths) implements BulkTarget {
    public Marked {
      paths = List.copyOf(paths);
    }
  }

  /// Whether there are none for sure.
  default boolean isEmpty() {
    return switch (this) {
      case Matching(var filter) -> filter.isAll();
      case Marked(var paths) -> paths.isEmpty();
    };
  }
}
