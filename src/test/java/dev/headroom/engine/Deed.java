package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.Command;
import dev.headroom.model.ConflictId;
import dev.headroom.model.Limit;
import dev.headroom.model.LoanId;
import dev.headroom.model.Money;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.Resolution;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.Settings;
import dev.headroom.model.UsageRecord;
import dev.headroom.model.WaitStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What someone does in a [Story], told before the engine has named anything.
@FunctionalInterface
interface Deed {
  /// The command that does it.
  ///
  /// @param id the request id, unless the deed brings its own
  Command in(Story story, RequestId id);

  /// What the story calls the allocation that comes of it; empty where none does.
  default String name() {
    return "";
  }

  /// The same under a request id of the caller's choosing (A5).
  default Deed under(String id) {
    return new Under(this, new RequestId(id));
  }

  /// Asks for one line, for an hour, without waiting.
  static Ask allocate(String name, String path, ResourceType type, long amount) {
    return allocate(name, path, RequestLine.required(type, amount));
  }

  /// Asks for several lines, for an hour, without waiting.
  static Ask allocate(String name, String path, RequestLine... lines) {
    return new Ask(name, AllocationRequest.of(ScopePath.of(path), lines));
  }

  /// Asks for several things at once, all or none.
  static Batch together(String name, Ask... asks) {
    return new Batch(name, true, List.of(asks));
  }

  /// Asks for several things at once, each for itself.
  static Batch separately(String name, Ask... asks) {
    return new Batch(name, false, List.of(asks));
  }

  static Deed use(String name, ResourceType type, long amount) {
    return (story, id) ->
        new Command.RecordUsage(id, UsageRecord.of(story.allocation(name), type, amount));
  }

  /// Usage whose record says what it cost, in credits, and of which category it was.
  static Deed costing(String name, ResourceType type, long amount, String cost) {
    return (story, id) ->
        new Command.RecordUsage(
            id,
            new UsageRecord(
                story.allocation(name),
                type,
                amount,
                Optional.of(Money.of(new BigDecimal(cost))),
                "model-x",
                Map.of("team", "red")));
  }

  static Deed release(String name) {
    return (story, id) -> new Command.Release(id, story.allocation(name));
  }

  static Deed release(AllocationId allocation) {
    return (_, id) -> new Command.Release(id, allocation);
  }

  static Deed renew(String name, String lease) {
    return (story, id) -> new Command.Renew(id, story.allocation(name), Duration.parse(lease));
  }

  static Deed resize(String name, ResourceType type, long total) {
    return (story, id) -> new Command.Resize(id, story.allocation(name), type, total);
  }

  /// Decides about one who waits, in the conflict in which it does.
  static Deed resolve(String name, Resolution resolution) {
    return (story, id) ->
        resolve(
                story
                    .look()
                    .waiting(story.allocation(name), story.now())
                    .map(WaitStatus::conflict)
                    .orElse(new ConflictId(1)),
                name,
                resolution)
            .in(story, id);
  }

  static Deed resolve(ConflictId conflict, String name, Resolution resolution) {
    return (story, id) ->
        new Command.ResolveConflict(
            id, conflict, story.allocation(name), resolution, "op", "as told");
  }

  static Deed close(String path) {
    return (_, id) -> new Command.CloseScope(id, ScopePath.of(path));
  }

  static Deed takeCheckpoint(String path) {
    return (_, id) -> new Command.TakeCheckpoint(id, ScopePath.of(path));
  }

  /// Restores the checkpoint of that number, all or nothing, for an hour.
  static Deed restore(long checkpoint) {
    return restore(checkpoint, "PT1H", false);
  }

  /// Restores of the checkpoint of that number what fits, for an hour.
  static Deed restorePart(long checkpoint) {
    return restore(checkpoint, "PT1H", true);
  }

  static Deed restore(long checkpoint, String lease, boolean partial) {
    return (_, id) ->
        new Command.RestoreCheckpoint(
            id, new CheckpointId(checkpoint), Duration.parse(lease), partial);
  }

  static Deed forgetCheckpoint(long checkpoint) {
    return (_, id) -> new Command.ForgetCheckpoint(id, new CheckpointId(checkpoint));
  }

  /// Lends quota of a pool until a time of that Monday.
  static Deed lend(String pool, String from, String to, long amount, String until) {
    return lend(pool, from, to, amount, Facts.time(until));
  }

  static Deed lend(String pool, String from, String to, long amount, Instant until) {
    return (_, id) ->
        new Command.LendQuota(
            id,
            new PoolId(pool),
            ScopePath.of(from),
            ScopePath.of(to),
            amount,
            until,
            "op",
            "as told");
  }

  /// Calls back the loan that the event of that number has told of.
  static Deed recall(String pool, long loan) {
    return (_, id) ->
        new Command.RecallQuota(id, new PoolId(pool), new LoanId(loan), "op", "as told");
  }

  static Deed topUp(String pool, long amount) {
    return (_, id) -> new Command.TopUp(id, new PoolId(pool), amount, "op", "as told");
  }

  /// Gives the scopes of these limits exactly these limits, based on what holds.
  static Deed set(Limit... limits) {
    Map<ScopePath, List<Limit>> byScope = new LinkedHashMap<>();
    for (Limit limit : limits) {
      byScope.computeIfAbsent(limit.path(), _ -> new ArrayList<>()).add(limit);
    }
    return (story, id) ->
        changes(
                byScope.entrySet().stream()
                    .map(scope ->
                        new Change.PutLimits(
                            scope.getKey(), scope.getValue(), version(story, scope.getKey())))
                    .toArray(Change[]::new))
            .in(story, id);
  }

  /// Takes all limits of a scope away.
  static Deed unlimit(String path) {
    ScopePath scope = ScopePath.of(path);
    return (story, id) ->
        changes(new Change.PutLimits(scope, List.of(), version(story, scope))).in(story, id);
  }

  /// Puts pools as they shall be, based on what holds.
  static Deed set(Pool... pools) {
    return (story, id) ->
        changes(
                Arrays.stream(pools)
                    .map(pool -> new Change.PutPool(pool, version(story, pool.id())))
                    .toArray(Change[]::new))
            .in(story, id);
  }

  static Deed removePool(String pool) {
    return (story, id) -> {
      PoolId known = new PoolId(pool);
      return changes(new Change.RemovePool(known, version(story, known))).in(story, id);
    };
  }

  static Deed set(Settings settings) {
    return (story, id) ->
        changes(new Change.PutSettings(settings, story.look().settingsVersion())).in(story, id);
  }

  /// A change set as it is written here, versions included.
  static Deed changes(Change... changes) {
    return (_, id) -> new Command.ApplyChanges(id, List.of(changes), "op", "as told");
  }

  private static long version(Story story, ScopePath path) {
    return story.look().scope(path, story.now()).map(ScopeStatus::version).orElse(0L);
  }

  private static long version(Story story, PoolId pool) {
    return story.look().pool(pool, story.now()).map(PoolStatus::version).orElse(0L);
  }

  /// An allocation request.
  ///
  /// @param name what the story calls the allocation
  /// @param request what is asked for
  record Ask(String name, AllocationRequest request) implements Deed {
    @Override
    public Command in(Story story, RequestId id) {
      return new Command.Allocate(id, request);
    }

    /// The same, ready to wait.
    Ask waiting(String longest) {
      return new Ask(name, request.waiting(Duration.parse(longest)));
    }

    /// The same with a priority.
    Ask as(Priority priority) {
      return new Ask(name, request.withPriority(priority));
    }

    /// The same, to wait again if it is preempted.
    Ask requeued() {
      return declaring(request.negotiable(), true);
    }

    /// The same, ready to be shrunk for others.
    Ask negotiable() {
      return declaring(true, request.requeue());
    }

    private Ask declaring(boolean negotiable, boolean requeue) {
      return new Ask(
          name,
          new AllocationRequest(
              request.path(),
              request.lines(),
              request.priority(),
              request.lease(),
              request.maxWait(),
              negotiable,
              requeue,
              request.purpose(),
              request.labels()));
    }

    /// The same for so long.
    Ask lasting(String lease) {
      return new Ask(name, request.withLease(Duration.parse(lease)));
    }

    /// The same with a purpose.
    Ask to(String purpose) {
      return new Ask(name, request.withPurpose(purpose));
    }
  }

  /// Several requests at once, under the batch's id and a number.
  record Batch(String name, boolean atomic, List<Ask> asks) implements Deed {
    @Override
    public Command in(Story story, RequestId id) {
      List<Command.Allocate> requests = new ArrayList<>();
      for (Ask ask : asks) {
        RequestId own = new RequestId(id + "." + (requests.size() + 1));
        requests.add(new Command.Allocate(own, ask.request()));
      }
      return new Command.AllocateBatch(id, atomic, requests);
    }
  }

  /// A deed under a given request id.
  record Under(Deed deed, RequestId own) implements Deed {
    @Override
    public Command in(Story story, RequestId id) {
      return deed.in(story, own);
    }

    @Override
    public String name() {
      return deed.name();
    }
  }
}
