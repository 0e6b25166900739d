package dev.headroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Amount;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A member's dominant share (P4, FAIR)")
final class DominantShareTest {
  private static DominantShare share(long held, long capacity, int weight) {
    return new DominantShare(held, capacity, weight);
  }

  /// Held, capacity and weight.
  private static DominantShare share(String text) {
    String[] parts = text.split("/", -1);
    return share(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
  }

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource(
      textBlock =
          """
          1/2/1, 1/2/1,  0
          2/4/1, 3/6/1,  0
          1/3/1, 1/2/1, -1
          2/3/1, 1/2/1,  1
          1/2/2, 1/4/1,  0
          3/4/3, 1/2/1, -1
          3/4/1, 1/2/1,  1
          0/9/1, 0/1/7,  0
          0/9/1, 1/9/1, -1
          1/9/1, 0/9/1,  1
          1/0/1, 9/1/1,  1
          0/0/1, 1/9/1, -1
          """)
  @DisplayName("is held ÷ capacity ÷ weight; nothing is least, some where there is none is most")
  void compares(String left, String right, int expected) {
    DominantShare one = share(left);
    DominantShare other = share(right);
    assertThat(Integer.signum(one.compareTo(other))).isEqualTo(expected);
    assertThat(Integer.signum(other.compareTo(one))).isEqualTo(-expected);
  }

  @Test
  @DisplayName("is compared exactly, however large the amounts")
  void large() {
    DominantShare nearlyAll = share(Amount.MAX - 1, Amount.MAX, 1_000_000);
    DominantShare all = share(Amount.MAX, Amount.MAX, 1_000_000);
    assertThat(nearlyAll).isLessThan(all);
    assertThat(all).isGreaterThan(nearlyAll);
    assertThat(all).isEqualByComparingTo(share(1, 1, 1_000_000));
    assertThat(share(1L << 31, 1L << 31, 1)).isEqualByComparingTo(share(1L << 32, 1L << 32, 1));
    assertThat(share((1L << 32) - 1, 1L << 32, 1)).isLessThan(share(1L << 31, 1L << 31, 1));
  }

  @Test
  @DisplayName("is the largest of all types of which something is held")
  void largest() {
    assertThat(DominantShare.none(2).or(1, 4).or(1, 3).or(1, 5)).isEqualTo(share(1, 3, 2));
    assertThat(DominantShare.none(2).or(0, 0)).isEqualTo(DominantShare.none(2));
    assertThat(share(1, 3, 2).or(2, 6)).isEqualTo(share(1, 3, 2));
  }
}
