package dev.headroom.console.viewmodel;

import dev.headroom.model.ResourceType;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which columns the scope tree has, and of which types it shows what is used. Immutable.
///
/// @param columns those that are shown
/// @param types those that have bars
public record TreeLook(Set<TreeColumn> columns, Set<ResourceType> types) {
  /// How it looks until somebody wants it otherwise: all types, and the columns for which there is
  /// room in most windows.
  public static final TreeLook USUAL =
      new TreeLook(
          EnumSet.of(TreeColumn.HEADROOM, TreeColumn.BARS, TreeColumn.ATTENTION),
          Set.copyOf(ResourceType.ALL));

  public TreeLook {
    columns = Set.copyOf(columns);
    types = Set.copyOf(types);
  }

  /// The same with or without a column.
  public TreeLook with(TreeColumn column, boolean shown) {
    EnumSet<TreeColumn> now = EnumSet.noneOf(TreeColumn.class);
    now.addAll(columns);
    if (shown) {
      now.add(column);
    } else {
      now.remove(column);
    }
    return new TreeLook(now, types);
  }

  /// The same with or without bars of a type.
  public TreeLook with(ResourceType type, boolean shown) {
    EnumSet<ResourceType> now = EnumSet.noneOf(ResourceType.class);
    now.addAll(types);
    if (shown) {
      now.add(type);
    } else {
      now.remove(type);
    }
    return new TreeLook(columns, now);
  }

  /// All types, by name.
  public static List<String> typeNames() {
    return ResourceType.ALL.stream().map(Figures::name).toList();
  }

  /// Whether there are bars of a type.
  ///
  /// @param index of [#typeNames]
  public boolean hasType(int index) {
    return types.contains(ResourceType.ALL.get(index));
  }

  /// The same with or without bars of a type.
  ///
  /// @param index of [#typeNames]
  public TreeLook withType(int index, boolean shown) {
    return with(ResourceType.ALL.get(index), shown);
  }

  /// Those of a scope's bars that are shown.
  public List<BarReading> shown(List<BarReading> bars) {
    if (types.size() == ResourceType.ALL.size()) {
      return bars;
    }
    Set<String> names = new HashSet<>();
    types.forEach(type -> names.add(Figures.name(type)));
    return bars.stream().filter(bar -> names.contains(bar.name())).toList();
  }
}
