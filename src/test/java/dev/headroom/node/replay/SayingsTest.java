package dev.headroom.node.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Command;
import dev.headroom.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is to be said in the other world")
final class SayingsTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  @DisplayName("is said by time, and at one instant as history heard it, in turn or out of turn")
  void inOrder(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Sayings sayings = new Sayings();
    List<Saying> expected = new ArrayList<>();
    for (int number = 1; number <= 500; number++) {
      long moved = random.nextInt(3) == 0 ? random.nextLong(0, 40) : 0;
      Saying saying = new Saying(number / 4 + moved, heard(number));
      sayings.add(saying);
      expected.add(saying);
      while (random.nextInt(4) == 0 && !expected.isEmpty()) {
        Saying first = expected.stream().sorted().findFirst().orElseThrow();
        assertThat(sayings.earliest()).isEqualTo(first.millis());
        assertThat(sayings.take()).isEqualTo(first);
        expected.remove(first);
      }
      assertThat(sayings.size()).isEqualTo(expected.size());
    }
    expected.stream().sorted().forEach(each -> assertThat(sayings.take()).isEqualTo(each));
    assertThat(sayings.earliest()).isEqualTo(Long.MAX_VALUE);
  }

  private static Heard heard(long number) {
    return new Heard(
        number,
        number,
        new Command.AdvanceTime(),
        new Outcome.Batched(List.of()),
        false,
        List.of());
  }
}
