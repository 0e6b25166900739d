package dev.headroom.history.rollup;

import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Change;
import dev.headroom.model.Denial;
import dev.headroom.model.EndCause;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Counts events in a [Book]: each at its scope and all above it, and where a pool serves, there.
final class Tally {
  private final Book book;

  Tally(Book book) {
    this.book = book;
  }

  /// Counts one, which is the next.
  void count(Event event) {
    long at = event.at().toEpochMilli();
    turnTo(at);
    book.sequence = event.sequence();
    switch (event.body()) {
      case Event.Granted granted -> granted(granted);
      case Event.Used used -> used(used);
      case Event.Ended ended -> ended(ended);
      case Event.Resized resized -> resized(resized);
      case Event.Queued queued -> demand(queued.path(), row -> row.queued++);
      case Event.Denied denied -> denied(denied);
      case Event.Preempted preempted -> demand(preempted.path(), row -> row.preempted++);
      case Event.ConfigChanged changed -> changed(changed);
      case Event.QuotaLent(var _, var loan) -> book.loans.begin(loan);
      case Event.QuotaReturned returned -> book.loans.end(returned, at);
      case Event.ScopeClosed(ScopePath path) -> book.terms.close(path, at);
      default -> {}
    }
  }

  /// Begins anew with a state, since what happened before cannot be told.
  void begin(Beginning beginning) {
    book.begins = beginning.at().toEpochMilli();
    turnTo(book.begins);
    book.sequence = beginning.sequence();
    book.lines.all().forEach(this::end);
    book.terms.close(ScopePath.ROOT, book.at);
    beginning.changes().forEach(this::change);
    book.loans.beginAnew(beginning.loans(), book.at);
    for (AllocationStatus allocation : beginning.allocations()) {
      allocation.lines().forEach(line -> begin(allocation, line));
    }
  }

  private void begin(AllocationStatus allocation, AllocationStatus.Line line) {
    long id = allocation.id().value();
    Line begun = open(allocation.path(), id, line.type());
    begun.reserved = line.reserved();
    boolean sampled = line.type().isHeld() && line.consumed() > 0;
    begun.sample = sampled ? line.consumed() : -1;
    book.changed(begun);
    Shift shift =
        new Shift(line.reserved(), Math.max(0, begun.sample), sampled ? line.reserved() : 0);
    shift(begun.places(book.places), begun, shift);
  }

  private void turnTo(long at) {
    boolean first = book.at == Long.MIN_VALUE;
    if (first) {
      book.begins = Math.min(book.begins, at);
    }
    long day = book.now.start(Grain.DAY);
    book.goTo(at);
    if (!first && book.now.start(Grain.DAY) != day) {
      book.turn();
    }
  }

  private void granted(Event.Granted granted) {
    for (GrantedLine line : granted.lines()) {
      reserve(granted.path(), granted.allocation().value(), line.type(), line.granted());
    }
    demand(
        granted.path(),
        row -> {
          row.granted++;
          row.partly += granted.shortfalls().isEmpty() ? 0 : 1;
          row.waited(granted.waitedMillis());
        });
  }

  private void resized(Event.Resized resized) {
    long allocation = resized.allocation().value();
    if (resized.difference() > 0) {
      reserve(resized.path(), allocation, resized.type(), resized.difference());
    } else {
      book.lines
          .find(allocation, resized.type().ordinal())
          .ifPresent(line -> giveBack(line, -resized.difference()));
    }
  }

  private void reserve(ScopePath path, long allocation, ResourceType type, long amount) {
    Line line =
        book.lines.find(allocation, type.ordinal()).orElseGet(() -> open(path, allocation, type));
    line.reserved = Math.addExact(line.reserved, amount);
    book.changed(line);
    shift(line.places(book.places), line, new Shift(amount, 0, line.sample < 0 ? 0 : amount));
  }

  private Line open(ScopePath path, long allocation, ResourceType type) {
    return book.lines.add(new Line(allocation, type.ordinal(), path, serving(path, type)));
  }

  private void giveBack(Line line, long amount) {
    line.reserved -= amount;
    book.changed(line);
    List<Place> places = line.places(book.places);
    shift(places, line, new Shift(-amount, 0, line.sample < 0 ? 0 : -amount));
    holding(places, line.type, row -> row.returned = Math.addExact(row.returned, amount));
  }

  private void ended(Event.Ended ended) {
    book.lines.of(ended.allocation().value()).forEach(this::end);
    if (ended.cause() == EndCause.EXPIRED) {
      demand(ended.path(), row -> row.expired++);
    }
  }

  private void end(Line line) {
    if (line.sample > 0) {
      shift(line.places(book.places), line, new Shift(0, -line.sample, 0));
    }
    if (line.reserved > 0) {
      giveBack(line, line.reserved);
    }
    book.lines.remove(line);
    book.changed(line);
  }

  private void used(Event.Used used) {
    int type = used.type().ordinal();
    Optional<Line> line = book.lines.find(used.allocation().value(), type);
    List<Place> places =
        line.map(found -> found.places(book.places))
            .orElseGet(() -> book.places.serving(used.path(), serving(used.path(), used.type())));
    long category = book.categories.number(used.category());
    for (Place place : places) {
      book.usage(place, type, category).add(used);
    }
    if (used.type().isSpent()) {
      line.ifPresent(from -> consume(places, from, used.amount() - used.beyond()));
      holding(places, type, row -> row.consume(used.amount()));
    } else if (line.isPresent() || book.lines.isOpen(used.allocation().value())) {
      sample(
          places,
          line.orElseGet(() -> open(used.path(), used.allocation().value(), used.type())),
          used.amount());
    }
  }

  private void consume(List<Place> places, Line line, long fromReservation) {
    if (fromReservation > 0) {
      line.reserved -= fromReservation;
      book.changed(line);
      shift(places, line, new Shift(-fromReservation, 0, 0));
    }
  }

  private void sample(List<Place> places, Line line, long amount) {
    boolean first = line.sample < 0;
    long before = Math.max(0, line.sample);
    line.sample = amount;
    book.changed(line);
    shift(places, line, new Shift(0, amount - before, first ? line.reserved : 0));
  }

  private void denied(Event.Denied denied) {
    demand(
        denied.path(),
        row -> {
          row.denied++;
          row.waited(denied.waitedMillis());
        });
    for (Denial denial : denied.denials()) {
      holding(book.places.chain(denied.path()), denial.type().ordinal(), row -> row.denied++);
    }
  }

  private void changed(Event.ConfigChanged changed) {
    changed.changes().forEach(this::change);
  }

  private void change(Change change) {
    book.terms.apply(change, book.at);
    if (change instanceof Change.PutSettings(var settings, var _)
        && !settings.timeZone().equals(book.calendar.zoneAt(book.at))) {
      book.changeZone(settings.timeZone());
    }
  }

  private void shift(List<Place> places, Line line, Shift shift) {
    int type = line.type;
    holding(places, type, row -> shift.into(row, book.at));
    places.forEach(place -> shift.into(book.standing(place, type)));
  }

  private void holding(List<Place> places, int type, Consumer<HoldingRow> change) {
    for (Place place : places) {
      change.accept(book.holding(place, type));
    }
  }

  private void demand(ScopePath path, Consumer<DemandRow> change) {
    for (Place place : book.places.chain(path)) {
      change.accept(book.demand(place));
    }
  }

  private String serving(ScopePath path, ResourceType type) {
    return book.terms.serving(path, type).map(PoolId::value).orElse("");
  }
}
