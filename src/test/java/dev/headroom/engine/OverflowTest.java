package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Story.begin;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.RequestLine.optional;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;

import dev.headroom.model.Amount;
import dev.headroom.model.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Counters hold up to 2^53−1 (S6)")
final class OverflowTest {
  private static final String ADA = "/user:ada";
  private static final String BOB = "/user:bob";

  @Test
  @DisplayName("and a request beyond that is refused as invalid, wherever it is made")
  void reserved() {
    begin()
        .when(allocate("a", ADA, TOKENS, Amount.MAX - 1), use("a", TOKENS, Amount.MAX - 2))
        .when(allocate("b", BOB, TOKENS, 2))
        .thenRefusesAsInvalid("/lines/0/amount", "overflow")
        .when(allocate("b", BOB, TOKENS, 1))
        .thenGrants(TOKENS, 1)
        .when(allocate("c", BOB, MEMORY, Amount.MAX))
        .thenGrants(MEMORY, Amount.MAX);
  }

  @Test
  @DisplayName("over all lines of a request")
  void acrossLines() {
    begin()
        .when(
            allocate(
                "a", ADA, required(TOKENS, 1), required(CREDITS, 1), optional(TOKENS, Amount.MAX)))
        .thenRefusesAsInvalid("/lines/2/amount", "overflow");
  }

  @Test
  @DisplayName("and over their alternatives")
  void acrossAlternatives() {
    given(limit("/", CREDITS, 0))
        .when(allocate("before", BOB, TOKENS, 1))
        .when(allocate("a", ADA, optional(CREDITS, 1).orElse(TOKENS, Amount.MAX)))
        .thenRefusesAsInvalid("/lines/0/amount", "overflow")
        .when(
            allocate(
                "a", ADA, optional(CREDITS, 1).orElse(TOKENS, Amount.MAX - 1), optional(TOKENS, 1)))
        .thenRefusesAsInvalid("/lines/1/amount", "overflow");
  }

  @Test
  @DisplayName("and a larger size is refused beyond that (A7)")
  void resized() {
    begin()
        .when(allocate("a", ADA, TOKENS, 5), allocate("b", BOB, TOKENS, Amount.MAX - 9))
        .when(Deed.resize("a", TOKENS, 10))
        .thenRefusesAsInvalid("/amount", "overflow")
        .when(Deed.resize("a", TOKENS, 9))
        .thenAnswers(new Outcome.ResizedTo(9));
  }

  @Test
  @DisplayName("and one who waits is not granted beyond that")
  void waiting() {
    given(limit("/", CREDITS, 1))
        .when(
            allocate("held", ADA, CREDITS, 1),
            allocate("w", ADA, required(CREDITS, 1), required(TOKENS, Amount.MAX)).waiting("PT10M"),
            allocate("b", BOB, TOKENS, 1))
        .when(release("held"))
        .thenWaiting("w")
        .thenCounts("/", TOKENS, 1, 0)
        .until("10:10")
        .thenWaiting()
        .thenLive("b");
  }
}
