package dev.headroom.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.ScopePath;
import dev.headroom.model.suggestion.Advice;
import dev.headroom.model.suggestion.SuggestionKind;
import dev.headroom.model.suggestion.SuggestionQuery;
import dev.headroom.node.advice.Advising;
import dev.headroom.sandbox.Sandbox;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In budget-review, after half an hour,")
final class BudgetReviewTest {
  @Test
  @DisplayName("there are suggestions of many kinds")
  void hasSuggestions() throws IOException {
    try (Sandbox sandbox = new Sandbox(Scenarios.all(), "budget-review", 1, 0, () -> 0)) {
      sandbox.runFor(Duration.ofMinutes(30));
      Advice advice =
          new Advising(sandbox.node().past(), () -> false, _ -> {})
              .advise(SuggestionQuery.of(ScopePath.ROOT), sandbox.state().now())
              .orElseThrow();
      assertThat(advice.suggestions())
          .extracting(suggestion -> suggestion.remedy().kind())
          .contains(
              SuggestionKind.REBALANCE,
              SuggestionKind.REDUCE_ALLOWANCE,
              SuggestionKind.CACHE,
              SuggestionKind.SUBSTITUTE,
              SuggestionKind.RIGHT_SIZE_LEASE,
              SuggestionKind.BATCH);
    }
  }
}
