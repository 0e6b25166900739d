package dev.headroom.server;

import static org.assertj.core.api.Assertions.assertThat;

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
}
