package dev.headroom.engine.reference;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Outcome;
import dev.headroom.model.Priority;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestLine;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What callers ask about allocations (rules A1–A4, A7).
final class Requests {
  private final World world;
  private final Books books;
  private final Granting granting;
  private final Queue queue;
  private final Preempting preempting;

  Requests(World world, Books books, Granting granting, Queue queue, Preempting preempting) {
    this.world = world;
    this.books = books;
    this.granting = granting;
    this.queue = queue;
    this.preempting = preempting;
  }

  /// @param names what a new allocation will be called
  Answer allocate(AllocationRequest request, Iterator<AllocationId> names) {
    if (request.negotiable()) {
      return new Refusal.Unsupported("a negotiable request", "Q3");
    }
    OptionalInt overflowing = Judge.overflowing(world, request);
    if (overflowing.isPresent()) {
      return Refusal.Invalid.at("/lines/" + overflowing.getAsInt() + "/amount", "overflows (S6)");
    }
    Decision decision = Judge.decide(world, request);
    if (decision.grants()) {
      return granting.grant(names.next(), request, decision);
    }
    List<Preempting.Victim> victims = victims(request, request.priority(), decision);
    if (!victims.isEmpty()) {
      AllocationId id = names.next();
      preempting.revoke(victims, id, request.path(), request.priority());
      Outcome.Allocated outcome = granting.grant(id, request, Judge.decide(world, request));
      preempting.requeue();
      return outcome;
    }
    if (decision.mayWait() && !request.maxWait().isZero()) {
      return queue.join(names.next(), request, decision);
    }
    world.say(new Event.Denied(request.path(), Optional.empty(), decision.failed(), 0));
    return new Outcome.Denied(decision.failed());
  }

  Answer release(AllocationId id) {
    Optional<Wish> wish = world.wish(id);
    if (wish.isPresent()) {
      queue.cancel(wish.get());
      return new Outcome.Released(List.of());
    }
    Optional<Holding> holding = world.holding(id);
    return holding.isPresent()
        ? new Outcome.Released(granting.end(holding.get(), Event.EndCause.RELEASED))
        : new Refusal.UnknownAllocation(id);
  }

  Answer renew(Command.Renew renew) {
    Optional<Holding> found = world.holding(renew.allocation());
    if (found.isEmpty()) {
      return unknownOrWaiting(renew.allocation());
    }
    Holding holding = found.get();
    holding.expiresAt = world.now + renew.lease().toMillis();
    Instant expiresAt = Instant.ofEpochMilli(holding.expiresAt);
    world.say(new Event.Renewed(holding.path(), holding.id, expiresAt));
    return new Outcome.Renewed(expiresAt);
  }

  Answer resize(Command.Resize resize) {
    Optional<Holding> found = world.holding(resize.allocation());
    if (found.isEmpty()) {
      return unknownOrWaiting(resize.allocation());
    }
    Holding holding = found.get();
    Optional<Holding.Line> line = holding.line(resize.type());
    if (line.isEmpty()) {
      return new Refusal.NoSuchLine(resize.allocation(), resize.type());
    }
    if (resize.amount() < line.get().consumed) {
      return Refusal.Invalid.at("/amount", "is below what is consumed (A7)");
    }
    long target = resize.type().isHeld() ? resize.amount() : resize.amount() - line.get().consumed;
    return resize(holding, line.get(), target - line.get().reserved);
  }

  /// The refusal of what only a live allocation can do.
  Refusal unknownOrWaiting(AllocationId id) {
    return world.wish(id).isPresent()
        ? new Refusal.StillWaiting(id)
        : new Refusal.UnknownAllocation(id);
  }

  private Answer resize(Holding holding, Holding.Line line, long difference) {
    List<GrantedLine.Flag> flags = List.of();
    if (difference > 0) {
      Optional<Answer> no = refusalToGrow(holding, line, difference);
      if (no.isPresent()) {
        return no.get();
      }
      AllocationRequest more =
          AllocationRequest.of(holding.path(), RequestLine.required(line.type, difference));
      flags = Judge.decide(world, more).granted().getFirst().flags();
      books.reserve(holding, line, difference);
      world.say(new Event.Resized(holding.path(), holding.id, line.type, difference));
      preempting.requeue();
      return new Outcome.ResizedTo(line.reserved, flags);
    } else if (difference < 0) {
      books.giveBack(holding, line, -difference);
    }
    world.say(new Event.Resized(holding.path(), holding.id, line.type, difference));
    return new Outcome.ResizedTo(line.reserved, flags);
  }

  private List<Preempting.Victim> victims(
      AllocationRequest request, Priority rank, Decision decision) {
    return decision.mayWait()
        ? preempting.victims(request, rank, Long.MAX_VALUE, decision)
        : List.of();
  }

  private Optional<Answer> refusalToGrow(Holding holding, Holding.Line line, long difference) {
    AllocationRequest more =
        AllocationRequest.of(holding.path(), RequestLine.required(line.type, difference));
    if (Judge.overflowing(world, more).isPresent()) {
      return Optional.of(Refusal.Invalid.at("/amount", "overflows (S6)"));
    }
    if (!world.serving(holding.path(), line.type).equals(line.stock())) {
      return Optional.of(Refusal.Invalid.at("/type", "draws from another pool than before"));
    }
    Decision decision = Judge.decide(world, more);
    List<Preempting.Victim> victims =
        decision.grants() ? List.of() : victims(more, holding.rank, decision);
    preempting.revoke(victims, holding.id, holding.path(), holding.rank);
    return decision.grants() || !victims.isEmpty()
        ? Optional.empty()
        : Optional.of(new Outcome.NotResized(decision.failed().getFirst()));
  }
}
