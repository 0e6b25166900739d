package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.costing;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.charged;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.priced;
import static dev.headroom.engine.Facts.refused;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;

import dev.headroom.model.Event;
import dev.headroom.model.Limit;
import dev.headroom.model.Money;
import dev.headroom.model.Outcome;
import dev.headroom.model.ScopePath;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An overage charge (L6)")
final class OverageTest {
  private static final String ADA = "/user:ada";
  private static final String RUN = "/user:ada/run:r1";
  private static final String AT_ADA = "/user:ada LIMIT TOKENS";

  private static Outcome.Used used(long consumed, long left, boolean out, String cost, String on) {
    return new Outcome.Used(
        consumed, left, out, Money.of(new BigDecimal(cost)), Money.of(new BigDecimal(on)));
  }

  /// Without a grace, times 1.5, and 100 of 100 tokens used.
  private static Story full() {
    return given(charged(limit(ADA, TOKENS, 100), "PT0S", "1.5"))
        .when(allocate("full", RUN, TOKENS, 100), use("full", TOKENS, 100))
        .when(allocate("a", RUN, TOKENS, 1_000));
  }

  @ParameterizedTest(name = "{0} tokens for {1} times {2}: {3}")
  @CsvSource(
      textBlock =
          """
          10, 1,        1.5,   0.5
          10, 1,        1,     0
          10, 0,        1000,  0
          1,  0.000001, 1.499, 0
          1,  0.000001, 1.5,   0.000001
          1,  0.000001, 1.501, 0.000001
          3,  0.000003, 1.333, 0.000001
          7,  123456.789012, 2.345, 166049.381221
          1,  9000000,  1000,  8991000000
          """)
  @DisplayName("is the cost beyond the allowance times the multiplier less one, to the millionth")
  void exact(long tokens, String cost, String multiplier, String extra) {
    given(charged(limit(ADA, TOKENS, 0), "PT0S", multiplier))
        .when(allocate("a", RUN, TOKENS, 100), costing("a", TOKENS, tokens, cost))
        .thenAnswers(used(tokens, 100 - tokens, false, cost, extra))
        .thenCharged(AT_ADA, extra);
  }

  @ParameterizedTest(name = "{0} tokens with {1} used before")
  @CsvSource({"40, 50, 0", "40, 60, 0", "40, 61, 0.0125", "40, 80, 0.25", "40, 100, 0.5"})
  @DisplayName("is for the part of a record that lies beyond the allowance")
  void part(long tokens, long before, String extra) {
    given(charged(limit(ADA, TOKENS, 100), "PT0S", "1.5"))
        .when(allocate("b", RUN, TOKENS, 100), use("b", TOKENS, before))
        .when(allocate("a", RUN, TOKENS, 200), costing("a", TOKENS, tokens, "1"))
        .thenAnswers(used(tokens, 200 - tokens, false, "1", extra));
  }

  @Test
  @DisplayName("is told with the usage, and adds up in the limit that makes it")
  void told() {
    full()
        .when(costing("a", TOKENS, 10, "1"))
        .then(story ->
            story.thenTellsAmongOthers(
                new Event.Used(
                    ScopePath.of(RUN),
                    story.allocation("a"),
                    TOKENS,
                    10,
                    0,
                    new Money(1_000_000),
                    "model-x",
                    new Money(500_000))))
        .when(costing("a", TOKENS, 10, "2"))
        .thenCharged(AT_ADA, "1.5");
  }

  @Test
  @DisplayName("is made of the pool's price where the caller names no cost")
  void priceOfThePool() {
    given(charged(limit(ADA, TOKENS, 0), "PT0S", "3"))
        .and(priced(pool("p", "/", TOKENS, 1_000), "0.25"))
        .when(allocate("a", RUN, TOKENS, 100), use("a", TOKENS, 4))
        .thenAnswers(used(4, 96, false, "1", "2"));
  }

  @Test
  @DisplayName("is made for usage beyond the reservation that exceeds the allowance (U3)")
  void beyondTheReservation() {
    given(charged(limit(ADA, TOKENS, 100), "PT0S", "1.5"))
        .when(allocate("a", RUN, TOKENS, 100), costing("a", TOKENS, 200, "1"))
        .thenAnswers(used(200, 0, true, "1", "0.25"));
  }

  @Test
  @DisplayName("is made for late usage (U4)")
  void late() {
    full()
        .when(release("a"), costing("a", TOKENS, 10, "1"))
        .thenAnswers(used(10, 0, true, "1", "0.5"))
        .thenCharged(AT_ADA, "0.5");
  }

  @Test
  @DisplayName("is made for what of a held type is in use beyond the allowance")
  void held() {
    given(charged(limit(ADA, MEMORY, 100), "PT0S", "2"))
        .when(allocate("a", RUN, MEMORY, 200), costing("a", MEMORY, 100, "1"))
        .thenAnswers(used(100, 100, false, "1", "0"))
        .when(costing("a", MEMORY, 200, "1"))
        .thenAnswers(used(200, 0, false, "1", "0.5"))
        .when(release("a"), costing("a", MEMORY, 200, "1"))
        .thenAnswers(used(200, 0, true, "1", "0"));
  }

  @Test
  @DisplayName("is not made in the grace, nor for what reservations alone exceed")
  void notInTheGrace() {
    given(charged(limit(ADA, TOKENS, 100), "PT5M", "1.5"))
        .when(allocate("a", RUN, TOKENS, 150), costing("a", TOKENS, 110, "1"))
        .thenAnswers(used(110, 40, false, "1", "0"))
        .at("10:04:59.999")
        .when(costing("a", TOKENS, 10, "1"))
        .thenAnswers(used(120, 30, false, "1", "0"))
        .at("10:05")
        .when(costing("a", TOKENS, 10, "1"))
        .thenAnswers(used(130, 20, false, "1", "0.5"));
    given(charged(limit(ADA, TOKENS, 100), "PT0S", "1.5"))
        .when(allocate("a", RUN, TOKENS, 150), costing("a", TOKENS, 100, "1"))
        .thenAnswers(used(100, 50, false, "1", "0"));
  }

  @Test
  @DisplayName("is not made where overage is refused, nor once use fell back to the allowance")
  void notMade() {
    given(refused(limit(ADA, TOKENS, 0), "PT5M"))
        .when(allocate("a", RUN, TOKENS, 150))
        .at("10:05")
        .when(costing("a", TOKENS, 10, "1"))
        .thenAnswers(used(10, 140, false, "1", "0"));
    full()
        .when(set(charged(limit(ADA, TOKENS, 2_000), "PT0S", "1.5")))
        .when(costing("a", TOKENS, 10, "1"))
        .thenAnswers(used(10, 990, false, "1", "0"));
  }

  @Test
  @DisplayName("is made once, by the limit of the chain that makes it dearest")
  void dearest() {
    Limit root = charged(limit("/", TOKENS, 100), "PT0S", "3");
    given(root, charged(limit(ADA, TOKENS, 0), "PT0S", "2"))
        .when(allocate("a", RUN, TOKENS, 1_000), costing("a", TOKENS, 100, "1"))
        .thenAnswers(used(100, 900, false, "1", "1"))
        .when(costing("a", TOKENS, 100, "1"))
        .thenAnswers(used(200, 800, false, "1", "2"))
        .thenCharged("/ LIMIT TOKENS", "2")
        .thenCharged(AT_ADA, "1");
  }

  @Test
  @DisplayName("of equal ones is that of the limit nearest the root")
  void nearestTheRoot() {
    given(charged(limit("/", TOKENS, 0), "PT0S", "2"), charged(limit(ADA, TOKENS, 0), "PT0S", "2"))
        .when(allocate("a", RUN, TOKENS, 1_000), costing("a", TOKENS, 100, "1"))
        .thenCharged("/ LIMIT TOKENS", "1")
        .thenCharged(AT_ADA, "0");
  }

  @Test
  @DisplayName("adds up from nothing in every window")
  void perWindow() {
    String hourly = "/user:ada LIMIT TOKENS/PT1H";
    given(charged(limit(ADA, TOKENS, 0, "PT1H"), "PT0S", "2"))
        .when(allocate("a", RUN, TOKENS, 1_000).lasting("PT9H"), costing("a", TOKENS, 100, "1"))
        .thenCharged(hourly, "1")
        .at("11:00")
        .thenCharged(hourly, "0")
        .when(costing("a", TOKENS, 100, "2"))
        .thenCharged(hourly, "2");
  }

  @Test
  @DisplayName("that no number can hold is refused, and nothing is recorded (S6)")
  void tooMuch() {
    given(charged(limit(ADA, TOKENS, 0), "PT0S", "1000"))
        .when(allocate("a", RUN, TOKENS, 1_000), costing("a", TOKENS, 1, "9230000000"))
        .thenRefusesAsInvalid("/consumed", "S6")
        .when(costing("a", TOKENS, 1, "9220000000"))
        .thenIs(Outcome.Used.class)
        .when(costing("a", TOKENS, 1, "9220000000"))
        .thenRefusesAsInvalid("/consumed", "S6");
  }
}
