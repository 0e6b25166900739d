package dev.headroom.sandbox.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.ScopeKind;
import dev.headroom.model.ScopePath;
import dev.headroom.sandbox.Dice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The callers of an LLM trace")
final class LlmCallersTest {
  private static List<ScopePath> calls(long seed, int count) {
    var callers = new LlmCallers(seed);
    List<ScopePath> calls = new ArrayList<>();
    for (int call = 0; call < count; call++) {
      calls.add(callers.next(call * 100L));
    }
    return calls;
  }

  @Test
  @DisplayName("are the same for the same seed")
  void areRepeatable() {
    assertThat(calls(42, 500)).isEqualTo(calls(42, 500)).isNotEqualTo(calls(43, 500));
  }

  @Test
  @DisplayName("make each call in a step of its own, in a run of a session of a user")
  void haveSteps() {
    List<ScopePath> calls = calls(42, 500);

    assertThat(calls).doesNotHaveDuplicates();
    assertThat(calls)
        .allSatisfy(path ->
            assertThat(path.chain())
                .extracting(ScopePath::kind)
                .containsExactly(
                    ScopeKind.GLOBAL,
                    ScopeKind.USER,
                    ScopeKind.SESSION,
                    ScopeKind.RUN,
                    ScopeKind.STEP));
  }

  @Test
  @DisplayName("begin a new session after a pause, and only then")
  void pause() {
    var callers = new LlmCallers(1);
    long at = 0;
    for (int call = 0; call < 2000; call++) {
      callers.next(at);
    }

    assertThat(sessions(callers, at + LlmCallers.PAUSE_MILLIS)).containsOnly("s1");
    assertThat(sessions(callers, at + 3 * LlmCallers.PAUSE_MILLIS)).contains("s2");
  }

  private static List<String> sessions(LlmCallers callers, long at) {
    List<String> sessions = new ArrayList<>();
    for (int call = 0; call < 50; call++) {
      sessions.add(callers.next(at).chain().get(2).name());
    }
    return sessions;
  }

  @Test
  @DisplayName("follow Zipf's law: the first user makes most calls, in the law's proportions")
  void followZipf() {
    var zipf = new Zipf(3, 1);
    var dice = new Dice(7);
    int[] drawn = new int[4];
    for (int draw = 0; draw < 110_000; draw++) {
      drawn[zipf.draw(dice)]++;
    }

    assertThat(drawn[0]).isZero();
    assertThat(drawn[1]).as("6 of 11").isBetween(59_000, 61_000);
    assertThat(drawn[2]).as("3 of 11").isBetween(29_000, 31_000);
    assertThat(drawn[3]).as("2 of 11").isBetween(19_000, 21_000);
  }
}
