package dev.headroom.sandbox.copy;

import dev.headroom.engine.Engine;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.node.Past;
import dev.headroom.sandbox.copy.Demand.Asked;
import dev.headroom.sandbox.copy.Demand.Closed;
import dev.headroom.sandbox.copy.Demand.Follow;
import dev.headroom.sandbox.copy.Demand.Held;
import dev.headroom.sandbox.copy.Demand.Kept;
import dev.headroom.sandbox.copy.Demand.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// Lives a span again, and takes down what was asked. One thread.
final class DemandReader implements Past.Walk {
  private static final int COMMANDS_PER_LOOK = 1024;
  private static final Duration USUAL = Duration.ofSeconds(10);

  /// A shorter past is not asked for again at once: that would be more than was ever asked.
  private static final Duration ROUND_MIN = Duration.ofSeconds(30);

  private final Instant from;
  private final Instant to;
  private final BooleanSupplier cancelled;
  private final DoubleConsumer progress;

  /// Those of the span, in their order.
  private final List<Case> cases = new ArrayList<>();

  private final List<Wish> others = new ArrayList<>();
  private final Map<AllocationId, Case> byName = new HashMap<>();
  private @Nullable Engine engine;
  private long commands;
  private long heldMillis;
  private long ended;

  /// A request of the span.
  private static final class Case {
    private final long askedAt;
    private final AllocationRequest request;
    private final List<Follow> follows = new ArrayList<>();
    private long grantedAt = -1;
    private boolean isOver;

    /// Whether it was renewed: somebody who means to stay.
    private boolean isKept;

    Case(long askedAt, AllocationRequest request) {
      this.askedAt = askedAt;
      this.request = request;
    }

    Asked asked() {
      return new Asked(askedAt, request, isOver ? List.copyOf(follows) : List.of());
    }

    /// What is done again and again with what is there to stay.
    List<Wish> kept(AllocationId name) {
      return follows.stream()
          .filter(follow -> !(follow.act() instanceof Act.LetGo))
          .<Wish>map(follow -> new Kept(grantedAt + follow.afterMillis(), name, follow.act()))
          .toList();
    }
  }

  /// @param cancelled asked again and again
  /// @param progress told how far it is, from 0 to 1
  DemandReader(Instant from, Instant to, BooleanSupplier cancelled, DoubleConsumer progress) {
    this.from = from;
    this.to = to;
    this.cancelled = cancelled;
    this.progress = progress;
  }

  @Override
  public void begin(Engine state) {
    engine = state.fork(this::hear);
  }

  @Override
  public void command(long number, Instant at, Command command) {
    if (engine == null) {
      return;
    }
    long millis = millis(at);
    takeActs(command, millis); // By its end, what was done last with an allocation is known.
    takeWishes(command, engine.apply(at, command), millis);
    commands++;
    if (commands % COMMANDS_PER_LOOK == 0) {
      progress.accept(Math.clamp((double) millis / Math.max(1, millis(to)), 0, 1));
    }
  }

  private void takeActs(Command command, long millis) {
    switch (command) {
      case Command.RecordUsageBatch batch ->
          batch.records().forEach(record -> take(record.usage().allocation(), record, millis));
      case Command.RecordUsage usage -> take(usage.usage().allocation(), usage, millis);
      case Command.Release release -> take(release.allocation(), release, millis);
      case Command.Renew renew -> take(renew.allocation(), renew, millis);
      case Command.Resize resize -> take(resize.allocation(), resize, millis);
      default -> {}
    }
  }

  private void takeWishes(Command command, Answer answer, long millis) {
    switch (command) {
      case Command.Allocate allocate -> take(allocate.request(), answer, millis);
      case Command.AllocateBatch batch -> {
        for (int index = 0; index < batch.requests().size(); index++) {
          Answer own = answer instanceof Outcome.Batched(var answers) ? answers.get(index) : answer;
          take(batch.requests().get(index).request(), own, millis);
        }
      }
      case Command.CloseScope close -> others.add(new Closed(millis, close.path()));
      default -> {}
    }
  }

  private long millis(Instant at) {
    return Math.max(0, Duration.between(from, at).toMillis());
  }

  private void take(AllocationRequest request, Answer answer, long millis) {
    var asked = new Case(millis, request);
    Optional<AllocationId> name =
        switch (answer) {
          case Outcome.Granted granted -> Optional.of(granted.allocation());
          case Outcome.Partial partial -> Optional.of(partial.allocation());
          case Outcome.Queued queued -> Optional.of(queued.allocation());
          default -> Optional.empty();
        };
    if (name.filter(byName::containsKey).isPresent()) {
      return; // It was said before.
    }
    cases.add(asked);
    name.ifPresent(known -> byName.put(known, asked));
    if (!(answer instanceof Outcome.Queued)) {
      asked.grantedAt = millis;
    }
  }

  private void take(AllocationId allocation, Command command, long millis) {
    Optional<Act> act = Act.of(command);
    Case of = byName.get(allocation);
    if (of == null) {
      act.filter(done -> !(done instanceof Act.LetGo))
          .ifPresent(done -> others.add(new Kept(millis, allocation, done)));
    } else if (of.grantedAt >= 0) {
      act.ifPresent(done -> of.follows.add(new Follow(millis - of.grantedAt, done)));
      of.isKept |= command instanceof Command.Renew;
    }
  }

  private void hear(Event event) {
    long millis = millis(event.at());
    switch (event.body()) {
      case Event.Granted granted -> {
        Case of = byName.get(granted.allocation());
        if (of != null) {
          of.grantedAt = millis;
        }
      }
      case Event.Preempted preempted -> {
        Case of = byName.get(preempted.allocation());
        if (of != null) { // How long it would have been held nobody knows.
          of.follows.clear();
          of.grantedAt = -1;
          preempted.requeuedAs().ifPresent(again -> byName.put(again, of));
        }
      }
      case Event.Ended over -> end(byName.remove(over.allocation()), millis);
      default -> {}
    }
  }

  private void end(@Nullable Case of, long millis) {
    if (of != null && of.grantedAt >= 0) {
      of.isOver = true;
      heldMillis += millis - of.grantedAt;
      ended++;
    }
  }

  @Override
  public boolean isCancelled() {
    return cancelled.getAsBoolean();
  }

  /// The engine as it was at the end of the span; empty where nothing is kept of it.
  Optional<Engine> end() {
    Engine state = engine;
    if (state != null && state.now().isBefore(to)) {
      state.apply(to, new Command.AdvanceTime());
    }
    return Optional.ofNullable(state);
  }

  /// What was asked. What is held at the end and was renewed, or is older than the span, stays;
  /// what else is held then ends as what else was held did.
  Demand demand() {
    Duration usual = ended == 0 ? USUAL : Duration.ofMillis(Math.max(1, heldMillis / ended));
    long span = Math.max(1, millis(to));
    List<Wish> wishes = new ArrayList<>(others);
    for (Case each : cases) {
      if (each.isOver || !each.isKept) {
        wishes.add(each.asked());
      }
    }
    Map<AllocationId, Held> held = new TreeMap<>();
    Map<AllocationId, Asked> queued = new TreeMap<>();
    new TreeMap<>(byName)
        .forEach((name, each) -> {
          if (each.grantedAt < 0) {
            queued.put(name, each.asked());
          } else if (each.isKept) {
            wishes.addAll(each.kept(name));
          } else {
            long left = usual.toMillis() - (span - each.grantedAt);
            held.put(name, new Held(Math.max(0, left), each.asked()));
          }
        });
    wishes.sort(Comparator.comparingLong(Wish::atMillis));
    long round = Math.max(span, ROUND_MIN.toMillis());
    return new Demand(Duration.ofMillis(round), List.copyOf(wishes), usual, held, queued);
  }
}
