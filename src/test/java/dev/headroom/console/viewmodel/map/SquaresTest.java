package dev.headroom.console.viewmodel.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A rectangle divided into squares as far as can be")
final class SquaresTest {
  private static final Box BOX = new Box(10, 20, 600, 400);

  private static double[] weights(long seed) {
    var random = new Random(seed);
    double[] weights =
        IntStream.range(0, 1 + random.nextInt(200))
            .mapToDouble(_ -> Math.exp(4 * random.nextGaussian()))
            .sorted()
            .toArray();
    for (int at = 0; at < weights.length / 2; at++) {
      double weight = weights[at];
      weights[at] = weights[weights.length - 1 - at];
      weights[weights.length - 1 - at] = weight;
    }
    return weights;
  }

  private static List<Box> squares(double[] weights) {
    return Squares.place(Squares.cut(weights, BOX.width(), BOX.height()), weights, BOX);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  @DisplayName("gives every weight its share of the area, within the rectangle, none over another")
  void sharesFairly(long seed) {
    double[] weights = weights(seed);
    double all = Arrays.stream(weights).sum();
    List<Box> boxes = squares(weights);
    assertThat(boxes).hasSameSizeAs(Arrays.stream(weights).boxed().toList());
    for (int at = 0; at < weights.length; at++) {
      Box box = boxes.get(at);
      assertThat(box.area()).isCloseTo(BOX.area() * weights[at] / all, within(1e-6 * BOX.area()));
      assertThat(box.x()).isGreaterThanOrEqualTo(BOX.x() - 1e-6);
      assertThat(box.y()).isGreaterThanOrEqualTo(BOX.y() - 1e-6);
      assertThat(box.right()).isLessThanOrEqualTo(BOX.right() + 1e-6);
      assertThat(box.bottom()).isLessThanOrEqualTo(BOX.bottom() + 1e-6);
      for (int other = 0; other < at; other++) {
        assertThat(overlap(box, boxes.get(other))).isCloseTo(0, within(1e-6));
      }
    }
  }

  private static double overlap(Box one, Box other) {
    double wide = Math.min(one.right(), other.right()) - Math.max(one.x(), other.x());
    double high = Math.min(one.bottom(), other.bottom()) - Math.max(one.y(), other.y());
    return Math.max(0, wide) * Math.max(0, high);
  }

  @Test
  @DisplayName("is the one of the paper that described it")
  void isThePapers() {
    double[] weights = {6, 6, 4, 3, 2, 2, 1};
    List<Squares.Strip> strips = Squares.cut(weights, 6, 4);
    assertThat(strips.stream().map(Squares.Strip::count)).startsWith(2, 2);
    List<Box> boxes = Squares.place(strips, weights, new Box(0, 0, 6, 4));
    assertThat(boxes.getFirst()).isEqualTo(new Box(0, 0, 3, 2));
    assertThat(boxes.get(1)).isEqualTo(new Box(0, 2, 3, 2));
    assertThat(boxes.get(2).y()).isZero();
    assertThat(boxes.get(2).aspect()).isLessThan(1.4);
  }

  @Test
  @DisplayName("has nearly square parts where weights are alike")
  void isSquare() {
    double[] weights = new double[30];
    Arrays.fill(weights, 1);
    assertThat(squares(weights)).allSatisfy(box -> assertThat(box.aspect()).isLessThan(1.7));
  }

  @Test
  @DisplayName("keeps everything beside the same neighbours while weights change")
  void stays() {
    double[] weights = weights(11);
    List<Squares.Strip> strips = Squares.cut(weights, BOX.width(), BOX.height());
    List<Box> before = Squares.place(strips, weights, BOX);
    double[] later = weights.clone();
    later[0] *= 1.1;
    List<Box> after = Squares.place(strips, later, BOX);
    double grown = later[0] / Arrays.stream(later).sum();
    assertThat(after.getFirst().area()).isCloseTo(BOX.area() * grown, within(1e-6 * BOX.area()));
    for (int at = 0; at < weights.length; at++) {
      assertThat(after.get(at).x()).isCloseTo(before.get(at).x(), within(60.0));
      assertThat(after.get(at).y()).isCloseTo(before.get(at).y(), within(60.0));
    }
  }
}
