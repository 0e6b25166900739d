package dev.headroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.server.token.Grant;
import dev.headroom.server.token.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("GET /v1/recording")
@Timeout(60)
final class RecordingCallsTest {
  private static final String SPAN =
      "/v1/recording?from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z";

  @TempDir private Path data;
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    served = Served.in(data);
    for (int count = 0; count < 100; count++) {
      var request =
          AllocationRequest.of(
              ScopePath.of("/user:u" + count), RequestLine.required(ResourceType.TOKENS, 5));
      served.folder().instance().allocate(new RequestId("r" + count), request);
    }
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  @DisplayName("gives an administrator of / a file, which says how long it is and of which span")
  void gives() throws IOException {
    Served.Said said = served.call(served.token(Role.ADMIN, "/"), "GET", SPAN, "");
    assertThat(said.status()).as(said.body()).isEqualTo(200);
    assertThat(said.contentType()).isEqualTo("application/vnd.headroom.recording");
    assertThat(said.headers().firstValueAsLong("Content-Length").orElseThrow()).isPositive();
    assertThat(said.headers().firstValue("Headroom-From").orElseThrow()).startsWith("20");
    assertThat(said.headers().firstValue("Headroom-To").orElseThrow()).isLessThan("2099");
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({"VIEWER, /", "OPERATOR, /", "ADMIN, /user:u1"})
  @DisplayName("is nothing for others, who are told why:")
  void refuses(Role role, String subtree) throws IOException {
    Served.Said said = served.call(served.token(role, subtree), "GET", SPAN, "");
    assertThat(said.status()).isEqualTo(403);
    assertThat(said.json().get("detail").asText()).contains("it is for tokens of role admin for /");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'?from=2020-01-01T00:00:00Z', /to",
    "'?to=2020-01-01T00:00:00Z', /from",
    "'?from=yesterday&to=2020-01-01T00:00:00Z', /from",
    "'?from=2020-01-01T00:00:00Z&to=2020-01-01T00:00:00Z', /to",
    "'?from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z&zone=UTC', /zone"
  })
  @DisplayName("says what is wrong with a span:")
  void saysWhatIsWrong(String query, String pointer) throws IOException {
    Served.Said said =
        served.call(served.token(Role.ADMIN, "/"), "GET", "/v1/recording" + query, "");
    assertThat(said.status()).isEqualTo(400);
    assertThat(said.body()).contains("\"pointer\":\"" + pointer + "\"");
  }

  @Test
  @DisplayName("refuses what would be too large, and says that a shorter span would not be")
  void refusesTooLarge() throws IOException {
    var calls = new RecordingCalls(served.folder().instance(), 1_000);
    var call =
        new HttpCall(
            Optional.of(Verb.GET),
            RecordingCalls.PATH,
            new HttpCall.Query(
                Map.of("from", "2020-01-01T00:00:00Z", "to", "2100-01-01T00:00:00Z"),
                new TreeSet<>()),
            Map.of(),
            new byte[0]);
    var grant = new Grant("t", Role.ADMIN, ScopePath.ROOT);
    HttpAnswer answer =
        calls.answer(call, grant, Waiting.unseen(), _ -> new ByteArrayOutputStream()).orElseThrow();
    assertThat(answer.status()).isEqualTo(422);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .contains("ask for a shorter span");
  }

  @Test
  @DisplayName("is the only way to call it")
  void refusesOtherMethods() throws IOException {
    Served.Said said = served.call(served.token(Role.ADMIN, "/"), "POST", SPAN, "");
    assertThat(said.status()).isEqualTo(405);
  }
}
