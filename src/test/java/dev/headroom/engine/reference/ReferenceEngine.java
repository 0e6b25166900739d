package dev.headroom.engine.reference;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Amount;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.EndCause;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/// The rules, decided the plain way. Takes the commands of an engine and answers as it should.
///
/// A command or a strategy more means one case more in the `switch` that the compiler then points
/// at.
public final class ReferenceEngine {
  private final World world;
  private final Granting granting;
  private final Queue queue;
  private final Requests requests;
  private final Together together;
  private final Checkpoints checkpoints;
  private final Usages usages;
  private final Changes changes;
  private final Passage passage;
  private final Attention attention;
  private final Memory memory;
  private final Look look;

  /// @param rememberedRequests how many request ids, and how many allocations that have ended, to
  ///   remember at most
  public ReferenceEngine(int rememberedRequests) {
    this.world = new World(rememberedRequests);
    Alarms alarms = new Alarms(world);
    Leniency leniency = new Leniency(world);
    Books books = new Books(world, alarms, leniency);
    this.granting = new Granting(world, books);
    MakingRoom makingRoom =
        new MakingRoom(world, new Preempting(world, granting), new Negotiating(world, books));
    this.queue = new Queue(world, granting, makingRoom);
    this.requests = new Requests(world, books, granting, queue, makingRoom);
    this.usages = new Usages(world, books, requests, new Overage(world));
    this.changes = new Changes(world, alarms, leniency, books);
    this.passage = new Passage(world, alarms, leniency, granting, queue);
    this.attention = new Attention(world, alarms);
    this.memory = new Memory(rememberedRequests);
    this.together = new Together(world, requests, memory);
    this.checkpoints = new Checkpoints(world, books, granting, together);
    this.look = new Look(world, alarms);
  }

  /// Decides about a command, after all that falls due until then.
  ///
  /// @param names what the allocations will be called that the command may make, in turn; no rule
  ///   says how engines name allocations, only that instants decide in the order of names
  /// @param requeued the same for those who will wait again, in order
  public Answer apply(
      Instant at, Command command, Iterator<AllocationId> names, List<AllocationId> requeued) {
    world.namesToCome.clear();
    world.namesToCome.addAll(requeued);
    passage.until(at.toEpochMilli());
    if (command instanceof Command.AdvanceTime) {
      return new Outcome.TimeAdvanced();
    }
    return decideOnce(command, names);
  }

  private Answer decideOnce(Command command, Iterator<AllocationId> names) {
    return memory.answer(command).orElseGet(() -> decideAndRemember(command, names));
  }

  /// What happened since this was asked last.
  public List<Happened> happened() {
    List<Happened> happened = List.copyOf(world.happened);
    world.happened.clear();
    return happened;
  }

  /// What can be seen of the state.
  public Look look() {
    return look;
  }

  private Answer decideAndRemember(Command command, Iterator<AllocationId> names) {
    Answer answer = decide(command, names);
    queue.reconsider();
    if (answer instanceof Outcome) {
      memory.remember(command, answer, world.now);
    }
    return answer;
  }

  private Answer decide(Command command, Iterator<AllocationId> names) {
    return switch (command) {
      case Command.Allocate(var _, var request) -> requests.allocate(request, names);
      case Command.RecordUsage(var _, var usage) -> usages.record(usage);
      case Command.Release(var _, var allocation) -> requests.release(allocation);
      case Command.Renew renew -> requests.renew(renew);
      case Command.Resize resize -> requests.resize(resize);
      case Command.CloseScope(var _, var path) -> close(path);
      case Command.ApplyChanges apply -> changes.apply(apply);
      case Command.TopUp topUp -> changes.topUp(topUp);
      case Command.LendQuota lend -> world.quotas.lend(lend);
      case Command.RecallQuota recall -> world.quotas.recall(recall);
      case Command.ResolveConflict resolve -> queue.resolve(resolve);
      case Command.ReportScore(var _, var path, long score) -> reportScore(path, score);
      case Command.TakeCheckpoint(var _, var path) -> checkpoints.take(path);
      case Command.RestoreCheckpoint restore -> checkpoints.restore(restore, names);
      case Command.ForgetCheckpoint(var _, var checkpoint) -> checkpoints.forget(checkpoint);
      case Command.AllocateBatch batch ->
          batch.atomic() ? together.allocate(batch, names) : each(batch.requests(), names);
      case Command.RecordUsageBatch(var _, var records) -> each(records, names);
      case Command.AcknowledgeAlert acknowledge -> attention.acknowledge(acknowledge);
      case Command.ShelveAlerts shelve -> attention.shelve(shelve);
      case Command.UnshelveAlerts unshelve -> attention.unshelve(unshelve);
      case Command.Foretell foretell -> attention.foretell(foretell);
      case Command.AdvanceTime _ -> new Outcome.TimeAdvanced();
    };
  }

  /// One after the other, as if they came alone (A6).
  private Answer each(List<? extends Command> commands, Iterator<AllocationId> names) {
    List<Answer> answers = new ArrayList<>();
    commands.forEach(command -> answers.add(decideOnce(command, names)));
    return new Outcome.Batched(answers);
  }

  private Answer reportScore(ScopePath path, long score) {
    if (!world.scopes.containsKey(path)) {
      return new Refusal.UnknownScope(path);
    }
    if (look.score(ScopePath.ROOT) + score > Amount.MAX) {
      return Refusal.Invalid.at("/score", "overflows (S6)");
    }
    path.chain().forEach(scope -> world.scopeMade(scope).scores.add(score));
    return new Outcome.ScoreReported(look.score(path));
  }

  /// Ends all that is at and below a scope, from the deepest scope up, then forgets it (S3).
  private Answer close(ScopePath path) {
    if (path.isRoot()) {
      return Refusal.Invalid.at("/path", "the root always exists (S1)");
    }
    if (!world.scopes.containsKey(path)) {
      return new Refusal.UnknownScope(path);
    }
    int allocations = world.holdings.size();
    int waiters = world.wishes.size();
    List<Scope> closing =
        world.scopes.values().stream()
            .filter(scope -> scope.path.isWithin(path))
            .sorted(Comparator.comparingInt((Scope scope) -> scope.path.depth()).reversed())
            .toList();
    closing.forEach(scope -> endAllAt(scope.path));
    world.quotas.close(path);
    for (Scope scope : closing) {
      changes.removeAll(scope);
      world.scopes.remove(scope.path);
    }
    world.say(new Event.ScopeClosed(path));
    return new Outcome.Closed(allocations - world.holdings.size(), waiters - world.wishes.size());
  }

  private void endAllAt(ScopePath path) {
    List<AllocationId> ids =
        java.util.stream.Stream.concat(
                world.holdings.stream()
                    .filter(holding -> holding.path().equals(path))
                    .map(holding -> holding.id),
                world.wishes.stream().filter(wish -> wish.path().equals(path)).map(wish -> wish.id))
            .sorted(Comparator.naturalOrder())
            .toList();
    for (AllocationId id : ids) {
      world.holding(id).ifPresent(holding -> granting.end(holding, EndCause.SCOPE_CLOSED));
      world
          .wish(id)
          .ifPresent(wish -> queue.deny(wish, dev.headroom.model.Denial.Reason.SCOPE_CLOSED));
    }
  }
}
