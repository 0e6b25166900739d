package dev.headroom.node.replay;

import dev.headroom.engine.Inspector;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.ScopePath;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Which allocation of history is which one of the other world. One thread.
final class Demands {
  private final Names<Name> then = new Names<>();
  private final Names<Demand> other = new Names<>();

  /// Of those from before the span, the ones that have a demand.
  private final Set<AllocationId> before = new HashSet<>();

  /// What has begun in history with the command that is followed, or just before it.
  private final Set<AllocationId> begun = new HashSet<>();

  private final long beginning;
  private long newlyGranted;
  private long newlyDenied;

  /// A name in history.
  ///
  /// @param index which of those of the demand it is
  private record Name(Demand demand, int index) {}

  /// @param beginning when the span begins, in epoch milliseconds
  /// @param state as it is then
  Demands(long beginning, Inspector state) {
    this.beginning = beginning;
    for (AllocationStatus waiting : state.allocations(ScopePath.ROOT, true, 0, Integer.MAX_VALUE)) {
      sameInBoth(waiting.id(), new Demand());
    }
  }

  /// How many requests were denied in history and granted in the other world.
  long newlyGranted() {
    return newlyGranted;
  }

  /// How many were granted in history and denied in the other world.
  long newlyDenied() {
    return newlyDenied;
  }

  /// An allocation from before the span.
  private void sameInBoth(AllocationId id, Demand demand) {
    before.add(id);
    nameThen(id, demand);
    name(id, demand);
  }

  /// The same, which was granted before.
  private Demand grantedBefore(AllocationId id) {
    Demand demand = new Demand();
    sameInBoth(id, demand);
    demand.isGrantedThen(beginning);
    var _ = demand.isGranted(beginning);
    return demand;
  }

  private void nameThen(AllocationId id, Demand demand) {
    then.put(id, new Name(demand, demand.isNamedThen()));
  }

  /// Goes by that name in the other world from now on.
  void name(AllocationId id, Demand demand) {
    other.put(id, demand);
    demand.isNamed(id);
  }

  /// Whether that is the name of something in the other world which history calls otherwise, or
  /// does not know.
  boolean isOfOtherOnly(AllocationId id) {
    return !before.contains(id) && other.find(id).isPresent();
  }

  /// What the other world calls by that name; empty where it is from before the span and goes by
  /// that name in both worlds, or is unknown.
  Optional<Demand> find(AllocationId id) {
    return other.find(id);
  }

  /// The same of an allocation that is known to be, or to have been.
  Demand get(AllocationId id) {
    return other.find(id).orElseGet(() -> grantedBefore(id));
  }

  private Demand getThen(AllocationId id) {
    return then.find(id).map(Name::demand).orElseGet(() -> grantedBefore(id));
  }

  /// An allocation of the other world has ended.
  void end(AllocationId id, long millis) {
    other.end(id, millis);
  }

  /// Forgets what ended long before in either world; in both at once, so that they know the same
  /// where they are the same.
  void forget(long millis) {
    then.forget(millis);
    other.forget(millis);
  }

  /// Another command of history is followed next.
  void expectCommand() {
    begun.clear();
  }

  /// Takes what happened in history.
  void hearThen(Event event) {
    long millis = event.at().toEpochMilli();
    switch (event.body()) {
      case Event.Granted granted -> {
        begun.add(granted.allocation());
        then.find(granted.allocation()).ifPresent(name -> isGrantedThen(name.demand, millis));
      }
      case Event.Queued queued -> begun.add(queued.allocation());
      case Event.Denied denied ->
          denied.allocation().flatMap(then::find).ifPresent(name -> isDeniedThen(name.demand));
      case Event.Preempted preempted ->
          preempted
              .requeuedAs()
              .ifPresent(again -> {
                Demand demand = getThen(preempted.allocation());
                demand.waitsAgainThen();
                nameThen(again, demand);
              });
      case Event.Ended ended -> then.end(ended.allocation(), millis);
      default -> {}
    }
  }

  private void isGrantedThen(Demand demand, long millis) {
    demand.isGrantedThen(millis);
    compare(demand);
  }

  private void isDeniedThen(Demand demand) {
    demand.isDeniedThen();
    compare(demand);
  }

  /// What a command of history is about.
  ///
  /// @param isRepeated whether nothing happened, as where it was said before
  List<Heard.About> about(Command command, Answer answer, boolean isRepeated, long millis) {
    return switch (command) {
      case Command.Allocate _ -> List.of(isRepeated ? Heard.About.NOTHING : asked(answer, millis));
      case Command.AllocateBatch batch ->
          IntStream.range(0, batch.requests().size())
              .mapToObj(index ->
                  isRepeated ? Heard.About.NOTHING : asked(answerAt(answer, index), millis))
              .toList();
      case Command.RecordUsage usage -> List.of(about(usage.usage().allocation(), answer));
      case Command.RecordUsageBatch batch ->
          IntStream.range(0, batch.records().size())
              .mapToObj(index ->
                  about(batch.records().get(index).usage().allocation(), answerAt(answer, index)))
              .toList();
      case Command.Release release -> List.of(about(release.allocation(), answer));
      case Command.Renew renew -> List.of(about(renew.allocation(), answer));
      case Command.Resize resize -> List.of(about(resize.allocation(), answer));
      case Command.ResolveConflict resolve -> {
        Heard.About about = about(resolve.allocation(), answer);
        yield List.of(new Heard.About(about.demand(), about.former(), Optional.empty()));
      }
      case Command.RestoreCheckpoint _ -> restored(answer, millis);
      default -> List.of();
    };
  }

  /// What a batch answered to one of its requests; a batch that was denied, to each.
  static Answer answerAt(Answer answer, int index) {
    return answer instanceof Outcome.Batched(var answers) ? answers.get(index) : answer;
  }

  private Heard.About about(AllocationId id, Answer answer) {
    return then.find(id)
        .map(name -> {
          boolean isFormer = name.demand.isFormer(name.index);
          return new Heard.About(
              Optional.of(name.demand),
              isFormer ? Optional.of(name.index) : Optional.empty(),
              name.demand.grantThen().filter(_ -> !isFormer && answer instanceof Outcome));
        })
        .orElse(Heard.About.NOTHING);
  }

  /// A request of history. Said again, alone or in a batch, it is about nothing: what it was
  /// granted may have ended, and be forgotten, by then.
  private Heard.About asked(Answer answer, long millis) {
    if (name(answer).filter(id -> !begun.contains(id)).isPresent()) {
      return Heard.About.NOTHING;
    }
    Demand demand = new Demand();
    switch (answer) {
      case Outcome.Granted granted ->
          demand = isGrantedAtOnceThen(granted.allocation(), demand, millis);
      case Outcome.Partial partial ->
          demand = isGrantedAtOnceThen(partial.allocation(), demand, millis);
      case Outcome.Queued queued -> demand = isNamedThen(queued.allocation(), demand);
      case Outcome.Denied _, Outcome.BatchDenied _ -> demand.isDeniedThen();
      default -> {}
    }
    return new Heard.About(Optional.of(demand), Optional.empty(), Optional.empty());
  }

  private static Optional<AllocationId> name(Answer answer) {
    return switch (answer) {
      case Outcome.Granted granted -> Optional.of(granted.allocation());
      case Outcome.Partial partial -> Optional.of(partial.allocation());
      case Outcome.Queued queued -> Optional.of(queued.allocation());
      default -> Optional.empty();
    };
  }

  private Demand isNamedThen(AllocationId id, Demand demand) {
    Optional<Demand> before = then.find(id).map(Name::demand);
    if (before.isEmpty()) {
      nameThen(id, demand);
    }
    return before.orElse(demand);
  }

  private Demand isGrantedAtOnceThen(AllocationId id, Demand demand, long millis) {
    Demand named = isNamedThen(id, demand);
    if (named.equals(demand)) {
      demand.isGrantedThen(millis);
    }
    return named;
  }

  /// What was restored stands for what was before.
  private List<Heard.About> restored(Answer answer, long millis) {
    return answer instanceof Outcome.Restored(var all)
        ? all.stream().map(one -> restored(one, millis)).toList()
        : List.of();
  }

  private Heard.About restored(Outcome.Restoration one, long millis) {
    Optional<AllocationId> heir =
        one.now().filter(now -> begun.contains(now) && !now.equals(one.then()));
    if (heir.isEmpty()) {
      return Heard.About.NOTHING;
    }
    Demand demand = getThen(one.then());
    nameThen(heir.get(), demand);
    demand.isGrantedThen(millis);
    return new Heard.About(Optional.of(demand), Optional.empty(), Optional.empty());
  }

  /// Counts what one world granted and the other denied, once.
  void compare(Demand demand) {
    switch (demand.compare()) {
      case ONLY_OTHER -> newlyGranted++;
      case ONLY_THEN -> newlyDenied++;
      case NOTHING_NEW -> {}
    }
  }
}
