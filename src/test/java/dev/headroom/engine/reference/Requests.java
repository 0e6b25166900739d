package dev.headroom.engine.reference;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.EndCause;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Outcome;
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
  private final MakingRoom makingRoom;

  Requests(World world, Books books, Granting granting, Queue queue, MakingRoom makingRoom) {
    this.world = world;
    this.books = books;
    this.granting = granting;
    this.queue = queue;
    this.makingRoom = makingRoom;
  }

  /// @param names what a new allocation will be called
  Answer allocate(AllocationRequest request, Iterator<AllocationId> names) {
    OptionalInt overflowing = Judge.overflowing(world, request);
    if (overflowing.isPresent()) {
      return Refusal.Invalid.at("/lines/" + overflowing.getAsInt() + "/amount", "overflows (S6)");
    }
    Decision decision = Judge.decide(world, request);
    if (decision.grants()) {
      return granting.grant(names.next(), request, decision);
    }
    MakingRoom.Asker asker =
        new MakingRoom.Asker(request, request.priority(), Long.MAX_VALUE, Optional.empty());
    Optional<MakingRoom.Plan> plan = makingRoom.plan(asker, decision);
    if (plan.isPresent()) {
      AllocationId id = names.next();
      Place place = decision.obstacle().orElseThrow();
      ConstraintRef at = world.tightest(place).orElseThrow().ref();
      List<Conflict.Loss> losses =
          makingRoom.carryOut(plan.get(), id, request.path(), request.priority());
      Decision now = Judge.decide(world, request);
      Outcome.Allocated outcome = granting.grant(id, request, now);
      makingRoom.settled();
      world.stories.decideAtOnce(
          request,
          place,
          at,
          Optional.of(id),
          Finding.of(plan.get().verdict(), now.shortfalls()).costing(losses));
      makingRoom.requeue();
      return outcome;
    }
    Optional<Outcome.Allocated> shared =
        decision.mayWait() ? share(request, decision, names) : Optional.empty();
    if (shared.isPresent()) {
      return shared.get();
    }
    if (decision.mayWait() && !request.maxWait().isZero()) {
      return queue.join(names.next(), request, decision);
    }
    world.say(new Event.Denied(request.path(), Optional.empty(), decision.failed(), 0));
    if (decision.mayWait()) {
      Place place = decision.obstacle().orElseThrow();
      ConstraintRef at = decision.failed().getFirst().binding();
      world.stories.decideAtOnce(
          request,
          place,
          at,
          Optional.empty(),
          Finding.of(Conflict.Verdict.DENIED, decision.failed()));
    }
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
        ? new Outcome.Released(granting.end(holding.get(), EndCause.RELEASED))
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
      makingRoom.settled();
      makingRoom.requeue();
      return new Outcome.ResizedTo(line.reserved, flags);
    } else if (difference < 0) {
      books.giveBack(holding, line, -difference);
    }
    world.say(new Event.Resized(holding.path(), holding.id, line.type, difference));
    return new Outcome.ResizedTo(line.reserved, flags);
  }

  /// What is there, where the constraint shares (Q3).
  private Optional<Outcome.Allocated> share(
      AllocationRequest request, Decision failed, Iterator<AllocationId> names) {
    Place place = failed.obstacle().orElseThrow();
    Constraint constraint = world.tightest(place).orElseThrow();
    boolean byPolicy =
        place.pool()
            && world.owned(place.path(), place.type()).filter(Sharing::isShared).isPresent();
    if (byPolicy || world.strategy(place) != ConflictStrategy.SHARING) {
      return Optional.empty();
    }
    Decision decision =
        Judge.decideShare(world, request, Long.MAX_VALUE, place.type(), world.headroom(constraint));
    if (!decision.grants()) {
      return Optional.empty();
    }
    AllocationId id = names.next();
    Outcome.Allocated outcome = granting.grant(id, request, decision);
    world.stories.decideAtOnce(
        request,
        place,
        constraint.ref(),
        Optional.of(id),
        Finding.of(Conflict.Verdict.SHARED, decision.shortfalls()));
    return Optional.of(outcome);
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
    MakingRoom.Asker asker =
        new MakingRoom.Asker(more, holding.rank, Long.MAX_VALUE, Optional.of(holding));
    Optional<MakingRoom.Plan> plan =
        decision.grants() ? Optional.empty() : makingRoom.plan(asker, decision);
    plan.ifPresent(how -> makingRoom.carryOut(how, holding.id, holding.path(), holding.rank));
    return decision.grants() || plan.isPresent()
        ? Optional.empty()
        : Optional.of(new Outcome.NotResized(decision.failed().getFirst()));
  }
}
