package dev.headroom.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A document of someone who wants something")
final class StrictReadingTest {
  @Test
  @DisplayName("is told all its faults at once, each by its place")
  void tellsAllFaultsAtOnce() {
    String request =
        """
        {"requestId": "r1", "path": "/user:ada", "prio": 3, "priority": "HIHG",
         "lines": [{"type": "TOKENS", "amount": 5}, {"type": "TOKENZ", "amount": "7"}, {"amount": 1}]}
        """;

    assertThat(faults(Requests.ALLOCATE, request))
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder(
            "/prio", "/priority", "/lines/1/type", "/lines/1/amount", "/lines/2/type");
  }

  @Test
  @DisplayName("is asked what was meant where a word is nearly known")
  void guesses() {
    String release = "{\"requestId\": \"r1\", \"alocationId\": \"a1\"}";

    assertThat(faults(Requests.RELEASE, release))
        .contains(
            new Problem("/alocationId", "is not known here; did you mean allocationId?"),
            new Problem("/allocationId", "is missing"));
  }

  @Test
  @DisplayName(
      "is refused where it is no JSON, says a member twice, is too deep or goes on behind its end")
  void refusesWhatIsNoDocument() {
    assertThat(faults(Requests.RELEASE, "{")).hasSize(1);
    assertThat(faults(Requests.RELEASE, "")).hasSize(1);
    assertThat(faults(Requests.RELEASE, "[1, 2]")).hasSize(1);
    assertThat(faults(Requests.RELEASE, "{\"requestId\": \"a\", \"requestId\": \"b\"}")).hasSize(1);
    assertThat(faults(Requests.RELEASE, "[".repeat(10_000))).hasSize(1);
    assertThat(faults(Requests.RELEASE, "{} {}")).hasSize(1);
  }

  @Test
  @DisplayName("is told at most a hundred faults")
  void tellsNoMoreThanAnyoneRepairs() {
    StringBuilder request = new StringBuilder("{\"requestId\": \"r1\"");
    for (int member = 0; member < 1_000; member++) {
      request.append(", \"unknown").append(member).append("\": 1");
    }

    assertThat(faults(Requests.RELEASE, request + "}")).hasSize(At.PROBLEMS_MAX);
  }

  @Test
  @DisplayName("may say more than is understood where an instance tells it, which may be newer")
  void toleratesWhatIsNewer() {
    String released = Json.text(Outcomes.RELEASED, new AnyValue(1).of(Outcome.Released.class));
    String newer = released.substring(0, released.length() - 1) + ", \"mood\": \"fine\"}";

    At at = At.tolerantRoot();
    assertThat(Json.read(Outcomes.RELEASED, bytes(newer), at)).isPresent();
    assertThat(at.problems()).isEmpty();
    assertThat(faults(Outcomes.RELEASED, newer)).hasSize(1);
  }

  private static List<Problem> faults(Shape<?> shape, String document) {
    At at = At.root();
    assertThat(Json.read(shape, bytes(document), at)).isEmpty();
    return at.problems();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
