package dev.headroom.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.Engine;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.Period;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.wire.MalformedBytesException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Engines that are written as bytes and read again in the midst of random histories. Whoever adds
/// state to the engine and forgets it in `SavedState` or below is told so here.
@DisplayName("An engine whose state was written and read")
final class SavedStateTest {
  private static final int COMMANDS = Trial.commands(400);

  /// Fields that keep what they last meant, that are worked out where they are needed, or that say
  /// where things lie, which may be elsewhere.
  private static final Set<String> ELSEWHERE =
      Set.of(
          "EndedGeneration.indexed",
          "EndedGeneration.slots",
          "RequestMemory.half",
          "ScopeTable.free",
          "ScopeTable.freeCount",
          "Share.claim",
          "SiteTable.free",
          "TermsTable.free",
          "TimerWheel.base",
          "WaitingLine.holders",
          "WaitingLine.slacks");

  static final List<Trial.Seeds> SEEDS = Trial.groups(Trial.seeds(60), 10);

  @ParameterizedTest(name = "seeds {0}")
  @FieldSource("SEEDS")
  @DisplayName("answers, does and becomes what it would have, whenever that was")
  void goesOnAlike(Trial.Seeds seeds) {
    seeds.hold(COMMANDS, history -> Resumed.failure(history, 7));
  }

  @Test
  @DisplayName("has no look left at a scope that has closed, in whose place another lies")
  void looksAtNoneThatClosed() {
    ScopePath ada = ScopePath.of("/user:ada");
    RequestLine most = RequestLine.required(ResourceType.TOKENS, 9);
    List<Command> commands =
        List.of(
            limiting("once", ada),
            new Command.Allocate(new RequestId("most"), AllocationRequest.of(ada, most)),
            new Command.CloseScope(new RequestId("closed"), ada),
            limiting("again", ada));
    List<Step> history = new ArrayList<>();
    for (Command command : commands) {
      history.add(new Step(history.size() + 1, Instant.EPOCH, command));
    }
    Instant later = Instant.EPOCH.plusSeconds(3_700);
    history.add(new Step(history.size() + 1, later, new Command.AdvanceTime()));
    assertThat(Resumed.failure(history, 1)).isEmpty();
  }

  private static Command limiting(String id, ScopePath path) {
    Limit hourly =
        new Limit(path, ResourceType.TOKENS, Limit.Terms.hard(10).per(Period.of("PT1H")));
    return new Command.ApplyChanges(
        new RequestId(id),
        List.of(new Change.PutLimits(path, List.of(hourly), Symbols.CURRENT)),
        "ada",
        "to see");
  }

  @Test
  @DisplayName("has something in every field in which any engine ever has something")
  void forgetsNoField() {
    Set<String> fields = new TreeSet<>();
    Set<String> read = new TreeSet<>();
    for (long seed = 1; seed <= 40; seed++) {
      Player player = new Player();
      for (Step step : History.of(seed, 300)) {
        player.play(step);
        if (step.number() % 30 == 0) {
          fields.addAll(Filled.within(player.engine));
          read.addAll(Filled.within(Resumed.again(player.engine, _ -> {})));
        }
      }
    }
    fields.removeAll(read);
    assertThat(fields).isSubsetOf(ELSEWHERE);
  }

  @Test
  @DisplayName("is refused as malformed, and in no other way, where bytes were changed")
  void isRefusedWhereBytesWereChanged() {
    byte[] written = Resumed.written(25, 300);
    int refused = 0;
    for (int at = 0; at < written.length; at++) {
      byte[] changed = written.clone();
      changed[at] ^= (byte) (1 << at % Byte.SIZE);
      try {
        Engine.read(_ -> {}, List.of(changed).iterator());
      } catch (MalformedBytesException expected) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  @DisplayName("is refused as malformed where bytes are missing or too many")
  void isRefusedWhereBytesAreMissing() {
    byte[] written = Resumed.written(25, 300);
    for (int length = 0; length < written.length; length += 1 + length / 50) {
      byte[] cut = Arrays.copyOf(written, length);
      assertThatThrownBy(() -> Engine.read(_ -> {}, List.of(cut).iterator()))
          .isInstanceOf(MalformedBytesException.class);
    }
    byte[] more = Arrays.copyOf(written, written.length + 1);
    assertThatThrownBy(() -> Engine.read(_ -> {}, List.of(more).iterator()))
        .isInstanceOf(MalformedBytesException.class);
  }
}
