package dev.headroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.server.token.Role;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An instance over HTTP")
final class HttpServerTest {
  private static final String ASK =
      "{\"path\":\"/user:ada/run:r1\",\"lines\":[{\"type\":\"TOKENS\",\"amount\":1000}]}";

  @TempDir private Path data;
  private Served served;
  private String admin;

  @BeforeEach
  void serve() throws IOException {
    served = Served.in(data);
    admin = served.token(Role.ADMIN, "/");
  }

  @AfterEach
  void end() {
    served.close();
  }

  private Served.Said allocate(String id) {
    return served.call(admin, "POST", "/v1/allocations", ASK, "Idempotency-Key", id);
  }

  @Test
  @DisplayName("reserves, records what was used, and takes back the rest")
  void works() {
    JsonNode granted = allocate("a1").json();
    String allocation = granted.get("allocationId").asText();
    JsonNode used =
        served
            .call(
                admin,
                "POST",
                "/v1/allocations/" + allocation + "/usage",
                "{\"usageId\":\"u1\",\"type\":\"TOKENS\",\"consumed\":120}")
            .json();
    JsonNode released =
        served.call(admin, "DELETE", "/v1/allocations/" + allocation + "?requestId=d1", "").json();

    assertThat(granted.get("status").asText()).isEqualTo("GRANTED");
    assertThat(used.has("consumed")).as(used.toString()).isTrue();
    assertThat(used.get("consumed").asLong()).isEqualTo(120);
    assertThat(used.get("remaining").asLong()).isEqualTo(880);
    assertThat(used.get("exhausted").asBoolean()).isFalse();
    assertThat(released.toString()).contains("880");
  }

  @Test
  @DisplayName("says the first outcome again for the same id, and refuses it for other words (A5)")
  void isIdempotent() {
    String first = allocate("same").body();
    Served.Said other =
        served.call(
            admin,
            "POST",
            "/v1/allocations",
            ASK.replace("1000", "999"),
            "Idempotency-Key",
            "same");

    assertThat(allocate("same").body()).isEqualTo(first);
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.json().get("type").asText()).isEqualTo("urn:headroom:request-id-conflict");
  }

  @Test
  @DisplayName(
      "tells what replacing limits would change, or that it would be refused, and does it not")
  void triesLimits() {
    String first =
        "{\"limits\":[{\"path\":\"/user:ada\",\"type\":\"TOKENS\",\"amount\":10}],"
            + "\"version\":0,\"author\":\"ada\",\"reason\":\"try\"}";
    String second = first.replace("10}", "20}").replace("\"version\":0", "\"version\":1");
    String address = "/v1/limits?path=/user:ada";
    JsonNode fresh =
        served.call(admin, "PUT", address + "&dryRun=true", first, "Idempotency-Key", "l0").json();
    served.call(admin, "PUT", address, first, "Idempotency-Key", "l1");
    JsonNode tried =
        served.call(admin, "PUT", address + "&dryRun=true", second, "Idempotency-Key", "l2").json();
    Served.Said stale =
        served.call(admin, "PUT", address + "&dryRun=true", first, "Idempotency-Key", "l3");
    JsonNode now = served.call(admin, "GET", address, "").json();

    assertThat(fresh.at("/wouldChange/added")).hasSize(1);
    assertThat(tried.at("/wouldChange/removed/0/amount").asLong()).isEqualTo(10);
    assertThat(tried.at("/wouldChange/added/0/amount").asLong()).isEqualTo(20);
    assertThat(stale.status()).isEqualTo(409);
    assertThat(now.at("/limits/0/amount").asLong()).isEqualTo(10);
    assertThat(now.get("version").asLong()).isEqualTo(1);
  }

  @Test
  @DisplayName("answers a denial as an outcome")
  void denies() {
    served.call(
        admin,
        "PUT",
        "/v1/limits?path=/user:ada",
        "{\"limits\":[{\"path\":\"/user:ada\",\"type\":\"TOKENS\",\"amount\":10}],\"version\":0,"
            + "\"author\":\"ada\",\"reason\":\"try\"}",
        "Idempotency-Key",
        "l1");
    Served.Said denied = allocate("a1");

    assertThat(denied.status()).isEqualTo(200);
    assertThat(denied.json().get("status").asText()).isEqualTo("DENIED");
    assertThat(denied.json().at("/denials/0/reason").asText()).isEqualTo("EXCEEDS_LIMIT");
  }

  @Test
  @DisplayName("names everything that is wrong with a request at once, each with a pointer")
  void namesAllProblems() {
    Served.Said said =
        served.call(
            admin,
            "POST",
            "/v1/allocations?foo=1",
            "{\"pth\":\"/\",\"lines\":[{\"type\":\"TOKEN\",\"amount\":0}]}");
    List<String> pointers = new ArrayList<>();
    said.json().get("errors").forEach(error -> pointers.add(error.get("pointer").asText()));

    assertThat(said.status()).isEqualTo(400);
    assertThat(said.contentType()).isEqualTo("application/problem+json");
    assertThat(pointers)
        .containsExactlyInAnyOrder(
            "/foo", "/requestId", "/path", "/pth", "/lines/0/type", "/lines/0/amount");
  }

  @ParameterizedTest(name = "{0} {1} by {2} at {3}: {4}")
  @CsvSource(
      textBlock =
          """
          GET,    /v1/scopes,                  VIEWER,   /,         200
          GET,    /v1/scopes?path=/user:ada,   VIEWER,   /user:bob, 403
          GET,    /v1/scope?path=/user:bob,    VIEWER,   /user:bob, 404
          GET,    /v1/nothing,                 ADMIN,    /,         404
          PATCH,  /v1/scopes,                  ADMIN,    /,         405
          POST,   /v1/allocations,             VIEWER,   /,         403
          DELETE, /v1/scopes?path=/user:ada,   CLIENT,   /,         403
          PUT,    /v1/limits?path=/user:ada,   OPERATOR, /,         403
          GET,    /v1/config,                  ADMIN,    /user:ada, 403
          GET,    /v1/conflicts,               OPERATOR, /user:ada, 403
          GET,    /v1/allocations/x,           ADMIN,    /,         400
          GET,    /v1/allocations/a100000009,  ADMIN,    /,         404
          """)
  @DisplayName("lets everyone do what their role may in their subtree, and nothing else")
  void knowsRights(String method, String address, Role role, String subtree, int status)
      throws IOException {
    Served.Said said = served.call(served.token(role, subtree), method, address, "");
    assertThat(said.status()).as(said.body()).isEqualTo(status);
    if (status != 200) {
      assertThat(said.contentType()).isEqualTo("application/problem+json");
    }
  }

  @Test
  @DisplayName("lets nobody in without a token, or with one that is revoked or made up")
  void asksForToken() {
    for (String token : List.of("", "hr_" + "0".repeat(64), admin.substring(1), admin + "0")) {
      Served.Said said = served.call(token, "GET", "/v1/scopes", "");
      assertThat(said.status()).isEqualTo(401);
      assertThat(said.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }
  }

  @Test
  @DisplayName("refuses a body that is too large, which takes more from those who change much")
  void boundsBodies() throws IOException {
    String large = " ".repeat(Api.BODY_MAX + 1);
    for (String token : List.of("", served.token(Role.CLIENT, "/"))) {
      Served.Said said = served.call(token, "POST", "/v1/allocations", large);
      assertThat(said.status()).isEqualTo(413);
      assertThat(said.body()).contains("at most 8 MiB");
    }
    assertThat(served.call(admin, "POST", "/v1/changes", large).status()).isEqualTo(400);
    Served.Said said =
        served.call(admin, "POST", "/v1/changes", " ".repeat(Api.BODY_LARGE_MAX + 1));
    assertThat(said.status()).isEqualTo(413);
    assertThat(said.body()).contains("at most 64 MiB");
  }

  @Test
  @DisplayName("lives and is ready without a token, and tells its figures")
  void isObservable() {
    allocate("a1");
    assertThat(served.call("", "GET", "/healthz", "").body()).isEqualTo("alive\n");
    assertThat(served.call("", "GET", "/readyz", "").body()).isEqualTo("ready\n");
    assertThat(served.call(admin, "GET", "/metrics", "").body())
        .contains("headroom_events_total 1\n")
        .contains("headroom_http_requests_total{route=\"/v1/allocations\",status=\"200\"} 1\n");
  }

  @Test
  @DisplayName("tells those of a subtree no figures and no totals of the whole")
  void keepsTotals() throws IOException {
    allocate("a1");
    String bob = served.token(Role.CLIENT, "/user:ada");
    Served.Said page = served.call(bob, "GET", "/v1/scopes?path=/user:ada", "");

    assertThat(served.call(bob, "GET", "/metrics", "").status()).isEqualTo(403);
    assertThat(served.call("", "GET", "/metrics", "").status()).isEqualTo(401);
    assertThat(page.json().get("total").asInt()).isEqualTo(1);
    assertThat(page.json().get("sequence").asLong()).isZero();
  }

  @Test
  @DisplayName("gives the config document and takes it back, and refuses what is stale")
  void exchangesConfig() {
    String yaml =
        """
        settings: {timeZone: Europe/Berlin}
        limits:
          - {path: /user:ada, type: TOKENS, amount: 10000, period: P1D}
        pools:
          - {id: grid, path: /, type: COMPUTE, capacity: 8000}
        """;
    String put = "/v1/config?author=ada&reason=try";
    JsonNode plan = served.call(admin, "PUT", "/v1/config?dryRun=true", yaml).json();
    Served.Said done = served.call(admin, "PUT", put, yaml, "Idempotency-Key", "c1");
    Served.Said now = served.call(admin, "GET", "/v1/config", "", "Accept", "application/yaml");
    Served.Said again =
        served.call(admin, "PUT", put, now.body(), "Idempotency-Key", "c2", "If-Match", "\"1\"");
    Served.Said stale =
        served.call(admin, "PUT", put, now.body(), "Idempotency-Key", "c3", "If-Match", "\"7\"");
    Served.Said wrong = served.call(admin, "PUT", put, "limits: 3", "Idempotency-Key", "c4");

    assertThat(plan.get("changes")).hasSize(3);
    assertThat(done.json().get("version").asLong()).isEqualTo(1);
    assertThat(now.body()).contains("Europe/Berlin").contains("grid").contains("10000");
    assertThat(again.json().get("version").asLong()).isEqualTo(1);
    assertThat(stale.status()).isEqualTo(409);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.json().at("/errors/0/pointer").asText()).isEqualTo("/limits");
  }

  @Nested
  @DisplayName("streams events")
  final class Events {
    private HttpResponse<Stream<String>> open(String address, String... headers)
        throws IOException, InterruptedException {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(served.uri(address)).header("Authorization", "Bearer " + admin);
      if (headers.length > 0) {
        request.headers(headers);
      }
      return served.http().send(request.build(), HttpResponse.BodyHandlers.ofLines());
    }

    private static List<String> ids(Iterator<String> lines, int count) {
      List<String> ids = new ArrayList<>();
      while (ids.size() < count) {
        String line = lines.next();
        if (line.startsWith("id: ")) {
          ids.add(line.substring(4));
        }
      }
      return ids;
    }

    @Test
    @DisplayName("from the beginning, as they come, and again from where a reader ended (T3)")
    void streams() throws IOException, InterruptedException {
      allocate("a1");
      try (Stream<String> lines = open("/v1/events?after=0").body()) {
        Iterator<String> reader = lines.iterator();
        assertThat(ids(reader, 1)).containsExactly("1");
        allocate("a2");
        allocate("a3");
        assertThat(ids(reader, 2)).containsExactly("2", "3");
      }
      try (Stream<String> lines = open("/v1/events?after=0", "Last-Event-ID", "2").body()) {
        assertThat(ids(lines.iterator(), 1)).containsExactly("3");
      }
    }

    @Test
    @DisplayName("and refuses a position that is none")
    void refusesPosition() {
      assertThat(served.call(admin, "GET", "/v1/events?after=x", "").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("and the newest state of what a reader looks at")
    void live() throws IOException, InterruptedException {
      allocate("a1");
      try (Stream<String> lines = open("/v1/live?rate=20").body()) {
        Iterator<String> reader = lines.iterator();
        String view = "";
        while (view.isEmpty()) {
          String line = reader.next();
          view = line.contains("\"view\"") ? line.split("\"", -1)[3] : "";
        }
        Served.Said looked =
            served.call(admin, "PUT", "/v1/live/" + view, "{\"scopes\":[\"/user:ada\"]}");
        String frame = "";
        while (!frame.contains("/user:ada")) {
          frame = reader.next();
        }
        assertThat(looked.status()).isEqualTo(200);
        assertThat(frame).contains("\"reserved\":1000");
      }
    }
  }
}
