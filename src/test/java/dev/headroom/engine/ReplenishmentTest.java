package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.refilled;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Amount;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Replenishment (P3)")
final class ReplenishmentTest {
  private static final String ADA = "/user:ada";

  /// A pool that was emptied when it was made.
  private static Story emptied(long capacity, long amount, String interval) {
    return given(refilled(pool("p", "/", TOKENS, capacity), amount, interval))
        .when(allocate("a", ADA, TOKENS, capacity), use("a", TOKENS, capacity), release("a"))
        .thenPool("p", 0, 0, capacity);
  }

  private static String after(long millis) {
    return start().plusMillis(millis).toString();
  }

  private static Instant start() {
    return Story.time("10:00");
  }

  /// floor(t · amount / interval), as the rule says it.
  private static long gained(long millis, long amount, String interval) {
    return BigInteger.valueOf(millis)
        .multiply(BigInteger.valueOf(amount))
        .divide(BigInteger.valueOf(Duration.parse(interval).toMillis()))
        .longValueExact();
  }

  @ParameterizedTest(name = "after {0} ms: {1}")
  @CsvSource({
    "0, 0",
    "428, 0",
    "429, 1",
    "857, 1",
    "858, 2",
    "2999, 6",
    "3000, 7",
    "3001, 7",
    "42857, 99",
    "42858, 100",
    "42859, 100",
    "9999999999, 100"
  })
  @DisplayName("of 7 every 3 s has brought floor(t · 7 / 3 s), up to the capacity of 100")
  void isExact(long millis, long available) {
    emptied(100, 7, "PT3S").until(after(millis)).thenPool("p", available, 0, 100);
  }

  @ParameterizedTest(name = "every {0} ms")
  @ValueSource(longs = {1, 2, 7, 10, 99, 100, 428, 429, 1000, 4999})
  @DisplayName("brings the same however often it is looked at, and by whatever")
  void dependsOnNoLooks(long step) {
    Story story = emptied(20, 7, "PT3S");
    for (long millis = step; millis <= 5000; millis += step) {
      story
          .at(after(millis))
          .when(
              allocate("b", ADA, TOKENS, 999), set(refilled(pool("p", "/", TOKENS, 20), 7, "PT3S")))
          .thenPool("p", gained(millis, 7, "PT3S"), 0, 20);
    }
    story
        .at(after(5000))
        .thenPool("p", 11, 0, 20)
        .when(allocate("b", ADA, TOKENS, 11))
        .thenGrants(TOKENS, 11);
  }

  @Test
  @DisplayName("brings nothing to a full pool, and from then on as if it had never been full")
  void stopsWhenFull() {
    for (String look : new String[] {"10:00:01", "10:00:04.500", "10:59"}) {
      given(refilled(pool("p", "/", TOKENS, 10), 2, "PT3S"))
          .until(look)
          .at("10:59:01")
          .when(allocate("a", ADA, TOKENS, 5), use("a", TOKENS, 5), release("a"))
          .thenPool("p", 5, 0, 5)
          .until("10:59:01.499")
          .thenPool("p", 5, 0, 5)
          .until("10:59:01.500")
          .thenPool("p", 6, 0, 5);
    }
  }

  @ParameterizedTest(name = "{0} ms after: {1} available")
  @CsvSource({"0, 0", "1000, 10", "2999, 29", "3000, 30", "3001, 30", "60000, 30"})
  @DisplayName("leaves room for what is reserved and may come back")
  void leavesRoom(long millis, long available) {
    given(refilled(pool("p", "/", TOKENS, 100), 10, "PT1S"))
        .when(allocate("a", ADA, TOKENS, 30), allocate("b", ADA, TOKENS, 70), use("a", TOKENS, 30))
        .until(after(millis))
        .thenPool("p", available, 70, 30)
        .when(release("b"))
        .thenPool("p", available + 70, 0, 30);
  }

  @Test
  @DisplayName("goes on at the new rate from the moment it is changed")
  void changesItsRate() {
    emptied(100, 6, "PT1M")
        .at("10:01")
        .when(set(refilled(pool("p", "/", TOKENS, 100), 60, "PT1M")))
        .thenPool("p", 6, 0, 100)
        .until("10:01:01")
        .thenPool("p", 7, 0, 100)
        .when(set(pool("p", "/", TOKENS, 100)))
        .until("11:00")
        .thenPool("p", 7, 0, 100);
  }

  @Test
  @DisplayName("counts from when the pool was made, not from its first use")
  void countsFromTheStart() {
    given(refilled(pool("p", "/", TOKENS, 100), 1, "PT1H"))
        .at("10:59:59")
        .when(allocate("a", ADA, TOKENS, 50), use("a", TOKENS, 50))
        .until("10:59:59.999")
        .thenPool("p", 50, 0, 50)
        .until("11:00")
        .thenPool("p", 51, 0, 50);
  }

  @Test
  @DisplayName("adds nothing to a pool of a held type, which has what is not reserved already")
  void held() {
    given(refilled(pool("p", "/", MEMORY, 100), 10, "PT1S"))
        .when(allocate("a", ADA, MEMORY, 60))
        .until("10:30")
        .thenPool("p", 40, 60, 0)
        .when(set(refilled(pool("p", "/", MEMORY, 50), 10, "PT1S")))
        .until("10:59:59")
        .thenPool("p", 0, 60, 0)
        .when(release("a"))
        .thenPool("p", 50, 0, 0)
        .then(story ->
            assertThat(story.look().pools(story.now()))
                .singleElement()
                .satisfies(pool -> assertThat(pool.replenished()).isZero()));
  }

  @ParameterizedTest(name = "2^53−1 every {0}, looked at after {1} ms and {2} ms")
  @CsvSource({
    "P30D, 1296000000, 1296000001",
    "P30D, 1024, 2592000000",
    "P100D, 1, 1025",
    "P100D, 1, 1026",
    "P100D, 1023, 1024",
    "P366D, 1, 1024",
    "P366D, 7, 31622399999",
    "P366D, 31622399999, 31622400000",
    "PT0.001S, 0, 1",
    "PT0.002S, 1, 2"
  })
  @DisplayName("is exact where the numbers are too large for one long")
  void huge(String interval, long first, long second) {
    emptied(Amount.MAX, Amount.MAX, interval)
        .until(after(first))
        .thenPool("p", gained(first, Amount.MAX, interval), 0, Amount.MAX)
        .until(after(second))
        .thenPool("p", gained(second, Amount.MAX, interval), 0, Amount.MAX);
  }

  @ParameterizedTest(name = "after {0} ms and {1} ms")
  @CsvSource({"1, 1025", "1023, 2047", "500, 1524", "1, 8640000000"})
  @DisplayName("is exact where such a number follows a fraction")
  void hugeAfterAFraction(long first, long second) {
    String interval = "P100D";
    emptied(Amount.MAX, Amount.MAX, interval)
        .at(after(first))
        .when(set(refilled(pool("p", "/", TOKENS, Amount.MAX), Amount.MAX, interval)))
        .until(after(second))
        .thenPool("p", gained(second, Amount.MAX, interval), 0, Amount.MAX);
  }
}
