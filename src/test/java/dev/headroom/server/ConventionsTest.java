package dev.headroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.server.token.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// With nothing but the description of the API and what curl can say.
@DisplayName("The API")
final class ConventionsTest {
  private static final String CONFIG =
      """
      limits:
        - {path: /user:ada, type: TOKENS, amount: 100, period: P1D}
      pools:
        - {id: cores, path: /, type: COMPUTE, capacity: 100}
      """;

  private static final String PUT = "/v1/config?author=ada&reason=start";

  @TempDir private Path data;

  private Served served;
  private String admin;

  @BeforeEach
  void serve() throws IOException {
    served = Served.in(data);
    admin = served.token(Role.ADMIN, "/");
    say("PUT", PUT, CONFIG);
  }

  @AfterEach
  void end() {
    served.close();
  }

  private Served.Said call(String method, String address, String body, String... headers) {
    return served.call(admin, method, address, body, headers);
  }

  /// Calls, under an id that is named as what it does, and is understood.
  private JsonNode say(String method, String address, String body) {
    String id = Integer.toHexString((method + address + body).hashCode());
    Served.Said said = call(method, address, body, "Idempotency-Key", id);
    assertThat(said.status()).as(said.body()).isEqualTo(200);
    return said.json();
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource(
      textBlock =
          """
          GET,    /v1/nothing%20here,         404
          POST,   /healthz,                   405
          POST,   /v1/events,                 405
          DELETE, /v1/config,                 405
          GET,    /v1/scopes?deep=1,          400
          GET,    /v1/scope?path=/user:nobody, 404
          GET,    /v1/events?afer=1,          400
          GET,    /v1/live?rat=1,             400
          GET,    /metrics?x=1,               400
          """)
  @DisplayName("says in every problem document what was called")
  void namesWhatWasCalled(String method, String address, int status) {
    Served.Said said = call(method, address, "");
    assertThat(said.status()).as(said.body()).isEqualTo(status);
    assertThat(said.contentType()).isEqualTo("application/problem+json");
    assertThat(said.json().get("instance").asText()).isEqualTo(address.replaceAll("\\?.*", ""));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"dryRun=yes", "dryRun=TRUE", "dryRun=1", "dryRun", "dryRun=true&dry=1"})
  @DisplayName("changes nothing where it is not clear whether a config document is only tried out")
  void doubtsDryRun(String query) {
    Served.Said said = call("PUT", PUT + "&" + query, "limits: []", "Idempotency-Key", "doubtful");
    assertThat(said.status()).as(said.body()).isEqualTo(400);
    assertThat(say("GET", "/v1/limits?path=/user:ada", "").get("limits")).hasSize(1);
  }

  @Test
  @DisplayName("points at every mistake in and beside a config document, with its line")
  void pointsIntoConfig() {
    Served.Said said =
        call(
            "PUT",
            "/v1/config?reason=%20",
            """
            limits:
              - {path: /user:ada, type: TOKEN, amount: 5}
            pools:
              - {id: a, colour: 1}
            """);
    assertThat(said.status()).isEqualTo(400);
    assertThat(said.json().get("errors").findValuesAsText("pointer"))
        .startsWith("/author", "/reason", "/Idempotency-Key", "/limits/0/type")
        .contains("/pools/0/colour", "/pools/0/capacity");
    assertThat(said.body()).contains("line 2: must be one of CREDITS, TOKENS");
  }

  @Test
  @DisplayName("points at an author and a reason that say nothing, and at both")
  void pointsAtEmptyReasons() {
    Served.Said said =
        call(
            "PUT",
            "/v1/limits?path=/user:ada",
            "{\"limits\":[],\"version\":1,\"author\":\" \",\"reason\":\"\",\"requestId\":\"r\"}");
    assertThat(said.json().get("errors").findValuesAsText("pointer"))
        .containsExactly("/author", "/reason");
  }

  @Test
  @DisplayName("says where an id that is missing can be said, and a syntax error in a sentence")
  void advises() {
    String lines = "{\"path\":\"/user:ada\",\"lines\":[{\"type\":\"TOKENS\",\"amount\":1}]}";
    assertThat(call("POST", "/v1/allocations", lines).json().get("detail").asText())
        .isEqualTo("/requestId: is missing; say it here, or by the header Idempotency-Key");
    assertThat(call("POST", "/v1/allocations", "xx").json().get("detail").asText())
        .isEqualTo("is not JSON as expected in line 1, column 1: Unrecognized token 'xx'");
  }

  @Test
  @DisplayName("removes a pool by what its address says alone")
  void removesPool() {
    say("DELETE", "/v1/pools/cores?version=1&author=ada&reason=done", "");
    assertThat(call("GET", "/v1/pools/cores", "").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("lists alerts by state, and has each acknowledged and shelved by its id")
  void namesAlerts() {
    say(
        "POST",
        "/v1/allocations",
        "{\"path\":\"/user:ada\",\"lines\":[{\"type\":\"TOKENS\",\"amount\":90}]}");
    List<String> ids = say("GET", "/v1/alerts?state=ACTIVE", "").findValuesAsText("alertId");
    assertThat(ids).hasSize(2);
    say("POST", "/v1/alerts/" + ids.getFirst() + "/acknowledge", "{\"author\":\"ada\"}");
    say(
        "POST",
        "/v1/alerts/" + ids.getLast() + "/shelve",
        "{\"life\":\"ONE_HOUR\",\"author\":\"ada\",\"reason\":\"known\"}");

    assertThat(say("GET", "/v1/alerts?state=ACKNOWLEDGED", "").findValuesAsText("alertId"))
        .containsExactly(ids.getFirst());
    assertThat(say("GET", "/v1/alerts?state=SHELVED", "").findValuesAsText("alertId"))
        .containsExactly(ids.getLast());
    assertThat(say("GET", "/v1/alerts", "").get("total").asInt()).isEqualTo(1);
    for (String wrong : List.of("x", "80-", "80-!!", "9-YQ", "99999999999-YQ")) {
      Served.Said said = call("POST", "/v1/alerts/" + wrong + "/acknowledge", "{\"author\":\"a\"}");
      assertThat(said.status()).as(said.body()).isEqualTo(400);
      assertThat(said.body()).contains("must be an alertId as /v1/alerts lists them");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          '"action":"GRANT"',                               200
          '"action":"DENY"',                                200
          '"action":"REPRIORITISE","priority":"CRITICAL"',  200
          '"action":"APPLY","strategy":"QUEUING"',          200
          '"action":"REPRIORITISE"',                        400
          '"action":"GRANT","priority":"LOW"',              400
          '"action":"grant"',                               400
          """)
  @DisplayName("lists who waits by status, and has it decided by an action")
  void decides(String action, int status) {
    String ask = "{\"path\":\"/user:%s\",\"lines\":[{\"type\":\"COMPUTE\",\"amount\":80}]%s}";
    say("POST", "/v1/allocations", ask.formatted("ada", ""));
    say("POST", "/v1/allocations", ask.formatted("ben", ",\"maxWait\":\"PT1H\""));
    JsonNode waits = say("GET", "/v1/allocations?status=WAITING", "").get("allocations");
    assertThat(waits).hasSize(1);
    assertThat(waits.at("/0/path").asText()).isEqualTo("/user:ben");
    assertThat(say("GET", "/v1/allocations?status=LIVE", "").findValuesAsText("path"))
        .contains("/user:ada");
    String conflict =
        say("GET", "/v1/conflicts?state=OPEN", "").at("/conflicts/0/conflictId").asText();
    Served.Said said =
        call(
            "POST",
            "/v1/conflicts/" + conflict + "/resolve",
            "{\"allocationId\":\"%s\",%s,\"author\":\"ada\",\"reason\":\"so\"}"
                .formatted(waits.at("/0/allocationId").asText(), action),
            "Idempotency-Key",
            "decision");
    assertThat(said.status()).as(said.body()).isEqualTo(status);
  }

  @Test
  @DisplayName("divides a budget as a dry run only, and says how its changes are applied")
  void dividesDry() {
    say(
        "POST",
        "/v1/allocations",
        "{\"path\":\"/user:ada/run:r\",\"lines\":[{\"type\":\"TOKENS\",\"amount\":1}]}");
    String wanted =
        "{\"path\":\"/user:ada\",\"type\":\"TOKENS\",\"period\":\"P1D\",\"policy\":\"EQUAL\"}";
    JsonNode proposal = say("POST", "/v1/distributions?dryRun=true", wanted);
    assertThat(proposal.get("changes")).hasSize(1);
    Served.Said real = call("POST", "/v1/distributions?dryRun=false", wanted);
    assertThat(real.status()).isEqualTo(400);
    assertThat(real.body()).contains("apply that by POST /v1/changes");
  }

  @Test
  @DisplayName("says what is too long before it is understood at all")
  void saysWhatIsTooLong() {
    Served.Said address = call("GET", "/v1/scopes?filter=" + "a".repeat(9_000), "");
    assertThat(address.status()).isEqualTo(414);
    assertThat(address.json().get("detail").asText()).isEqualTo("an address has at most 8 KiB");
    Served.Said headers = call("GET", "/healthz", "", "X-Long", "a".repeat(20_000));
    assertThat(headers.status()).isEqualTo(400);
    assertThat(headers.json().get("detail").asText()).contains("more than 16 KiB of headers");
  }

  @Test
  @DisplayName("counts calls by addresses that are bounded, also where none is JSON")
  void countsByTemplate() {
    call("GET", "/healthz", "");
    call("PUT", "/v1/live/nobody", "{}");
    call("GET", "/v1/nothing/at/all", "");
    assertThat(call("GET", "/metrics", "").body())
        .contains("{route=\"/healthz\",status=\"200\"}")
        .contains("{route=\"/v1/config\",status=\"200\"}")
        .contains("{route=\"/v1/live/{view}\",status=\"404\"}")
        .contains("{route=\"other\",status=\"404\"}");
  }

  @Test
  @DisplayName("says of a line that was cut what bound it, of the others nothing of that kind (A3)")
  void namesBound() {
    JsonNode lines =
        say(
                "POST",
                "/v1/allocations",
                """
                {"path":"/user:ada","lines":[
                  {"type":"TOKENS","amount":5},
                  {"type":"COMPUTE","amount":120,"required":false,"minimum":1}]}
                """)
            .get("lines");
    assertThat(lines.at("/0/bound").isMissingNode()).isTrue();
    assertThat(lines.at("/1/granted").asInt()).isEqualTo(100);
    assertThat(lines.at("/1/bound/id").asText()).isEqualTo("cores");
  }

  @Test
  @DisplayName("calls UTC by that name")
  void namesUtc() {
    assertThat(say("GET", "/v1/instance", "").get("timeZone").asText()).isEqualTo("UTC");
  }
}
