package dev.headroom.node.replay;

import dev.headroom.engine.Engine;
import dev.headroom.model.AllocationId;
import dev.headroom.model.Answer;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The world in which the change set holds. What history heard is said here as it would have been:
/// what follows a grant as long after it as there, and not at all where there is no grant. One
/// thread.
final class OtherWorld {
  private static final RequestId CHANGE = new RequestId("what-if-replay");

  private final Engine engine;
  private final Demands demands;
  private final Translation translation;
  private final Sayings coming = new Sayings();

  /// What has begun here with the command that was said last, which tells an answer from one that
  /// was given before and is given again.
  private final Set<AllocationId> begun = new HashSet<>();

  private long leftOut;
  private long moved;
  private long refused;

  /// @param start the world as it is when the span begins, which is copied
  /// @param books take what happens here
  OtherWorld(Engine start, Books books, Demands demands, Overruling overruling) {
    this.demands = demands;
    this.engine =
        start.fork(event -> {
          hear(event);
          books.hear(event);
        });
    this.translation = new Translation(engine, demands, overruling);
  }

  /// Makes a change set hold.
  ///
  /// @return why it cannot; empty where it does
  Optional<Refusal> change(List<Change> changes) {
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    List<Change> based = Overruling.onToday(changes, engine, engine.now());
    Answer answer =
        engine.apply(engine.now(), new Command.ApplyChanges(CHANGE, based, "what-if", "what-if"));
    return answer instanceof Refusal refusal ? Optional.of(refusal) : Optional.empty();
  }

  Engine engine() {
    return engine;
  }

  /// How much is to be said that history has heard.
  int comingCount() {
    return coming.size();
  }

  /// How many commands had no meaning here.
  long leftOut() {
    return leftOut + translation.leftOut();
  }

  /// How many were said at another time than in history.
  long moved() {
    return moved;
  }

  /// How many that history took were refused here.
  long refused() {
    return refused;
  }

  /// Takes what history has heard.
  void expect(Heard heard) {
    Optional<Demand> followed = follows(heard);
    if (followed.isEmpty()) {
      coming.add(new Saying(heard.millis(), heard));
    } else if (followed.get().wasDenied()) {
      leftOut++;
    } else if (followed.get().grantedAt().isPresent()) {
      follow(followed.get(), heard);
    } else {
      followed.get().hold(heard);
    }
  }

  /// Whose first grant it follows, if it does: that may well be earlier here. What follows a later
  /// one is not said before its time, since what took away the one before must happen first.
  private static Optional<Demand> follows(Heard heard) {
    return isAboutOne(heard)
        ? Optional.of(heard.about().getFirst())
            .filter(about -> about.grant().filter(Heard.Grant::isFirst).isPresent())
            .flatMap(Heard.About::demand)
        : Optional.empty();
  }

  private static boolean isAboutOne(Heard heard) {
    return heard.about().size() == 1 && !(heard.command() instanceof Command.RecordUsageBatch);
  }

  /// As long after its grant as in history.
  private void follow(Demand demand, Heard heard) {
    long now = engine.now().toEpochMilli();
    coming.add(new Saying(Math.max(now, heard.millis() + delay(demand, heard)), heard));
  }

  private static long delay(Demand demand, Heard heard) {
    long granted = demand.grantedAt().orElseThrow();
    return heard.about().getFirst().grant().map(then -> granted - then.millis()).orElse(0L);
  }

  /// Says all that is to be said until then.
  void sayUntil(long millis) {
    passUntil(millis);
    while (coming.earliest() <= millis) {
      Saying next = coming.take();
      if (!isPutOff(next)) {
        say(next);
        demands.forget(next.millis());
      }
      passUntil(millis);
    }
  }

  /// Lets time pass up to what is said next, an instant at a time: what follows a grant that time
  /// alone brings may be due before anything else.
  private void passUntil(long millis) {
    Optional<Instant> due = nextDue(millis);
    while (due.isPresent()) {
      engine.apply(due.get(), new Command.AdvanceTime());
      due = nextDue(millis);
    }
  }

  private Optional<Instant> nextDue(long millis) {
    return engine.nextDue(Instant.ofEpochMilli(Math.min(millis, coming.earliest() - 1)));
  }

  /// What was to be done with something that was taken away meanwhile, or given again later.
  private boolean isPutOff(Saying saying) {
    Heard heard = saying.heard();
    if (!isAboutOne(heard) || heard.about().getFirst().grant().isEmpty()) {
      return false;
    }
    Demand demand = heard.about().getFirst().demand().orElseThrow();
    if (Translation.waits(demand, heard.about().getFirst())) {
      demand.hold(heard);
      return true;
    }
    long due =
        demand.grantedAt().isPresent() ? heard.millis() + delay(demand, heard) : heard.millis();
    if (due > saying.millis()) {
      coming.add(new Saying(due, heard));
    }
    return due > saying.millis();
  }

  private void say(Saying saying) {
    Heard heard = saying.heard();
    moved += saying.millis() == heard.millis() ? 0 : 1;
    Instant at = Instant.ofEpochMilli(saying.millis());
    Optional<Command> command = translation.of(heard, at);
    begun.clear();
    Answer answer = engine.apply(at, command.orElseGet(Command.AdvanceTime::new));
    if (answer instanceof Refusal && heard.answer() instanceof Outcome) {
      refused++;
    }
    switch (heard.command()) {
      case Command.Allocate _, Command.AllocateBatch _ -> {
        for (int index = 0; index < heard.about().size(); index++) {
          Answer each = Demands.answerAt(answer, index);
          heard.about().get(index).demand().ifPresent(demand -> isAnswered(demand, each));
        }
      }
      case Command.RestoreCheckpoint _ -> isRestored(heard, answer);
      case Command.TakeCheckpoint _ -> isTaken(heard.answer(), answer);
      case Command.LendQuota _ -> isLent(heard.answer(), answer);
      default -> {}
    }
  }

  private void isAnswered(Demand demand, Answer answer) {
    switch (answer) {
      case Outcome.Granted granted -> isGrantedAtOnce(granted.allocation(), demand);
      case Outcome.Partial partial -> isGrantedAtOnce(partial.allocation(), demand);
      case Outcome.Queued queued when begun.contains(queued.allocation()) ->
          demands.name(queued.allocation(), demand);
      case Outcome.Denied _, Outcome.BatchDenied _, Refusal _ -> isDenied(demand);
      default -> {}
    }
  }

  private void isGrantedAtOnce(AllocationId id, Demand demand) {
    if (begun.contains(id)) {
      demands.name(id, demand);
      isGranted(demand);
    }
  }

  private void isGranted(Demand demand) {
    demand.isGranted(engine.now().toEpochMilli()).forEach(each -> follow(demand, each));
    demands.compare(demand);
  }

  private void isDenied(Demand demand) {
    leftOut += demand.isDenied().size();
    demands.compare(demand);
  }

  private void isRestored(Heard heard, Answer answer) {
    if (answer instanceof Outcome.Restored(var all)) {
      for (Outcome.Restoration one : all) {
        one.now()
            .filter(now -> !now.equals(one.then()) && begun.contains(now))
            .ifPresent(now -> {
              Demand demand = restored(heard, one.then());
              demands.name(now, demand);
              isGranted(demand);
            });
      }
    }
  }

  /// What history restored instead of an allocation, where it did; else what it stands for here.
  private Demand restored(Heard heard, AllocationId before) {
    if (heard.answer() instanceof Outcome.Restored(var all)) {
      for (int index = 0; index < all.size(); index++) {
        Optional<Demand> demand = heard.about().get(index).demand();
        if (demand.isPresent() && all.get(index).then().equals(before)) {
          return demand.get();
        }
      }
    }
    return demands.get(before);
  }

  private void isTaken(Answer then, Answer now) {
    if (then instanceof Outcome.CheckpointTaken(var checkpoint, int _)) {
      translation.taken(
          checkpoint,
          now instanceof Outcome.CheckpointTaken(var here, int _)
              ? Optional.of(here)
              : Optional.empty());
    }
  }

  private void isLent(Answer then, Answer now) {
    if (then instanceof Outcome.QuotaLent(var loan)) {
      translation.lent(
          loan, now instanceof Outcome.QuotaLent(var here) ? Optional.of(here) : Optional.empty());
    }
  }

  private void hear(Event event) {
    switch (event.body()) {
      case Event.Granted granted -> {
        begun.add(granted.allocation());
        demands.find(granted.allocation()).ifPresent(this::isGranted);
      }
      case Event.Queued queued -> begun.add(queued.allocation());
      case Event.Denied denied ->
          denied.allocation().flatMap(demands::find).ifPresent(this::isDenied);
      case Event.Preempted preempted ->
          preempted
              .requeuedAs()
              .ifPresent(again -> {
                Demand demand = demands.get(preempted.allocation());
                demand.waitsAgain();
                demands.name(again, demand);
              });
      case Event.Ended ended -> demands.end(ended.allocation(), event.at().toEpochMilli());
      default -> {}
    }
  }
}
