package dev.headroom.history.rollup;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All sums in memory that have changed since they were written, and how they get onto disk: all
/// together, with the number of the last event that is in them.
final class Book {
  private static final long FORMAT = 1;

  final HistoryCalendar calendar = new HistoryCalendar(ZoneOffset.UTC);
  final Stretches now = new Stretches(calendar);
  final RowStore store;
  final Places places;
  final Categories categories;
  final Lines lines;
  final TermsLog terms;
  final LoanLog loans;
  final Trimming trimming;
  private final Database database;
  private final List<Running<?>> counted = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<Standing> standings = new ArrayList<>();
  private final List<Line> changedLines = new ArrayList<>();

  /// The number of the last event; 0 before the first.
  long sequence;

  /// When that was.
  long at = Long.MIN_VALUE;

  /// From when on all events are in it.
  long begins = Long.MAX_VALUE;

  Book(Database database, Retention retention) {
    this.database = database;
    this.store = new RowStore(database);
    database.create(
        "CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value INTEGER NOT NULL)");
    database.create(
        "CREATE TABLE IF NOT EXISTS zone (since INTEGER PRIMARY KEY, name TEXT NOT NULL)");
    store.create();
    readAbout();
    if (at != Long.MIN_VALUE) {
      now.goTo(at);
    }
    this.places = new Places(database, store, now);
    this.categories = new Categories(database);
    this.lines = new Lines(database);
    this.terms = new TermsLog(database);
    this.loans = new LoanLog(database);
    this.trimming = new Trimming(database, store, retention);
    if (!database.isReadOnly()) {
      database.commit();
    }
  }

  private void readAbout() {
    database.each(
        "SELECT name, value FROM about",
        result -> {
          long value = result.getLong(2);
          switch (result.getString(1)) {
            case "sequence" -> sequence = value;
            case "at" -> at = value;
            case "begins" -> begins = value;
            case "format" -> requireFormat(value);
            default -> throw database.unusable("has something unknown in it");
          }
          return value;
        });
    database.each(
        "SELECT since, name FROM zone ORDER BY since",
        result -> {
          calendar.change(result.getLong(1), ZoneId.of(result.getString(2)));
          return result;
        });
  }

  private void requireFormat(long format) {
    if (format != FORMAT) {
      throw database.unusable("was written by another version");
    }
  }

  /// Goes on to an instant, which is never before the last.
  void goTo(long millis) {
    at = millis;
    if (!now.has(millis)) {
      spread();
      now.goTo(millis);
    }
  }

  /// The row of what is consumed now, to be changed.
  UsageRow usage(Place place, int type, long category) {
    Running<UsageRow> running = place.usage(type, category);
    Optional<UsageRow> newest = running.newest();
    if (newest.isPresent()) {
      return newest.get();
    }
    counted.add(running);
    return running.begin(new UsageRow(minute(place), type, category));
  }

  /// The row of what is reserved now, to be changed.
  HoldingRow holding(Place place, int type) {
    Standing standing = place.standing(type);
    Optional<HoldingRow> newest = standing.rows.newest();
    if (newest.isPresent()) {
      return newest.get();
    }
    counted.add(standing.rows);
    return standing.begin(now.start(Grain.MINUTE));
  }

  /// The row of what becomes of requests now, to be changed.
  DemandRow demand(Place place) {
    Running<DemandRow> running = place.demand();
    Optional<DemandRow> newest = running.newest();
    if (newest.isPresent()) {
      return newest.get();
    }
    counted.add(running);
    return running.begin(new DemandRow(minute(place)));
  }

  private Cell minute(Place place) {
    return new Cell(place.number, Grain.MINUTE, now.start(Grain.MINUTE));
  }

  /// Has all that was counted in the rows of all grains.
  private void spread() {
    counted.forEach(running -> running.spread(now, this::changed));
    counted.clear();
  }

  /// How a type stands, to be changed.
  Standing standing(Place place, int type) {
    Standing standing = place.standing(type);
    if (!standing.listed) {
      standing.listed = true;
      standings.add(standing);
    }
    return standing;
  }

  /// Has what an allocation has written.
  void changed(Line line) {
    if (!line.listed) {
      line.listed = true;
      changedLines.add(line);
    }
  }

  private void changed(Row row) {
    if (!row.listed) {
      row.listed = true;
      rows.add(row);
    }
    if (row.fresh) {
      row.fresh = false;
      trimming.added(row.grain);
    }
  }

  /// How much is not written.
  int unwritten() {
    return rows.size() + counted.size() * Grain.ALL.size();
  }

  /// Writes all that has changed, but does not let it stand yet.
  void write() {
    spread();
    store.write(rows);
    places.write(standings);
    lines.write(changedLines);
    trimming.write();
    about("format", FORMAT);
    about("sequence", sequence);
    about("at", at);
    about("begins", begins);
    rows.forEach(row -> row.listed = false);
    standings.forEach(standing -> standing.listed = false);
    changedLines.forEach(line -> line.listed = false);
    rows.clear();
    standings.clear();
    changedLines.clear();
    places.shed();
  }

  /// Writes all and removes what need not be kept, since a day is over, and has it stand.
  void turn() {
    write();
    if (trimming.trim(calendar, now)) {
      places.purge();
      terms.purge(trimming.keptSince(Grain.MONTH));
      loans.purge(trimming.keptSince(Grain.MONTH));
    }
    trimming.write();
    database.commit();
  }

  private void about(String name, long value) {
    var _ = database.update("INSERT OR REPLACE INTO about VALUES (?, ?)", name, value);
  }

  /// Has another time zone hold.
  void changeZone(ZoneId zone) {
    write();
    places.forget();
    calendar.change(at, zone);
    now.renew(at);
    var _ = database.update("DELETE FROM zone WHERE since >= ?", at);
    for (HistoryCalendar.Regime regime : calendar.regimes()) {
      var _ =
          database.update(
              "INSERT OR REPLACE INTO zone VALUES (?, ?)", regime.since(), regime.zone().getId());
    }
  }
}
