package dev.headroom.node.replay;

import dev.headroom.engine.Engine;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Listed;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.model.replay.Account;
import dev.headroom.model.replay.Hindsight;
import dev.headroom.model.replay.ReplayQuery;
import dev.headroom.node.Past;
import dev.headroom.node.Watch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Replays a span twice, as it was and under a change set, and compares: history in the caller's
/// thread, the other world in another, on engines of their own.
///
/// History is read a little ahead of the other world, so that what is granted there earlier can be
/// followed up earlier too.
public final class SpanReplay implements Past.Walk, AutoCloseable {
  /// Progress is told, and whether it was cancelled is asked, once in so many commands.
  private static final int COMMANDS_PER_LOOK = 1024;

  private final ReplayQuery query;
  private final Watch watch;
  private final Books before = new Books();
  private final Books after = new Books();
  private final Overruling overruling;

  /// What has happened in history since the command before.
  private final List<Event> happened = new ArrayList<>();

  private @Nullable Worlds worlds;
  private Optional<Refusal> refusal = Optional.empty();
  private Instant from;
  private long commands;
  private boolean cancelled;

  /// What comes of it.
  public sealed interface Result {
    /// The comparison.
    record Compared(Hindsight hindsight) implements Result {}

    /// The change set cannot be made when the span begins.
    record Refused(Refusal refusal) implements Result {}

    /// Nothing of the span is kept.
    record NothingKept() implements Result {}

    /// It was cancelled.
    record Cancelled() implements Result {}
  }

  /// Both worlds, once the span has begun.
  private record Worlds(Engine history, OtherWorld other, Demands demands, Follower follower) {}

  private SpanReplay(ReplayQuery query, Watch watch) {
    this.query = query;
    this.watch = watch;
    this.overruling = new Overruling(query.changes());
    this.from = query.from();
  }

  /// Replays a span and compares.
  ///
  /// @throws IOException where what is kept cannot be read
  public static Result run(Past past, ReplayQuery query, Watch watch) throws IOException {
    try (SpanReplay replay = new SpanReplay(query, watch)) {
      past.walk(query.from(), query.to(), replay);
      return replay.result();
    }
  }

  @Override
  public void begin(Engine engine) {
    from = engine.now();
    Demands demands = new Demands(from.toEpochMilli(), engine.inspector());
    before.begin(engine.inspector());
    after.begin(engine.inspector());
    OtherWorld other = new OtherWorld(engine, after, demands, overruling);
    refusal = other.change(query.changes());
    Engine history =
        engine.fork(event -> {
          before.hear(event);
          if (isOfAllocations(event)) {
            happened.add(event);
          }
        });
    worlds = new Worlds(history, other, demands, new Follower(demands, other));
  }

  private static boolean isOfAllocations(Event event) {
    return switch (event.body()) {
      case Event.Granted _, Event.Queued _, Event.Denied _, Event.Preempted _, Event.Ended _ ->
          true;
      default -> false;
    };
  }

  @Override
  public void command(long number, Instant at, Command command) {
    Worlds both = worlds;
    if (both == null || isCancelled()) {
      return;
    }
    both.follower.tell(told(number, at, command, both.history));
    commands++;
    if (commands % COMMANDS_PER_LOOK == 0) {
      cancelled = watch.isCancelled();
      watch.at(part(at));
    }
  }

  private Told told(long number, Instant at, Command command, Engine history) {
    history.apply(at, new Command.AdvanceTime()); // So that what comes is the command's doing.
    long sequence = history.sequence();
    Answer answer = history.apply(at, command);
    boolean isRepeated = history.sequence() == sequence;
    List<Event> events = List.copyOf(happened);
    happened.clear();
    return new Told(number, history.now().toEpochMilli(), command, answer, isRepeated, events);
  }

  private double part(Instant at) {
    double all = Duration.between(from, query.to()).toMillis();
    return all <= 0 ? 1 : Math.min(1, Duration.between(from, at).toMillis() / all);
  }

  @Override
  public boolean isCancelled() {
    return cancelled || refusal.isPresent() || (commands == 0 && watch.isCancelled());
  }

  private Result result() {
    Worlds both = worlds;
    if (refusal.isPresent()) {
      return new Result.Refused(refusal.get());
    }
    if (cancelled || watch.isCancelled()) {
      return new Result.Cancelled();
    }
    if (both == null) {
      return new Result.NothingKept();
    }
    end(both);
    return new Result.Compared(compared(both));
  }

  private void end(Worlds both) {
    both.follower.finish();
    long end = Math.max(query.to().toEpochMilli(), both.history.now().toEpochMilli());
    both.other.sayUntil(end);
    Instant to = Instant.ofEpochMilli(end);
    both.history.apply(to, new Command.AdvanceTime());
    happened.forEach(both.demands::hearThen);
    both.other.engine().apply(to, new Command.AdvanceTime());
    before.end(both.history.inspector());
    after.end(both.other.engine().inspector());
  }

  private Hindsight compared(Worlds both) {
    TreeSet<ScopePath> paths = new TreeSet<>(before.paths());
    paths.addAll(after.paths());
    List<Hindsight.Fate> differing =
        paths.stream()
            .filter(path -> !path.isRoot())
            .map(this::fate)
            .filter(fate -> !fate.before().equals(fate.after()))
            .sorted(
                Comparator.comparingLong(SpanReplay::denials)
                    .thenComparingLong(SpanReplay::waiting)
                    .thenComparingLong(SpanReplay::cost)
                    .reversed()
                    .thenComparing(Hindsight.Fate::path))
            .toList();
    List<Hindsight.Fate> first =
        differing.subList(0, Math.min(Hindsight.LISTED_MAX, differing.size()));
    return new Hindsight(
        from,
        query.to(),
        commands,
        fate(ScopePath.ROOT),
        new Listed<>(first, differing.size()),
        new Hindsight.Unknown(
            both.demands.newlyGranted(),
            both.demands.newlyDenied(),
            both.other.leftOut(),
            both.other.moved(),
            overruling.overruled(),
            both.other.refused()));
  }

  private Hindsight.Fate fate(ScopePath path) {
    return new Hindsight.Fate(path, before.account(path), after.account(path));
  }

  private static long denials(Hindsight.Fate fate) {
    return Math.abs(fate.after().denied() - fate.before().denied());
  }

  private static long waiting(Hindsight.Fate fate) {
    Account before = fate.before();
    Account after = fate.after();
    return Math.abs(after.waitedMillis() - before.waitedMillis());
  }

  private static long cost(Hindsight.Fate fate) {
    return Math.abs(fate.after().cost().micros() - fate.before().cost().micros());
  }

  /// Both worlds as they are in the end, for whoever wants to see whether they are the same.
  ///
  /// @throws IOException where what is kept cannot be read
  static List<Engine> worlds(Past past, ReplayQuery query) throws IOException {
    try (SpanReplay replay = new SpanReplay(query, Watch.NONE)) {
      past.walk(query.from(), query.to(), replay);
      Worlds both = Objects.requireNonNull(replay.worlds);
      replay.end(both);
      return List.of(both.history, both.other.engine());
    }
  }

  @Override
  public void close() {
    if (worlds != null) {
      worlds.follower.close();
    }
  }
}
