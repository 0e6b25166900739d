package dev.headroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.server.token.Role;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A call that is refused")
final class RefusedCallsTest {
  private static final String CONFIG =
      """
      limits:
        - {path: /user:ada, type: TOKENS, amount: 100}
      pools:
        - {id: cores, path: /, type: COMPUTE, capacity: 100, members: [{path: /user:ada, quota: 1}]}
        - {id: words, path: /, type: TOKENS, capacity: 1000}
      """;

  private static final String SIGNED = "\"author\":\"ada\",\"reason\":\"so\"";

  private static final String LATE = "2999-01-01T00:00:00.000Z";

  @TempDir private Path data;
  private Served served;
  private String admin;
  private String allocation;
  private String alert;

  @BeforeEach
  void serve() throws IOException {
    served = Served.in(data);
    admin = served.token(Role.ADMIN, "/");
    call("PUT", "/v1/config?author=ada&reason=start", CONFIG, "config");
    String request = "{\"path\":\"/user:ada\",\"lines\":[{\"type\":\"TOKENS\",\"amount\":100}]}";
    allocation = call("POST", "/v1/allocations", request, "a").json().get("allocationId").asText();
    String record = "{\"type\":\"TOKENS\",\"consumed\":60}";
    call("POST", "/v1/allocations/" + allocation + "/usage", record, "u");
    alert =
        call("GET", "/v1/alerts", "", "").json().findValuesAsText("alertId").stream()
            .filter(id -> id.startsWith("100-"))
            .findFirst()
            .orElseThrow();
  }

  @AfterEach
  void end() {
    served.close();
  }

  private Served.Said call(String method, String address, String body, String id) {
    return id.isEmpty()
        ? served.call(admin, method, address, body)
        : served.call(admin, method, address, body, "Idempotency-Key", id);
  }

  private Served.Said refused(String method, String address, String body) {
    return call(
        method,
        address.replace("ALLOCATION", allocation).replace("ALERT", alert),
        body.replace("SIGNED", SIGNED).replace("LATE", LATE),
        "refused");
  }

  private static void assertPointsAt(Served.Said said, int status, String pointer) {
    JsonNode problem = said.json();
    assertThat(said.status()).as(said.body()).isEqualTo(status);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.at("/errors/0/pointer").asText()).as(said.body()).isEqualTo(pointer);
    assertThat(problem.at("/errors/0/detail").asText()).isNotBlank();
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST   | /v1/allocations/ALLOCATION/resize | {"type":"TOKENS","amount":59} | /amount
          POST   | /v1/allocations/ALLOCATION/usage | {"type":"TOKENS","consumed":9007199254740991} | /consumed
          DELETE | /v1/scopes?path=/ | '' | /path
          POST   | /v1/alerts/ALERT/acknowledge | {"author":"ada"} | /note
          POST   | /v1/pools/cores/loans | {"from":"/user:ada","to":"/user:ben","amount":1,"until":"LATE",SIGNED} | /poolId
          POST   | /v1/pools/words/top-up | {"amount":1001,SIGNED} | /amount
          PUT    | /v1/pools/cores | {"pool":{"id":"cores","path":"/","type":"MEMORY","capacity":1},"version":1,SIGNED} | /pool
          """)
  @DisplayName("by a rule, though it was understood, has status 422 and says what of it is against")
  void byRule(String method, String address, String body, String pointer) {
    Served.Said said = refused(method, address, body);
    assertPointsAt(said, 422, pointer);
    assertThat(said.json().get("type").asText()).isEqualTo("urn:headroom:against-rule");
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST | /v1/allocations/ALLOCATION/resize | {"type":"TOKENS","amount":-1} | /amount
          POST | /v1/allocations/ALLOCATION/renew | {"duration":"P31D"} | /duration
          PUT  | /v1/limits?path=/user:ada | {"limits":[{"path":"/user:ada","type":"MEMORY","amount":1,"period":"P1D"}],"version":1,SIGNED} | /limits/0
          GET  | /v1/live?rate=31 | '' | /rate
          POST | /v1/allocations | {"path":"/user:ada","lines":[]} | /lines
          POST | /v1/allocations | {"path":"/user:ada","lines":[{"type":"TOKENS","amount":1}],"maxWait":"-PT1S"} | /maxWait
          POST | /v1/allocations:batch | {"requests":[]} | /requests
          POST | /v1/usage:batch | {"records":[]} | /records
          POST | /v1/changes | {"changes":[],SIGNED} | /changes
          PUT  | /v1/pools/new | {"pool":{"id":"new","path":"/","type":"TIME","capacity":1,"replenish":{"amount":1,"every":"PT0S"}},"version":0,SIGNED} | /pool/replenish/every
          GET  | /v1/scopes?depth=1&depth=2 | '' | /depth
          GET  | /v1/live?rate=1&rate=2 | '' | /rate
          PUT  | /v1/config?author=a&reason=b&dryRun=false&dryRun=true | 'limits: []' | /dryRun
          GET  | /v1/events?after=x | '' | /after
          GET  | /v1/suggestions?span=PT1S | '' | /span
          GET  | /v1/suggestions?span=P32D | '' | /span
          GET  | /v1/reports/usage?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z | '' | /to
          GET  | /v1/reports/usage?from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z&step=PT1M | '' | /step
          PUT  | /v1/config?author=a&reason=b | limits: 3 | /limits
          """)
  @DisplayName("as no value that it can be has status 400 and says what of it is wrong")
  void asNoValue(String method, String address, String body, String pointer) {
    Served.Said said = refused(method, address, body);
    assertPointsAt(said, 400, pointer);
    assertThat(said.json().get("type").asText()).isEqualTo("urn:headroom:invalid");
  }

  @Test
  @DisplayName("for several reasons names all of them at once")
  void forAllReasons() {
    String tooLong = "x".repeat(257);
    Served.Said said =
        refused(
            "POST",
            "/v1/allocations?a=1",
            """
            {"path":"/user:ada","lines":[],"duration":"PT0S","maxWait":"P31D","purpose":"%s",
             "labels":{"name":"%s"},"other":1}
            """
                .formatted(tooLong, tooLong));
    assertThat(said.json().get("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder(
            "/a", "/lines", "/duration", "/maxWait", "/purpose", "/labels", "/other");
  }

  @Test
  @DisplayName("within a batch says the same as it would alone")
  void inBatch() {
    String batch =
        """
        {"records":[
          {"usageId":"v","allocationId":"%s","type":"TOKENS","consumed":9007199254740991}
        ]}
        """
            .formatted(allocation);
    Served.Said said = call("POST", "/v1/usage:batch", batch, "batch");
    assertThat(said.status()).as(said.body()).isEqualTo(200);
    assertThat(said.json().at("/results/0/problem/status").asInt()).as(said.body()).isEqualTo(422);
  }
}
