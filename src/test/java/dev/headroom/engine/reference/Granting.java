package dev.headroom.engine.reference;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.EndCause;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Outcome;
import java.time.Instant;
import java.util.List;

/// How allocations begin and end (rules A4, A7).
final class Granting {
  private final World world;
  private final Books books;

  Granting(World world, Books books) {
    this.world = world;
    this.books = books;
  }

  /// Grants what has just come.
  Outcome.Allocated grant(AllocationId id, AllocationRequest request, Decision decision) {
    Holding holding = new Holding(id, request, world.now, request.priority(), 0);
    if (request.requeue()) {
      world.arrivals++;
      holding.arrival = world.arrivals;
    }
    return grant(holding, decision);
  }

  /// Grants what has waited.
  void grant(Wish wish, Decision decision) {
    Holding holding =
        new Holding(
            wish.id,
            wish.request,
            world.now,
            wish.effectivePriority(world.now, world.settings),
            world.now - wish.since);
    holding.arrival = wish.arrival;
    grant(holding, decision);
  }

  private Outcome.Allocated grant(Holding holding, Decision decision) {
    AllocationId id = holding.id;
    AllocationRequest request = holding.request;
    world.scopeMade(request.path());
    Instant expiresAt = Instant.ofEpochMilli(holding.expiresAt);
    long waited = holding.waited;
    world.holdings.add(holding);
    holding.minimums = decision.minimums();
    world.departed.meet(id);
    holding.shortfalls = decision.shortfalls();
    world.say(
        new Event.Granted(
            request.path(), id, decision.granted(), expiresAt, waited, decision.shortfalls()));
    for (GrantedLine granted : decision.granted()) {
      Holding.Line line = lineMade(holding, granted);
      line.requested += granted.requested();
      books.reserve(holding, line, granted.granted());
    }
    return decision.shortfalls().isEmpty()
        ? new Outcome.Granted(id, expiresAt, decision.granted())
        : new Outcome.Partial(id, expiresAt, decision.granted(), decision.shortfalls());
  }

  /// Ends an allocation and says what came back.
  List<GrantedLine> end(Holding holding, EndCause cause) {
    List<GrantedLine> returned =
        holding.lines.stream()
            .filter(line -> line.reserved > 0)
            .map(line -> new GrantedLine(line.type, line.requested, line.reserved))
            .toList();
    world.say(new Event.Ended(holding.path(), holding.id, cause, returned));
    for (Holding.Line line : holding.lines) {
      books.noteChange(holding.path(), line.type.isHeld() ? line.consumed : 0);
      if (line.reserved > 0) {
        books.giveBack(holding, line, line.reserved);
      }
    }
    world.holdings.remove(holding);
    world.departed.add(holding, world.now);
    return returned;
  }

  private Holding.Line lineMade(Holding holding, GrantedLine granted) {
    return holding
        .line(granted.type())
        .orElseGet(() -> {
          Holding.Line line =
              new Holding.Line(
                  granted.type(), world.serving(holding.path(), granted.type()).orElse(null));
          holding.lines.add(line);
          return line;
        });
  }
}
