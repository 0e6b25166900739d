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
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Among strangers who want the same, whoever sees a subtree")
final class StrangersTest {
  private static final String EDITED = "\"author\":\"bob\",\"reason\":\"test\"";

  @TempDir private Path data;

  private static final String POOLS =
      """
      pools:
        - {id: cores, path: /, type: COMPUTE, capacity: 100, onConflict: PREEMPTION}
        - {id: ada-cores, path: /user:ada, type: MEMORY, capacity: 100}
      """;

  private static String cores(String id, String path, long amount, String more) {
    return "{\"requestId\":\"%s\",\"path\":\"%s\",\"lines\":[{\"type\":\"COMPUTE\",\"amount\":%s}]%s}"
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
  @DisplayName("is not told by how much strangers exceed what is above them all")
  void hidesExcess() throws IOException {
    try (Served served = Served.in(data)) {
      String admin = served.token(Role.ADMIN, "/");
      String bob = served.token(Role.CLIENT, "/user:bob");
      served.call(admin, "POST", "/v1/allocations", cores("a1", "/user:ada", 70, ""));
      served.call(
          admin,
          "PUT",
          "/v1/config?author=a&reason=b",
          "limits: [{path: /, type: COMPUTE, amount: 10}]",
          "Idempotency-Key",
          "lower");
      String waits = ",\"maxWait\":\"PT1H\"";
      served.call(bob, "POST", "/v1/allocations", cores("b1", "/user:bob", 5, waits));
      for (String address :
          List.of(
              "/v1/explain?path=/user:bob&type=COMPUTE",
              "/v1/scope?path=/user:bob",
              "/v1/waits?path=/user:bob",
              "/v1/allocations?path=/user:bob&status=WAITING")) {
        assertThat(served.call(bob, "GET", address, "").body())
            .as(address)
            .containsAnyOf("\"headroom\":0", "\"free\":0")
            .doesNotContain("-60");
      }
      String again = cores("b3", "/user:bob", 5, "");
      assertThat(served.call(bob, "POST", "/v1/allocations", again).body())
          .contains("\"headroom\":0")
          .contains("DENIED");
      assertThat(served.call(admin, "GET", "/v1/explain?path=/user:bob&type=COMPUTE", "").body())
          .contains("\"headroom\":-60");
    }
  }

  @Test
  @DisplayName(
      "has its own usage recorded beside that of strangers, who look as if they were nobody")
  void recordsItsOwn() throws IOException {
    try (Served served = Served.in(data)) {
      String bob = served.token(Role.CLIENT, "/user:bob");
      String ada = served.token(Role.CLIENT, "/user:ada");
      String mine = allocationId(served, bob, "/user:bob");
      String hers = allocationId(served, ada, "/user:ada");
      String never = hers.equals("a80000001") ? "a80000002" : "a80000001";
      String record =
          "{\"usageId\":\"%s\",\"allocationId\":\"%s\",\"type\":\"COMPUTE\",\"consumed\":1}";
      JsonNode results =
          served
              .call(
                  bob,
                  "POST",
                  "/v1/usage:batch",
                  "{\"requestId\":\"u\",\"records\":["
                      + String.join(
                          ",",
                          record.formatted("u1", hers),
                          record.formatted("u2", mine),
                          record.formatted("u3", never))
                      + "]}")
              .json()
              .get("results");
      assertThat(results.at("/1/outcome/consumed").asInt()).isEqualTo(1);
      assertThat(results.at("/0/problem").toString().replace(hers, never))
          .isEqualTo(results.at("/2/problem").toString());
      assertThat(results.at("/0/problem/allocationId").asText()).isEqualTo(hers);
    }
  }

  private static String allocationId(Served served, String token, String path) {
    return served
        .call(token, "POST", "/v1/allocations", cores("r", path, 5, ""))
        .json()
        .get("allocationId")
        .asText();
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
        assertThat(said.status()).as(said.body()).isEqualTo(422);
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
