package dev.headroom.history.rollup;

import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// The scopes and pools of which there are sums, each with a number. Pools are called by their ids,
/// which never begin with a slash.
final class Places {
  /// So many are kept in memory.
  private static final int CACHED_MAX = 50_000;

  private static final long NO_PARENT = 0;

  private final Database database;
  private final RowStore rows;
  private final Stretches now;
  private final Map<String, Place> cached = new HashMap<>();
  private final Map<ScopePath, List<Place>> chains = new HashMap<>();
  private long last;
  private long generation;

  Places(Database database, RowStore rows, Stretches now) {
    this.database = database;
    this.rows = rows;
    this.now = now;
    database.create(
        "CREATE TABLE IF NOT EXISTS place (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
            + " parent INTEGER NOT NULL)");
    database.create("CREATE INDEX IF NOT EXISTS child ON place (parent)");
    database.create(
        "CREATE TABLE IF NOT EXISTS standing (place INTEGER NOT NULL, type INTEGER NOT NULL,"
            + " reserved INTEGER NOT NULL, in_use INTEGER NOT NULL, sampled INTEGER NOT NULL,"
            + " PRIMARY KEY (place, type)) WITHOUT ROWID");
    database.each("SELECT MAX(number) FROM place", result -> last = result.getLong(1));
  }

  /// Every scope from `/` down to one.
  List<Place> chain(ScopePath path) {
    List<Place> known = chains.get(path);
    if (known != null) {
      return known;
    }
    List<Place> chain = new ArrayList<>();
    long parent = NO_PARENT;
    for (ScopePath each : path.chain()) {
      Place place = place(each.text(), parent);
      chain.add(place);
      parent = place.number;
    }
    chains.put(path, chain);
    return chain;
  }

  /// The same, and a pool.
  ///
  /// @param pool its id; empty for none
  List<Place> serving(ScopePath path, String pool) {
    List<Place> chain = chain(path);
    if (pool.isEmpty()) {
      return chain;
    }
    List<Place> places = new ArrayList<>(chain);
    places.add(place(pool, NO_PARENT));
    return places;
  }

  /// Which places are in memory: another number once they are others.
  long generation() {
    return generation;
  }

  private Place place(String name, long parent) {
    Place known = cached.get(name);
    if (known != null) {
      return known;
    }
    OptionalLong number = find(name);
    Place place = number.isPresent() ? load(number.getAsLong()) : add(name, parent);
    cached.put(name, place);
    return place;
  }

  /// The number of a scope or pool; empty where there are no sums of it.
  OptionalLong find(String name) {
    List<Long> found = new ArrayList<>();
    database.each(
        "SELECT number FROM place WHERE name = ?", result -> found.add(result.getLong(1)), name);
    return found.stream().mapToLong(Long::longValue).findFirst();
  }

  /// What children of a scope cost and requested, of those of which anything was counted.
  List<ChildTotal> childTotals(long parent, Segment segment) {
    List<ChildTotal> totals = new ArrayList<>();
    for (String sums :
        List.of(
            "SUM(row.cost + row.overage), 0 FROM place JOIN " + Form.USAGE.table(segment.grain()),
            "0, SUM(row.granted + row.denied) FROM place JOIN "
                + Form.DEMAND.table(segment.grain()))) {
      database.each(
          "SELECT place.number, place.name, "
              + sums
              + " AS row ON row.place = place.number AND row.start >= ? AND row.start < ?"
              + " WHERE place.parent = ? GROUP BY place.number",
          result ->
              totals.add(
                  new ChildTotal(
                      result.getLong(1),
                      result.getString(2),
                      result.getLong(3),
                      result.getLong(4))),
          segment.from(),
          segment.to(),
          parent);
    }
    return totals;
  }

  private Place add(String name, long parent) {
    last++;
    var _ = database.update("INSERT INTO place VALUES (?, ?, ?)", last, name, parent);
    return new Place(last);
  }

  private Place load(long number) {
    Place place = new Place(number);
    database.each(
        "SELECT type, reserved, in_use, sampled FROM standing WHERE place = ?",
        result -> {
          Standing standing = place.standing(result.getInt(1));
          standing.reserved = result.getLong(2);
          standing.inUse = result.getLong(3);
          standing.sampled = result.getLong(4);
          return standing;
        },
        number);
    for (Form<?> form : Form.ALL) {
      for (Grain grain : Grain.ALL) {
        long start = now.start(grain);
        rows.rows(form, number, grain, start, start + 1).forEach(place::put);
      }
    }
    return place;
  }

  /// How a type stands at a place as it is written.
  Standing standing(long number, int type) {
    return load(number).standing(type);
  }

  /// Writes how types stand.
  void write(List<Standing> standings) {
    for (Standing each : standings) {
      boolean nothing = each.reserved == 0 && each.inUse == 0 && each.sampled == 0;
      if (nothing) {
        var _ =
            database.update(
                "DELETE FROM standing WHERE place = ? AND type = ?", each.place, each.type);
      } else {
        var _ =
            database.update(
                "INSERT OR REPLACE INTO standing VALUES (?, ?, ?, ?, ?)",
                each.place,
                each.type,
                each.reserved,
                each.inUse,
                each.sampled);
      }
    }
  }

  /// Removes what nothing is left of; nothing may be unwritten.
  void purge() {
    String rest =
        String.join(
            " UNION ",
            Form.ALL.stream().map(form -> "SELECT place FROM " + form.table(Grain.MONTH)).toList());
    var _ =
        database.update(
            "DELETE FROM place WHERE number NOT IN ("
                + rest
                + " UNION SELECT place FROM standing)");
    forget();
  }

  /// Forgets what can be read again, where that has become much; nothing may be unwritten.
  void shed() {
    if (cached.size() > CACHED_MAX) {
      forget();
    }
  }

  /// Forgets all that can be read again.
  void forget() {
    generation++;
    cached.clear();
    chains.clear();
    database.each("SELECT MAX(number) FROM place", result -> last = result.getLong(1));
  }
}
