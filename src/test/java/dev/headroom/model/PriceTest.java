package dev.headroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A price")
final class PriceTest {
  /// One millionth, two from half of the pool on, ten from all of it on.
  private static final Price RISING = price(1, step(50, 2), step(100, 10));

  private static Price price(long base, Price.Step... steps) {
    return new Price(new Money(base), List.of(steps));
  }

  private static Price.Step step(int from, long micros) {
    return new Price.Step(from, new Money(micros));
  }

  @ParameterizedTest(name = "where {0} of {1} are drawn, the next unit costs {2} millionths")
  @CsvSource({
    "-5, 10, 1",
    "0, 10, 1",
    "4, 10, 1",
    "5, 10, 2",
    "9, 10, 2",
    "10, 10, 10",
    "99, 10, 10",
    "4, 9, 1",
    "5, 9, 2",
    "0, 0, 10",
    "4503599627370495, 9007199254740991, 1",
    "4503599627370496, 9007199254740991, 2"
  })
  @DisplayName("is that of the last step that what is drawn reaches")
  void next(long drawn, long capacity, long micros) {
    assertThat(RISING.at(drawn, capacity)).isEqualTo(new Money(micros));
  }

  @ParameterizedTest(name = "{0} units from {1} of 10 on cost {2} millionths")
  @CsvSource({"0, 3, 0", "3, 0, 3", "5, 0, 5", "6, 0, 7", "10, 0, 15", "12, 0, 35", "2, 9, 12"})
  @DisplayName("of many units is exact across steps")
  void acrossSteps(long units, long drawn, long micros) {
    assertThat(RISING.of(units, drawn, 10)).isEqualTo(new Money(micros));
  }

  @Test
  @DisplayName("of many units at once is that of each after the other, whatever the steps")
  void unitByUnit() {
    SplittableRandom random = new SplittableRandom(7);
    for (int time = 0; time < 2_000; time++) {
      Price price = anyPrice(random);
      long capacity = random.nextLong(0, 300);
      long drawn = random.nextLong(-20, 400);
      long units = random.nextLong(0, 500);
      long sum = 0;
      for (long unit = 0; unit < units; unit++) {
        sum += price.at(drawn + unit, capacity).micros();
        assertThat(price.of(1, drawn + unit, capacity)).isEqualTo(price.at(drawn + unit, capacity));
      }
      assertThat(price.of(units, drawn, capacity))
          .as("%s for %d units from %d of %d on", price, units, drawn, capacity)
          .isEqualTo(new Money(sum));
    }
  }

  private static Price anyPrice(SplittableRandom random) {
    List<Price.Step> steps = new ArrayList<>();
    int from = 0;
    while (steps.size() < Price.STEPS_MAX && random.nextInt(5) > 0) {
      from += random.nextInt(1, 40);
      steps.add(step(from, random.nextLong(1_000)));
    }
    return new Price(new Money(random.nextLong(1_000)), steps);
  }

  @Test
  @DisplayName("that no number can hold is an overflow, and never a smaller sum")
  void overflow() {
    Price dear = price(1, step(1, Long.MAX_VALUE));
    assertThat(dear.of(1, 1, 1)).isEqualTo(new Money(Long.MAX_VALUE));
    assertThatThrownBy(() -> dear.of(2, 0, 1)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> dear.of(Amount.MAX, 0, Amount.MAX))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1001})
  @DisplayName("has steps that begin at 1 to 1000 percent")
  void percent(int from) {
    assertThatThrownBy(() -> step(from, 1))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("a price step begins at 1 to 1000 percent, not " + from);
  }

  @Test
  @DisplayName("has steps that ascend, sixteen at most")
  void steps() {
    assertThatThrownBy(() -> price(1, step(50, 2), step(50, 3)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("the steps of a price ascend: [50%: 0.000002, 50%: 0.000003]");
    List<Price.Step> many = IntStream.rangeClosed(1, 17).mapToObj(at -> step(at, at)).toList();
    assertThat(new Price(Money.ZERO, many.subList(0, 16)).steps()).hasSize(16);
    assertThatThrownBy(() -> new Price(Money.ZERO, many))
        .hasMessage("a price has at most 16 steps");
  }

  @Test
  @DisplayName("without steps reads as the amount alone, as it always did")
  void text() {
    assertThat(Price.flat(new Money(100))).hasToString("0.0001");
    assertThat(RISING).hasToString("0.000001 [50%: 0.000002, 100%: 0.00001]");
  }
}
