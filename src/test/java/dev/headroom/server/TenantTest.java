package dev.headroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.server.token.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Whoever has a token of a subtree")
final class TenantTest {
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z|(?<=\"waitedMillis\":)\\d+");

  /// Names of allocations, and numbers from 2^52 to 2^53, as all else has.
  private static final Pattern NAME = Pattern.compile("\\ba[0-9a-f]{12,16}\\b|\\b[ck]?\\d{16}\\b");

  private static final String EDITED = "\"author\":\"bob\",\"reason\":\"test\"";

  /// A span that has everything.
  private static final String EVER = "&from=2026-01-01T00:00:00.000Z&to=2099-01-01T00:00:00.000Z";

  @TempDir private Path data;

  /// Bob's calls: each with his last allocation, checkpoint and version for A, K and V.
  private static final String[][] CALLS = {
    {"GET", "/v1/instance", ""},
    {"PUT", "/v1/limits?path=/user:bob", limits("l1", 100, "0")},
    {"POST", "/v1/allocations", ask("r1", 30, "")},
    {"POST", "/v1/allocations", ask("r1", 31, "")},
    {"POST", "/v1/allocations", ask("r2", 60, "")},
    {"POST", "/v1/allocations/A/usage", "{\"usageId\":\"u1\",\"type\":\"TOKENS\",\"consumed\":70}"},
    {
      "POST", "/v1/allocations/A/resize", "{\"requestId\":\"s1\",\"type\":\"TOKENS\",\"amount\":75}"
    },
    {"GET", "/v1/allocations/A", ""},
    {"GET", "/v1/allocations?path=/user:bob", ""},
    {"GET", "/v1/reports/usage?path=/user:bob" + EVER, ""},
    {"GET", "/v1/reports/usage?path=/" + EVER, ""},
    {"GET", "/v1/reports/forecast?path=/user:bob", ""},
    {"GET", "/v1/reports/forecast?path=/", ""},
    {"GET", "/v1/suggestions?path=/user:bob", ""},
    {"GET", "/v1/suggestions", ""},
    {"POST", "/v1/allocations", ask("r3", 20, ",\"maxWait\":\"PT1H\"")},
    {"POST", "/v1/allocations", ask("r4", 21, ",\"maxWait\":\"PT1H\"")},
    {"GET", "/v1/waits?path=/user:bob", ""},
    {"POST", "/v1/allocations/A/usage", "{\"usageId\":\"u2\",\"type\":\"TOKENS\",\"consumed\":1}"},
    {"GET", "/v1/scopes?path=/user:bob&depth=3", ""},
    {"GET", "/v1/explain?path=/user:bob/run:r1&type=TOKENS", ""},
    {"GET", "/v1/alerts?path=/user:bob", ""},
    {"GET", "/v1/limits?path=/user:bob", ""},
    {"PUT", "/v1/limits?path=/user:bob", limits("l2", 120, "V")},
    {"PUT", "/v1/limits?path=/user:bob", limits("l3", 130, "V")},
    {"PUT", "/v1/limits?path=/user:bob", limits("l4", 130, "0")},
    {"POST", "/v1/checkpoints", "{\"requestId\":\"k1\",\"path\":\"/user:bob/run:r1\"}"},
    {"DELETE", "/v1/checkpoints/K?requestId=k2", ""},
    {"POST", "/v1/checkpoints/K/restore", "{\"requestId\":\"k3\"}"},
    {"DELETE", "/v1/allocations/A?requestId=d1", ""},
    {"POST", "/v1/allocations/A/renew", "{\"requestId\":\"n1\",\"lease\":\"PT1H\"}"},
    {"GET", "/v1/allocations/a100000001", ""},
    {"GET", "/v1/allocations/a100080000007", ""},
    {"GET", "/v1/conflicts", ""},
    {"GET", "/metrics", ""},
    {"DELETE", "/v1/scopes?path=/user:bob/run:r1&requestId=c1", ""},
    {"GET", "/v1/scopes?path=/user:bob", ""},
  };

  private static String limits(String id, long amount, String version) {
    return "{\"requestId\":\""
        + id
        + "\",\"limits\":[{\"path\":\"/user:bob\",\"type\":\"TOKENS\",\"amount\":"
        + amount
        + "}],\"version\":"
        + version
        + ","
        + EDITED
        + "}";
  }

  private static String ask(String id, long amount, String more) {
    return "{\"requestId\":\""
        + id
        + "\",\"path\":\"/user:bob/run:r1\",\"lines\":[{\"type\":\"TOKENS\",\"amount\":"
        + amount
        + "}]"
        + more
        + "}";
  }

  /// What Bob hears, times and names replaced by words.
  private static final class Bob {
    private final List<String> heard = new ArrayList<>();
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> last = new HashMap<>(Map.of("A", "a1", "K", "k1", "V", "0"));

    void say(Served served, String token, String[] call) {
      String address =
          call[1].replace("/A", "/" + last.get("A")).replace("/K", "/" + last.get("K"));
      String body = call[2].replace(":V,", ":" + last.get("V") + ",");
      Served.Said said = served.call(token, call[0], address, body);
      for (String[] named :
          new String[][] {{"A", "allocationId"}, {"K", "checkpointId"}, {"V", "version"}}) {
        if (said.status() == 200 && said.json().has(named[1])) {
          last.put(named[0], said.json().get(named[1]).asText());
        }
      }
      hear(call[0] + " " + call[1] + " → " + said.status() + " " + said.body());
    }

    void hear(String text) {
      Matcher names = NAME.matcher(TIME.matcher(text).replaceAll("TIME"));
      heard.add(
          names.replaceAll(
              name -> words.computeIfAbsent(name.group(), _ -> "NAME-" + (words.size() + 1))));
    }
  }

  /// What others do in the meantime.
  @FunctionalInterface
  private interface Others {
    void live(Served served, String admin, int step);
  }

  private List<String> heardBeside(Path folder, Others others) throws Exception {
    try (Served served = Served.in(folder)) {
      String admin = served.token(Role.ADMIN, "/");
      String token = served.token(Role.ADMIN, "/user:bob");
      Bob bob = new Bob();
      for (int step = 0; step < CALLS.length; step++) {
        others.live(served, admin, step);
        bob.say(served, token, CALLS[step]);
      }
      follow(served, token, bob);
      return bob.heard;
    }
  }

  private static void follow(Served served, String token, Bob bob)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(served.uri("/v1/events?after=0"))
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<InputStream> response =
        served.http().send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (var lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      for (String line = ""; !line.contains("SCOPE_CLOSED"); line = lines.readLine()) {
        if (!line.startsWith(":")) { // Heartbeats come when they come.
          bob.hear(line);
        }
      }
    }
  }

  private static void ada(Served served, String admin, int step) {
    String edited = "\"author\":\"ada\",\"reason\":\"test\"}";
    for (int each = 0; each <= step % 4; each++) {
      String id = "ada-" + step + "-" + each;
      String run = "/user:ada/run:r" + step;
      served.call(
          admin,
          "PUT",
          "/v1/limits?path=" + run,
          "{\"limits\":[{\"path\":\""
              + run
              + "\",\"type\":\"TOKENS\",\"amount\":50}],\"version\":0,"
              + edited,
          "Idempotency-Key",
          "l" + id);
      for (String name : List.of("x" + id, "y" + id, "r" + step)) {
        served.call(
            admin,
            "POST",
            "/v1/allocations",
            ask(name, 40, ",\"maxWait\":\"PT1H\"").replace("/user:bob/run:r1", run));
      }
      served.call(
          admin,
          "POST",
          "/v1/checkpoints",
          "{\"requestId\":\"k" + id + "\",\"path\":\"" + run + "\"}");
    }
  }

  @Test
  @DisplayName(
      "hears the same whatever goes on elsewhere: ids, versions, numbers of events, errors")
  void hearsTheSame() throws Exception {
    List<String> alone = heardBeside(data.resolve("1/data"), (_, _, _) -> {});
    List<String> among = heardBeside(data.resolve("2/data"), TenantTest::ada);
    assertThat(among).isEqualTo(alone);
    assertThat(alone).anyMatch(line -> line.contains("QUEUED"));
    assertThat(alone).anyMatch(line -> line.contains("409") && line.contains("request id r1 was"));
    assertThat(alone)
        .noneMatch(line -> line.matches(".*\"(allocationId|conflictId)\":\"[ac]\\d.*"));
  }

  @Test
  @DisplayName("can hand an id to someone who sees all, who understands it")
  void handsOn() throws IOException {
    try (Served served = Served.in(data)) {
      String token = served.token(Role.CLIENT, "/user:bob");
      String id =
          served
              .call(token, "POST", "/v1/allocations", ask("r1", 5, ""))
              .json()
              .get("allocationId")
              .asText();
      String admin = served.token(Role.ADMIN, "/");
      assertThat(
              served
                  .call(admin, "GET", "/v1/allocations/" + id, "")
                  .json()
                  .get("allocationId")
                  .asText())
          .isEqualTo("a100000001");
      assertThat(served.call(token, "GET", "/v1/allocations/a100000001", "").status())
          .isEqualTo(400);
    }
  }

  private static final String POOLS =
      """
      pools:
        - {id: cores, path: /, type: COMPUTE, capacity: 100, onConflict: PREEMPTION}
        - {id: ada-cores, path: /user:ada, type: MEMORY, capacity: 100}
      """;

  private static String cores(String id, String path, long amount, String more) {
    return "{\"requestId\":\"%s\",\"path\":\"%s\",\"lines\":[{\"type\":\"COMPUTE\",\"amount\":%d}]%s}"
        .formatted(id, path, amount, more);
  }

  @Test
  @DisplayName(
      "is told neither how many strangers wait before them, nor for whom they lost a place")
  void hidesStrangersInTheWay() throws Exception {
    try (Served served = Served.in(data)) {
      String admin = served.token(Role.ADMIN, "/");
      String bob = served.token(Role.CLIENT, "/user:bob");
      served.call(admin, "PUT", "/v1/config?author=a&reason=b", POOLS, "Idempotency-Key", "pools");
      String waits = ",\"maxWait\":\"PT1H\"";
      String high = ",\"priority\":\"HIGH\"";
      List<String> asked =
          List.of(
              cores("a1", "/user:ada", 50, high),
              cores("b1", "/user:bob", 50, ",\"priority\":\"LOW\",\"requeue\":true"),
              cores("a2", "/user:ada", 50, high),
              cores("a3", "/user:ada", 60, waits));
      for (String each : asked) {
        String token = each.contains("/user:bob") ? bob : admin;
        assertThat(served.call(token, "POST", "/v1/allocations", each).status()).isEqualTo(200);
      }

      JsonNode alone =
          served.call(bob, "POST", "/v1/allocations", cores("b2", "/user:bob", 70, waits)).json();
      JsonNode inBatch =
          served
              .call(
                  bob,
                  "POST",
                  "/v1/allocations:batch",
                  "{\"requestId\":\"b3\",\"requests\":["
                      + cores("b4", "/user:bob", 80, waits)
                      + "]}")
              .json();
      assertThat(alone.at("/queue/position").asInt()).isEqualTo(1);
      assertThat(inBatch.at("/results/0/outcome/queue/position").asInt()).isEqualTo(1);
      assertThat(lineWith(served, bob, "\"kind\":\"PREEMPTED\""))
          .contains("\"byPath\":\"/\",\"byPriority\":\"HIGH\"")
          .doesNotContain("ada")
          .doesNotContain("\"by\":");
      assertThat(lineWith(served, admin, "\"kind\":\"PREEMPTED\""))
          .contains("\"byPath\":\"/user:ada\"")
          .contains("\"by\":");
    }
  }

  @Test
  @DisplayName("is told of a stranger's pool no more than that its id is taken")
  void hidesStrangersPools() throws IOException {
    try (Served served = Served.in(data)) {
      String admin = served.token(Role.ADMIN, "/");
      String bob = served.token(Role.ADMIN, "/user:bob");
      served.call(admin, "PUT", "/v1/config?author=a&reason=b", POOLS, "Idempotency-Key", "pools");
      for (String version : List.of("0", "4503599627370497")) {
        String mine =
            "{\"pool\":{\"id\":\"ada-cores\",\"path\":\"/user:bob\",\"type\":\"MEMORY\",\"capacity\":5},"
                + "\"version\":"
                + version
                + ","
                + EDITED
                + "}";
        Served.Said said =
            served.call(bob, "PUT", "/v1/pools/ada-cores", mine, "Idempotency-Key", "p" + version);
        assertThat(said.status()).as(said.body()).isEqualTo(400);
        assertThat(said.json().at("/errors/0/detail").asText())
            .isEqualTo("is taken; choose another");
      }
    }
  }

  private static String lineWith(Served served, String token, String text)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(served.uri("/v1/events?after=0"))
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<InputStream> response =
        served.http().send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (var lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (!line.contains(text)) {
        line = lines.readLine();
      }
      return line;
    }
  }
}
