package dev.headroom.engine.history;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Copies of engines in the midst of random histories. Whoever adds state to the engine and forgets
/// it in `EngineState(EngineState, EventSink)` or below is told so here.
@DisplayName("A copy of an engine")
final class ForkTest {
  private static final int COMMANDS = Trial.commands(400);

  static final List<Trial.Seeds> SEEDS = Trial.groups(Trial.seeds(100), 25);

  @ParameterizedTest(name = "seeds {0}")
  @FieldSource("SEEDS")
  @DisplayName("is equal, shares nothing, goes on as the first does, and leaves that alone")
  void goesOnAlike(Trial.Seeds seeds) {
    seeds.hold(COMMANDS, Fork::failure);
  }

  @ParameterizedTest(name = "seeds {0}")
  @FieldSource("SEEDS")
  @DisplayName("foretells what a change set will do")
  void foretells(Trial.Seeds seeds) {
    seeds.hold(COMMANDS, Foretold::failure);
  }
}
