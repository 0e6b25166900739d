package dev.headroom.engine.history;

import dev.headroom.engine.Engine;
import dev.headroom.engine.Inspector;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Plays a history to an engine of its own, step by step.
final class Player {
  /// How many request ids the engine remembers: few, so that some are forgotten.
  static final int REMEMBERED_REQUESTS = 64;

  /// What a step came to.
  ///
  /// @param command what the engine heard
  /// @param answer what it said
  /// @param events what it did
  record Played(Command command, Answer answer, List<Event> events) {}

  final Engine engine;
  private final List<Event> events = new ArrayList<>();
  private final Symbols symbols;

  Player() {
    this.engine = new Engine(events::add, REMEMBERED_REQUESTS);
    this.symbols = new Symbols(engine.inspector());
  }

  Played play(Step step) {
    Command command = symbols.real(step);
    Played played = play(step.at(), command);
    symbols.learn(step, played.answer);
    return played;
  }

  /// Plays a command that has real names already.
  Played play(Instant at, Command command) {
    events.clear();
    Answer answer = engine.apply(at, command);
    return new Played(command, answer, List.copyOf(events));
  }

  Inspector inspector() {
    return engine.inspector();
  }
}
