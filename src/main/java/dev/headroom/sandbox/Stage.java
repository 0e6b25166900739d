package dev.headroom.sandbox;

import dev.headroom.engine.Engine;
import dev.headroom.model.Answer;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Config;
import dev.headroom.model.Limit;
import dev.headroom.model.Pool;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import dev.headroom.node.Continuation;
import dev.headroom.node.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An engine with a clock of its own, and the hands that work them. For one thread at a time; the
/// node itself may be watched and used by others.
public final class Stage implements AutoCloseable {
  private final SimulatedClock clock;
  private final Node node;
  private final String idStart;
  private long ids;
  private long commands;
  private long refusals;
  private long answersLateMillis;

  /// An empty engine at `start`.
  public Stage(Instant start) {
    clock = new SimulatedClock(start);
    node = Node.remembering(clock);
    idStart = "w";
  }

  private Stage(Engine beginning) {
    clock = new SimulatedClock(beginning.now());
    node = Continuation.of(clock, beginning);
    idStart = "w" + clock.millis() + "-"; // It may know of those of another stage.
  }

  /// An engine that begins as another one is, and at its time.
  ///
  /// @param beginning is copied
  public static Stage goingOn(Engine beginning) {
    return new Stage(beginning);
  }

  /// The engine.
  public Node node() {
    return node;
  }

  /// The simulated present.
  public SimulatedClock clock() {
    return clock;
  }

  /// The simulated present in epoch milliseconds.
  public long now() {
    return clock.millis();
  }

  /// A request id that this stage has not used yet; the same ones in the same order on every stage.
  public RequestId nextId() {
    return new RequestId(idStart + ++ids);
  }

  /// Hands a command to the engine at the simulated present.
  public Answer submit(Command command) {
    commands++;
    Answer answer = node.submit(command);
    if (answer instanceof Refusal) {
      refusals++;
    }
    return answer;
  }

  /// Makes a configuration hold on an engine that has none. Does nothing for one that says nothing.
  ///
  /// @return what the engine says to it
  public Answer configure(Config config, String author, String reason) {
    List<Change> changes = changesOf(config);
    if (changes.isEmpty()) {
      return new dev.headroom.model.Outcome.ConfigChanged(0);
    }
    return submit(new Command.ApplyChanges(nextId(), changes, author, reason));
  }

  /// How late answers reach those who asked, in simulated milliseconds. The engine decides at once
  /// all the same: whoever asks goes on so much later.
  public long answersLateMillis() {
    return answersLateMillis;
  }

  /// Has answers come so much later than until now, or sooner.
  ///
  /// @param millis what is added; may be negative
  public void delayAnswers(long millis) {
    answersLateMillis = Math.max(0, Math.addExact(answersLateMillis, millis));
  }

  /// How many commands were handed over.
  public long commands() {
    return commands;
  }

  /// How many of them the engine refused: mistakes of the workload, or the work of someone else who
  /// closed or released what it was using.
  public long refusals() {
    return refusals;
  }

  /// Ends the engine.
  @Override
  public void close() {
    node.close();
  }

  private static List<Change> changesOf(Config config) {
    List<Change> changes = new ArrayList<>();
    if (!config.settings().equals(Settings.DEFAULT)) {
      changes.add(new Change.PutSettings(config.settings(), 0));
    }
    Map<ScopePath, List<Limit>> limits = new TreeMap<>();
    for (Limit limit : config.limits()) {
      limits.computeIfAbsent(limit.path(), _ -> new ArrayList<>()).add(limit);
    }
    limits.forEach((path, ofPath) -> changes.add(new Change.PutLimits(path, ofPath, 0)));
    for (Pool pool : config.pools()) {
      changes.add(new Change.PutPool(pool, 0));
    }
    return changes;
  }
}
