package dev.headroom.history.rollup;

import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What open allocations have, so that it is known of which pool that is, and how much of it is in
/// use.
final class Lines {
  private final Database database;

  /// By allocation.
  private final Map<Long, List<Line>> open = new HashMap<>();

  Lines(Database database) {
    this.database = database;
    database.create(
        "CREATE TABLE IF NOT EXISTS line (allocation INTEGER NOT NULL, type INTEGER NOT NULL, path"
            + " TEXT NOT NULL, pool TEXT NOT NULL, reserved INTEGER NOT NULL, sample INTEGER NOT"
            + " NULL, PRIMARY KEY (allocation, type)) WITHOUT ROWID");
    database.each(
        "SELECT * FROM line",
        result -> {
          Line line =
              new Line(
                  result.getLong(1),
                  result.getInt(2),
                  ScopePath.of(result.getString(3)),
                  result.getString(4));
          line.reserved = result.getLong(5);
          line.sample = result.getLong(6);
          line.stored = true;
          return add(line);
        });
  }

  /// What an allocation has of a type.
  Optional<Line> find(long allocation, int type) {
    for (Line line : open.getOrDefault(allocation, List.of())) {
      if (line.type == type) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /// All that an allocation has.
  List<Line> of(long allocation) {
    return List.copyOf(open.getOrDefault(allocation, List.of()));
  }

  /// All that allocations have.
  List<Line> all() {
    return open.values().stream().flatMap(List::stream).toList();
  }

  /// Whether an allocation has anything.
  boolean isOpen(long allocation) {
    return open.containsKey(allocation);
  }

  /// An allocation has something of a type from now on.
  Line add(Line line) {
    open.computeIfAbsent(line.allocation, _ -> new ArrayList<>(1)).add(line);
    return line;
  }

  /// An allocation has nothing of a type any more.
  void remove(Line line) {
    line.open = false;
    List<Line> left = open.getOrDefault(line.allocation, List.of());
    if (left.size() > 1) {
      left.remove(line);
    } else {
      open.remove(line.allocation);
    }
  }

  /// Writes what has changed.
  void write(List<Line> changed) {
    for (Line line : changed) {
      if (line.open) {
        var _ =
            database.update(
                "INSERT OR REPLACE INTO line VALUES (?, ?, ?, ?, ?, ?)",
                line.allocation,
                line.type,
                line.path.text(),
                line.pool,
                line.reserved,
                line.sample);
        line.stored = true;
      } else if (line.stored) {
        var _ =
            database.update(
                "DELETE FROM line WHERE allocation = ? AND type = ?", line.allocation, line.type);
        line.stored = false;
      }
    }
  }
}
