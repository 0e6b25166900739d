package dev.headroom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A budget divided by weight")
final class ApportionmentTest {
  private static List<BigInteger> weights(String text) {
    return Stream.of(text.split(" ")).map(BigInteger::new).toList();
  }

  @ParameterizedTest(name = "{0} by {1}, at least {2}: {3}")
  @CsvSource(
      textBlock =
          """
          10, 1,             0, 10
          10, 1 1,           0, 5 5
          11, 1 1,           0, 6 5
          10, 1 1 1,         0, 4 3 3
          11, 1 1 1,         0, 4 4 3
          10, 0 0 0,         0, 4 3 3
          10, 0 1 0,         0, 0 10 0
          10, 0 1 0,         1, 1 8 1
          3,  0 1 0,         1, 1 1 1
          0,  1 2,           0, 0 0
          21, 53 24 23,      0, 11 5 5
          7,  1 2 4 8,       0, 0 1 2 4
          7,  1 2 4 8,       1, 1 1 2 3
          2,  1 1 1 1,       0, 1 1 0 0
          9007199254740991, 1 1 1, 0, 3002399751580331 3002399751580330 3002399751580330
          10, 9999999999999999999999999999 1, 0, 10 0
          """)
  @DisplayName("gives whole units, the rest by largest remainder, of equals to the earlier")
  void divides(long budget, String weights, long least, String expected) {
    String shares =
        String.join(
            " ",
            Arrays.stream(Apportionment.divide(budget, weights(weights), least))
                .mapToObj(Long::toString)
                .toList());
    assertThat(shares).isEqualTo(expected);
  }

  @ParameterizedTest(name = "seed {0}")
  @CsvSource({"1", "2", "3", "4", "5"})
  @DisplayName("loses nothing, and gives nobody a unit more or less than their exact share")
  void addsUp(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 200; round++) {
      long budget = random.nextLong(1L << random.nextInt(1, 53));
      long[] numbers = random.longs(random.nextInt(1, 40), 0, 1000).toArray();
      numbers[0] = 1;
      List<BigInteger> weights = Arrays.stream(numbers).mapToObj(BigInteger::valueOf).toList();
      long[] shares = Apportionment.divide(budget, weights, 0);
      assertThat(Arrays.stream(shares).sum()).isEqualTo(budget);
      BigInteger sum = BigInteger.valueOf(Arrays.stream(numbers).sum());
      for (int at = 0; at < shares.length; at++) {
        BigInteger off =
            BigInteger.valueOf(shares[at])
                .multiply(sum)
                .subtract(BigInteger.valueOf(budget).multiply(weights.get(at)));
        assertThat(off.abs()).isLessThan(sum);
      }
    }
  }

  @Test
  @DisplayName("must be enough for what everyone gets at least, and must be for someone")
  void enough() {
    assertThatThrownBy(() -> Apportionment.divide(2, weights("1 1 1"), 1))
        .hasMessage("2 cannot give 1 to each of 3");
    assertThatThrownBy(() -> Apportionment.divide(2, List.of(), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
