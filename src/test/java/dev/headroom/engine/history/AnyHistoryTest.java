package dev.headroom.engine.history;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Random histories, each grown from a seed. `-Dheadroom.seeds` and `-Dheadroom.commands` say how
/// many and how long, `-Dheadroom.seed` which is the first; a failure names its seed and the least
/// part of its history that fails.
@DisplayName("Any history")
final class AnyHistoryTest {
  private static final int COMPARED_COMMANDS = Trial.commands(300);
  private static final int AUDITED_COMMANDS = Trial.commands(10_000);

  static final List<Trial.Seeds> COMPARED = Trial.groups(Trial.seeds(600), 50);
  static final List<Trial.Seeds> AUDITED = Trial.groups(Trial.seeds(100), 5);

  @ParameterizedTest(name = "seeds {0}")
  @FieldSource("COMPARED")
  @DisplayName("is decided as the rules say: answers, events and state are those of the reference")
  void isDecidedAsTheRulesSay(Trial.Seeds seeds) {
    seeds.hold(COMPARED_COMMANDS, Duel::difference);
  }

  @ParameterizedTest(name = "seeds {0}")
  @FieldSource("AUDITED")
  @DisplayName("replays to the same state whether it is looked at or not, and adds up throughout")
  void replaysAndAddsUp(Trial.Seeds seeds) {
    seeds.hold(AUDITED_COMMANDS, Twins::failure);
  }
}
