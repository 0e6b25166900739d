package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.costing;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.topUp;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.borrowing;
import static dev.headroom.engine.Facts.charged;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.priced;
import static dev.headroom.engine.Facts.refilled;
import static dev.headroom.engine.Facts.step;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Money;
import dev.headroom.model.Outcome;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Consumption of a pool whose price has steps")
final class PricingTest {
  private static final String ADA = "/user:ada";
  private static final String RUN = "/user:ada/run:r";

  /// Of 100 units, those of the first half cost 1, the others 2; what is owed costs 10.
  private static Pool rising(String id, String path) {
    return priced(pool(id, path, TOKENS, 100), "1", step(50, "2"), step(100, "10"));
  }

  private static Consumer<Story> costs(String credits) {
    return story ->
        assertThat(story.answer())
            .isInstanceOfSatisfying(
                Outcome.Used.class, used -> assertThat(used.cost()).hasToString(credits));
  }

  private static Consumer<Story> nextCosts(String pool, String credits) {
    return story ->
        assertThat(story.look().pool(new PoolId(pool), story.now()).orElseThrow().price())
            .hasToString(credits);
  }

  @Test
  @DisplayName("costs by how much of the pool is drawn when each unit is consumed")
  void acrossSteps() {
    given(rising("p", "/"))
        .when(allocate("a", RUN, TOKENS, 90), use("a", TOKENS, 40))
        .then(costs("40"))
        .then(nextCosts("p", "1"))
        .when(use("a", TOKENS, 20))
        .then(costs("30"))
        .then(nextCosts("p", "2"));
  }

  @Test
  @DisplayName("costs the same however much is reserved, and by whom")
  void reservationsMoveNothing() {
    given(rising("p", "/"))
        .when(allocate("b", "/user:bob", TOKENS, 60), allocate("a", RUN, TOKENS, 40))
        .then(nextCosts("p", "1"))
        .when(use("a", TOKENS, 40))
        .then(costs("40"))
        .when(release("b"))
        .then(nextCosts("p", "1"));
  }

  @Test
  @DisplayName("beyond the reservation costs on along the steps, what is owed too (U3)")
  void beyond() {
    given(rising("p", "/"))
        .when(allocate("a", RUN, TOKENS, 10), use("a", TOKENS, 110))
        .then(costs("250"))
        .then(nextCosts("p", "10"));
  }

  @Test
  @DisplayName("that is reported late costs what it does then (U4)")
  void late() {
    given(rising("p", "/"))
        .when(allocate("b", "/user:bob", TOKENS, 60), allocate("a", RUN, TOKENS, 20))
        .when(release("a"), use("b", TOKENS, 45), use("a", TOKENS, 10))
        .then(costs("15"));
  }

  @Test
  @DisplayName("becomes cheaper again by replenishment and by topping up (P1, P3)")
  void cheaperAgain() {
    given(refilled(rising("p", "/"), 1, "PT1M"))
        .when(allocate("a", RUN, TOKENS, 100), use("a", TOKENS, 55))
        .then(nextCosts("p", "2"))
        .at("10:06")
        .then(nextCosts("p", "1"))
        .when(use("a", TOKENS, 2))
        .then(costs("3"))
        .when(topUp("p", 20), use("a", TOKENS, 2))
        .then(costs("2"));
  }

  @Test
  @DisplayName("is dearer in a pool whose capacity was lowered, cheaper where it was raised (P6)")
  void capacity() {
    given(rising("p", "/"))
        .when(allocate("a", RUN, TOKENS, 90), use("a", TOKENS, 40))
        .when(set(priced(pool("p", "/", TOKENS, 200), "1", step(50, "2"), step(70, "3"))))
        .then(nextCosts("p", "3"));
  }

  @Test
  @DisplayName("of what is borrowed costs what the next unit of the pool does (P5)")
  void borrowed() {
    given(priced(pool("common", "/", TOKENS, 100), "7"))
        .and(borrowing(20, priced(pool("ada", ADA, TOKENS, 10), "1", step(100, "3"))))
        .when(allocate("a", RUN, TOKENS, 15), use("a", TOKENS, 8))
        .then(costs("8"))
        .when(use("a", TOKENS, 7))
        .then(costs("17"))
        .then(nextCosts("ada", "3"));
  }

  @Test
  @DisplayName("beyond a soft limit is charged for the units that lie beyond, which come last (L6)")
  void overage() {
    given(charged(limit(ADA, TOKENS, 40), "PT0S", "1.5"))
        .and(rising("p", "/"))
        .when(allocate("a", RUN, TOKENS, 100), use("a", TOKENS, 60))
        .thenAnswers(new Outcome.Used(60, 40, false, credits("70"), credits("15")));
  }

  @Test
  @DisplayName("whose record says what it cost, costs that, and draws from the pool all the same")
  void said() {
    given(rising("p", "/"))
        .when(allocate("a", RUN, TOKENS, 100))
        .when(costing("a", TOKENS, 60, "0.5"))
        .then(costs("0.5"))
        .then(nextCosts("p", "2"));
  }

  private static Money credits(String credits) {
    return Money.of(new BigDecimal(credits));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  @DisplayName("costs unit by unit what it costs in one go, borrowed and owed units included")
  void unitByUnit(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Long> portions = new ArrayList<>();
    for (int time = 0; time < 6; time++) {
      portions.add(random.nextLong(1, 30));
    }
    Story atOnce = shop();
    Story bit = shop();
    for (long portion : portions) {
      long whole = cost(atOnce.when(use("a", TOKENS, portion)));
      long sum = 0;
      for (long unit = 0; unit < portion; unit++) {
        sum += cost(bit.when(use("a", TOKENS, 1)));
      }
      assertThat(sum).as("portions of %d of %s", portion, portions).isEqualTo(whole);
    }
  }

  /// A pool with many steps that has 20 of 50 reserved units from another.
  private static Story shop() {
    return given(pool("common", "/", TOKENS, 100))
        .and(
            borrowing(
                40,
                priced(
                    pool("ada", ADA, TOKENS, 30),
                    "0.000001",
                    step(7, "0.000005"),
                    step(33, "0.000003"),
                    step(66, "0.01"),
                    step(100, "2"),
                    step(150, "3.5"))))
        .when(allocate("a", RUN, TOKENS, 50));
  }

  private static long cost(Story story) {
    return ((Outcome.Used) story.answer()).cost().micros();
  }
}
