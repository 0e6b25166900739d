package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.renew;
import static dev.headroom.engine.Story.begin;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Leases of all lengths, begun, renewed and ended at all times (A8)")
final class TimerWheelTest {
  private static final int STEPS = 150;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 30);
  }

  /// From a millisecond to 30 days, every magnitude as likely as any other.
  private static long anyLease(SplittableRandom dice) {
    return Math.min(30L * 24 * 3_600_000, 1 + dice.nextLong(1L << dice.nextInt(1, 32)));
  }

  private static String any(Map<String, Instant> expected, SplittableRandom dice) {
    return expected.keySet().stream().skip(dice.nextInt(expected.size())).findFirst().orElseThrow();
  }

  private static String iso(long lease) {
    return "PT" + BigDecimal.valueOf(lease, 3).toPlainString() + "S";
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @DisplayName("end when they are over, each at its instant and none before")
  void endWhenTheyAreOver(long seed) {
    SplittableRandom dice = new SplittableRandom(seed);
    Map<String, Instant> expected = new TreeMap<>();
    Story story = begin();
    for (int step = 0; step < STEPS; step++) {
      String some = expected.isEmpty() ? "" : any(expected, dice);
      String name = "a" + step;
      long lease = anyLease(dice);
      switch (dice.nextInt(6)) {
        case 0, 1, 2 -> {
          story.when(allocate(name, "/user:ada", TOKENS, 1).lasting(iso(lease)));
          expected.put(name, story.now().plusMillis(lease));
        }
        case 3 -> {
          if (!expected.isEmpty()) {
            story.when(renew(some, iso(lease)));
            expected.put(some, story.now().plusMillis(lease));
          }
        }
        case 4 -> {
          if (!expected.isEmpty()) {
            story.when(release(some));
            expected.remove(some);
          }
        }
        default -> {
          story.until(story.now().plusMillis(anyLease(dice)).toString());
          thenEnded(story, expected);
          expected.values().removeIf(end -> !end.isAfter(story.now()));
        }
      }
      story.thenLive(expected.keySet().toArray(String[]::new));
    }
  }

  /// Everyone whose time had come ended in order, at that time.
  private static void thenEnded(Story story, Map<String, Instant> expected) {
    assertThat(story.told())
        .extracting(Event::at)
        .containsExactlyElementsOf(
            expected.values().stream().filter(end -> !end.isAfter(story.now())).sorted().toList());
  }
}
