package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Facts.deciding;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the rules have and this engine has not. Shrinks with every rule that is carried out.
@DisplayName("Not yet supported, refused as such and without a trace, is")
final class NotYetSupportedTest {
  private static final String ADA = "/user:ada";

  private static void thenUnsupported(Deed deed, String rule) {
    given(limit(ADA, TOKENS, 100))
        .and(pool("p", "/", TOKENS, 100))
        .when(allocate("a", ADA, TOKENS, 60))
        .at("10:10")
        .when(deed)
        .then(story ->
            assertThat(story.answer())
                .isInstanceOfSatisfying(
                    Refusal.Unsupported.class,
                    refusal -> assertThat(refusal.rule()).isEqualTo(rule)))
        .thenNothingChanged();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      value = ConflictStrategy.class,
      names = {"SHARING", "NEGOTIATION"})
  @DisplayName("a strategy of a limit or a pool (Q3):")
  void strategies(ConflictStrategy strategy) {
    thenUnsupported(set(deciding(strategy, limit(ADA, TOKENS, 200))), "Q3");
    thenUnsupported(set(deciding(strategy, pool("p", "/", TOKENS, 200))), "Q3");
  }

  @Test
  @DisplayName("a request that can be shrunk (Q3)")
  void negotiableRequests() {
    AllocationRequest plain = allocate("n", ADA, TOKENS, 1).request();
    AllocationRequest request =
        new AllocationRequest(
            plain.path(),
            plain.lines(),
            plain.priority(),
            plain.lease(),
            plain.maxWait(),
            true,
            false,
            plain.purpose(),
            plain.labels());
    thenUnsupported(new Deed.Ask("n", request), "Q3");
  }
}
