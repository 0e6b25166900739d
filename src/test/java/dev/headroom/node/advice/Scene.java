package dev.headroom.node.advice;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Config;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Limit;
import dev.headroom.model.Money;
import dev.headroom.model.Outcome;
import dev.headroom.model.Period;
import dev.headroom.model.Pool;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import dev.headroom.model.UsageRecord;
import dev.headroom.model.suggestion.Advice;
import dev.headroom.model.suggestion.Suggestion;
import dev.headroom.model.suggestion.SuggestionQuery;
import dev.headroom.sandbox.Dice;
import dev.headroom.sandbox.Stage;
import dev.headroom.sandbox.TimedQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A small seeded world: callers who ask for the same again and again, under limits and pools. What
/// a caller draws depends on the seed and on how often it asked, not on what it got, so that two
/// scenes of one seed differ only by what was changed in one of them.
final class Scene {
  static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final long BEAT_MILLIS = 1_000;
  private static final double JITTER = 0.3;

  /// The label that tells one piece of work from another.
  static final String DOCUMENT = "document";

  private final Stage stage = new Stage(START);
  private final TimedQueue<Runnable> agenda = new TimedQueue<>();
  private final Map<AllocationId, Work> waiting = new HashMap<>();
  private final Deque<Event> inbox = new ArrayDeque<>();
  private final List<Actor> actors = new ArrayList<>();
  private final List<Limit> limits = new ArrayList<>();
  private final List<Pool> pools = new ArrayList<>();
  private final Map<String, Set<String>> cached = new HashMap<>();
  private final Map<String, Integer> together = new HashMap<>();
  private final Map<String, Instead> alternatives = new HashMap<>();
  private final long seed;

  /// Another type that does for some work.
  ///
  /// @param times how much of it that takes, next to the type that callers have
  /// @param first whether it is asked for first
  private record Instead(ResourceType type, long times, boolean first) {
    RequestLine line(ResourceType own, long amount) {
      return first
          ? RequestLine.optional(type, amount * times).orElse(own, amount)
          : RequestLine.optional(own, amount).orElse(type, amount * times);
    }
  }

  /// One caller at work.
  private static final class Actor {
    private final Dice dice;
    private Caller caller;
    private long asked;
    private double size = 1;

    private Actor(Dice dice, Caller caller) {
      this.dice = dice;
      this.caller = caller;
    }
  }

  /// What is to be done once it is granted.
  private record Work(Caller caller, long takes, double share) {}

  Scene(long seed) {
    this.seed = seed;
    stage.node().observe(inbox::add);
  }

  Scene limit(String path, ResourceType type, long amount, String period) {
    Limit.Terms terms = Limit.Terms.hard(amount);
    limits.add(
        new Limit(
            ScopePath.of(path), type, period.isEmpty() ? terms : terms.per(Period.of(period))));
    return this;
  }

  Scene pool(Pool pool) {
    pools.add(pool);
    return this;
  }

  Scene with(Caller... callers) {
    for (Caller caller : callers) {
      actors.add(new Actor(new Dice(seed * 31 + actors.size()), caller));
    }
    return this;
  }

  Scene begun() {
    var _ = stage.configure(new Config(Settings.DEFAULT, limits, pools), "test", "begins");
    actors.forEach(actor -> expect(actor, stage.now()));
    return this;
  }

  /// Goes on until so long after the beginning.
  Scene playTo(Duration after) {
    long end = START.plus(after).toEpochMilli();
    while (stage.now() < end) {
      long beat = stage.now() + BEAT_MILLIS;
      long next = Math.min(Math.max(stage.now(), agenda.earliest()), Math.min(beat, end));
      stage.clock().moveTo(next);
      if (agenda.earliest() <= next) {
        agenda.take().run();
      } else {
        stage.node().advance();
      }
      deliver();
    }
    return this;
  }

  private void deliver() {
    for (Event event = inbox.poll(); event != null; event = inbox.poll()) {
      if (event.body() instanceof Event.Granted granted) {
        Work work = waiting.remove(granted.allocation());
        if (work != null) {
          work(granted.allocation(), granted.lines().getFirst(), work);
        }
      }
    }
  }

  private void expect(Actor actor, long from) {
    double factor = 1 - JITTER + 2 * JITTER * actor.dice.fraction();
    long at = from + Math.max(1, Math.round(actor.caller.every().toMillis() * factor));
    agenda.add(
        at,
        () -> {
          ask(actor);
          expect(actor, at);
        });
  }

  private void ask(Actor actor) {
    Caller caller = actor.caller;
    long drawn = actor.dice.between(caller.least(), caller.most());
    double share = 0.7 + 0.3 * actor.dice.fraction();
    long takes = Math.round(caller.takes().toMillis() * (0.8 + 0.4 * actor.dice.fraction()));
    if (!caller.active().test(stage.now() - START.toEpochMilli())) {
      return;
    }
    actor.asked++;
    actor.size *= caller.growth();
    Map<String, String> labels = caller.labels().apply(actor.asked);
    int many = together.getOrDefault(caller.purpose(), 1);
    boolean isDone =
        cached.containsKey(caller.purpose())
            && !cached.get(caller.purpose()).add(labels.getOrDefault(DOCUMENT, ""));
    if (isDone || actor.asked % many != 0) {
      return;
    }
    if (labels.containsKey(DOCUMENT)) {
      // The same document is the same work.
      long place = Math.floorMod(labels.get(DOCUMENT).hashCode() * 7919L, 1000L);
      drawn = caller.least() + (caller.most() - caller.least()) * place / 1000;
      share = 0.8;
    }
    long amount = Math.round(drawn * actor.size) * many;
    Instead instead = alternatives.get(caller.purpose());
    RequestLine line =
        instead == null || instead.type == caller.type()
            ? RequestLine.required(caller.type(), amount)
            : instead.line(caller.type(), amount);
    AllocationRequest request =
        new AllocationRequest(
            ScopePath.of(caller.path()),
            List.of(line),
            caller.priority(),
            caller.lease(),
            caller.patience(),
            false,
            false,
            caller.purpose(),
            labels);
    Work work = new Work(caller, takes, share);
    switch (stage.submit(new Command.Allocate(stage.nextId(), request))) {
      case Outcome.Granted granted -> work(granted.allocation(), granted.lines().getFirst(), work);
      case Outcome.Partial partial -> work(partial.allocation(), partial.lines().getFirst(), work);
      case Outcome.Queued queued -> waiting.put(queued.allocation(), work);
      default -> {}
    }
  }

  private void work(AllocationId allocation, GrantedLine granted, Work work) {
    agenda.add(stage.now() + work.takes, () -> finish(allocation, granted, work));
  }

  /// What is not of the caller's own type costs what its pool says.
  private void finish(AllocationId allocation, GrantedLine granted, Work work) {
    Caller caller = work.caller;
    long used = Math.max(1, Math.round(granted.granted() * work.share));
    Optional<Money> cost =
        caller.price().filter(_ -> granted.type() == caller.type()).map(price -> price.times(used));
    UsageRecord usage =
        new UsageRecord(allocation, granted.type(), used, cost, caller.category(), Map.of());
    stage.submit(new Command.RecordUsage(stage.nextId(), usage));
    if (caller.releases()) {
      stage.submit(new Command.Release(stage.nextId(), allocation));
    }
  }

  /// Has results kept by document from now on.
  Scene cache(String purpose) {
    cached.put(purpose, new HashSet<>());
    return this;
  }

  /// Has requests for some work name another type, of which it takes so many times as much.
  Scene naming(String purpose, ResourceType other, long times) {
    alternatives.put(purpose, new Instead(other, times, false));
    return this;
  }

  /// Has them ask for that one first from now on.
  Scene askOtherFirst(String purpose) {
    alternatives.computeIfPresent(
        purpose, (_, instead) -> new Instead(instead.type, instead.times, true));
    return this;
  }

  /// Has so many ask together from now on.
  Scene batch(String purpose, int size) {
    together.put(purpose, size);
    return this;
  }

  /// The callers.
  List<Caller> callers() {
    return actors.stream().map(actor -> actor.caller).toList();
  }

  /// Has callers ask otherwise from now on.
  Scene change(UnaryOperator<Caller> change) {
    actors.forEach(actor -> actor.caller = change.apply(actor.caller));
    return this;
  }

  /// Applies a change set.
  Scene apply(List<Change> changes) {
    var answer =
        stage.submit(new Command.ApplyChanges(stage.nextId(), changes, "test", "as suggested"));
    if (!(answer instanceof Outcome.ConfigChanged)) {
      throw new AssertionError("refused: " + answer);
    }
    return this;
  }

  Advice advice() {
    return advice(ScopePath.ROOT);
  }

  Advice advice(ScopePath below) {
    try {
      return new Advising(stage.node().past(), () -> false, _ -> {})
          .advise(new SuggestionQuery(below, Duration.ofDays(31)), stage.clock().instant())
          .orElseThrow();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  List<Suggestion> suggestions() {
    return advice().suggestions();
  }

  /// What a span of it came to.
  Observation.Whole between(Duration from, Duration to) {
    Observation seen = new Observation(START.plus(to), () -> false);
    try {
      stage.node().past().walk(START.plus(from), START.plus(to), seen);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return seen.whole(ScopePath.ROOT).orElseThrow();
  }
}
