package dev.headroom.history.rollup;

import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What open allocations have, so that it is known of which pool that is, and how much of it is in
/// use.
final class Lines {
  private final Database database;
  private final Map<Line.Key, Line> open = new HashMap<>();

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
                  new Line.Key(result.getLong(1), result.getInt(2)),
                  ScopePath.of(result.getString(3)),
                  result.getString(4));
          line.reserved = result.getLong(5);
          line.sample = result.getLong(6);
          line.stored = true;
          return open.put(line.key, line);
        });
  }

  /// What an allocation has of a type.
  Optional<Line> find(long allocation, int type) {
    return Optional.ofNullable(open.get(new Line.Key(allocation, type)));
  }

  /// All that allocations have.
  List<Line> all() {
    return List.copyOf(open.values());
  }

  /// Whether an allocation has anything.
  boolean isOpen(long allocation) {
    for (int type = 0; type < ResourceType.ALL.size(); type++) {
      if (open.containsKey(new Line.Key(allocation, type))) {
        return true;
      }
    }
    return false;
  }

  /// An allocation has something of a type from now on.
  Line add(Line line) {
    open.put(line.key, line);
    return line;
  }

  /// An allocation has nothing of a type any more.
  void remove(Line line) {
    line.open = false;
    open.remove(line.key);
  }

  /// Writes what has changed.
  void write(List<Line> changed) {
    for (Line line : changed) {
      if (line.open) {
        var _ =
            database.update(
                "INSERT OR REPLACE INTO line VALUES (?, ?, ?, ?, ?, ?)",
                line.key.allocation(),
                line.key.type(),
                line.path.text(),
                line.pool,
                line.reserved,
                line.sample);
        line.stored = true;
      } else if (line.stored) {
        var _ =
            database.update(
                "DELETE FROM line WHERE allocation = ? AND type = ?",
                line.key.allocation(),
                line.key.type());
        line.stored = false;
      }
    }
  }
}
