package dev.headroom.history.rollup;

import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.report.LoanUse;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// What was counted, for whoever makes something of it.
public final class Readings {
  private final Book book;

  Readings(Book book) {
    this.book = book;
  }

  /// The number of a scope; empty where nothing ever happened there.
  public OptionalLong place(ScopePath path) {
    return book.places.find(path.text());
  }

  /// The number of a pool; empty where it never served anyone.
  public OptionalLong place(PoolId pool) {
    return book.places.find(pool.value());
  }

  /// The children of a scope of which anything was counted.
  public List<ChildTotal> childTotals(long parent, Segment segment) {
    return book.places.childTotals(parent, segment);
  }

  /// Quota that ran within a span and was lent or borrowed by command at or below a scope, the
  /// newest first.
  public List<LoanUse> loans(ScopePath path, long from, long to) {
    return book.loans.within(path, from, to);
  }

  /// The names of categories, by their numbers.
  public Map<Long, String> categories() {
    return book.categories.names();
  }

  /// What was consumed.
  ///
  /// @param segment rows of this grain that begin within it
  public List<UsageRow> usage(long place, Segment segment) {
    return book.store.rows(Form.USAGE, place, segment.grain(), segment.from(), segment.to());
  }

  /// What was reserved.
  public List<HoldingRow> holding(long place, Segment segment) {
    return book.store.rows(Form.HOLDING, place, segment.grain(), segment.from(), segment.to());
  }

  /// What became of requests.
  public List<DemandRow> demand(long place, Segment segment) {
    return book.store.rows(Form.DEMAND, place, segment.grain(), segment.from(), segment.to());
  }

  /// How a type stood at an instant that is the beginning of a segment in which nothing of it
  /// happened: as at the beginning of the next row.
  public HoldingRow standing(long place, ResourceType type, Segment segment) {
    List<HoldingRow> next =
        book.store.firstAfter(place, type.ordinal(), segment.grain(), segment.from());
    Cell cell = new Cell(place, segment.grain(), segment.from());
    if (next.isEmpty()) {
      Standing now = book.places.standing(place, type.ordinal());
      return HoldingRow.begin(cell, type.ordinal(), now);
    }
    HoldingRow row = next.getFirst();
    Standing then = new Standing(place, type.ordinal());
    then.reserved = row.reserved.opening;
    then.inUse = row.inUse.opening;
    then.sampled = row.sampled.opening;
    return HoldingRow.begin(cell, type.ordinal(), then);
  }

  /// What the limits of a scope allowed within a span.
  public List<LimitTerms> limits(ScopePath path, long from, long to) {
    return book.terms.limitsOf(path, from, to);
  }

  /// What all pools had within a span.
  public List<PoolTerms> pools(long from, long to) {
    return book.terms.pools(from, to);
  }
}
