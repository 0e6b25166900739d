package dev.headroom.engine.reference;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// All requests of a batch or none (rule A6). To see whether all fit, they are put among what is
/// held, in silence, and taken out again.
final class Together {
  private static final AllocationId NOBODY = new AllocationId(Long.MAX_VALUE);

  private final World world;
  private final Requests requests;
  private final Memory memory;

  Together(World world, Requests requests, Memory memory) {
    this.world = world;
    this.requests = requests;
    this.memory = memory;
  }

  Answer allocate(Command.AllocateBatch batch, Iterator<AllocationId> names) {
    for (Command.Allocate each : batch.requests()) {
      if (memory.answer(each).isPresent()) {
        return new Refusal.RequestIdConflict(each.id());
      }
    }
    List<Holding> tried = new ArrayList<>();
    List<Outcome.Failing> failing = new ArrayList<>();
    Optional<Refusal> refusal = attempt(batch, tried, failing);
    tried.forEach(this::takeOut);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (!failing.isEmpty()) {
      failing.forEach(each -> sayDenied(batch.requests().get(each.index()).request(), each));
      return new Outcome.BatchDenied(failing);
    }
    List<Answer> answers = new ArrayList<>();
    for (Command.Allocate each : batch.requests()) {
      Answer answer = requests.allocate(each.request(), names);
      memory.remember(each, answer, world.now);
      answers.add(answer);
    }
    return new Outcome.Batched(answers);
  }

  private Optional<Refusal> attempt(
      Command.AllocateBatch batch, List<Holding> tried, List<Outcome.Failing> failing) {
    for (int index = 0; index < batch.requests().size(); index++) {
      AllocationRequest request = batch.requests().get(index).request();
      OptionalInt overflowing = Judge.overflowing(world, request);
      if (overflowing.isPresent()) {
        String line = "/requests/" + index + "/lines/" + overflowing.getAsInt() + "/amount";
        return Optional.of(Refusal.Invalid.at(line, "overflows (S6)"));
      }
      Decision decision = Judge.decideTogether(world, request, tried);
      if (decision.grants()) {
        tried.add(putIn(request, decision.granted()));
      } else {
        failing.add(new Outcome.Failing(index, decision.failed()));
      }
    }
    return Optional.empty();
  }

  private Holding putIn(AllocationRequest request, List<GrantedLine> lines) {
    Holding holding = new Holding(NOBODY, request, world.now, request.priority(), 0);
    world.holdings.add(holding);
    for (GrantedLine granted : lines) {
      Optional<Stock> stock = world.serving(request.path(), granted.type());
      Holding.Line line = new Holding.Line(granted.type(), stock.orElse(null));
      line.reserved = granted.granted();
      holding.lines.add(line);
      stock.ifPresent(from -> take(from, line));
    }
    return holding;
  }

  private void take(Stock stock, Holding.Line line) {
    long own = world.borrowing.own(stock, line.reserved);
    stock.add(world.now, new Stock.Happening.Taken(own));
    if (own < line.reserved) {
      Stock lender = world.borrowing.lender(stock).orElseThrow();
      lender.add(world.now, new Stock.Happening.Taken(line.reserved - own));
      world.borrowing.note(line, lender, line.reserved - own);
    }
  }

  private void takeOut(Holding holding) {
    world.holdings.remove(holding);
    for (Holding.Line line : holding.lines) {
      line.stock().ifPresent(Stock::forgetLast);
      line.loans.forEach(loan -> loan.lender.forgetLast());
    }
  }

  private void sayDenied(AllocationRequest request, Outcome.Failing failing) {
    world.say(new Event.Denied(request.path(), Optional.empty(), failing.denials(), 0));
  }
}
