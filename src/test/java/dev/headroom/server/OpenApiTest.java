package dev.headroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.server.token.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The description of the API")
final class OpenApiTest {
  @TempDir private Path data;

  @Test
  @DisplayName("names every route, and every route that it names is there")
  void matchesRoutes() throws IOException {
    try (Served served = Served.in(data)) {
      String admin = served.token(Role.ADMIN, "/");
      JsonNode document = served.call("", "GET", "/v1/openapi.json", "").json();
      List<String> described = new ArrayList<>();
      document
          .get("paths")
          .properties()
          .forEach(path ->
              path.getValue()
                  .fieldNames()
                  .forEachRemaining(
                      verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey())));

      assertThat(document.get("openapi").asText()).startsWith("3.1");
      assertThat(described)
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Routes.ALL.stream().map(route -> route.verb() + " " + route.template()),
                      OtherCall.ALL.stream().map(call -> call.verb() + " " + call.path()))
                  .toList());
      for (String operation : described) {
        String[] words = operation.split(" ", -1);
        String address = words[1].replaceAll("\\{[^}]*}", "x7");
        Served.Said said = served.call(admin, words[0], address, "");
        assertThat(said.status()).as(operation).isNotEqualTo(405).isLessThan(500);
        if (!address.startsWith(Streams.LIVE + "/")) {
          assertThat(said.body()).as(operation).doesNotContain("urn:headroom:unknown-route");
        }
      }
    }
  }

  @Test
  @DisplayName("says which calls ask for no token, and those are answered without one")
  void knowsOpenCalls() throws IOException {
    try (Served served = Served.in(data)) {
      for (OtherCall call : OtherCall.ALL) {
        String address = call.path().replaceAll("\\{[^}]*}", "x7");
        int status = served.call("", call.verb().name(), address, "").status();
        assertThat(status).as(call.path()).isEqualTo(call.open() ? 200 : 401);
      }
    }
  }

  @Test
  @DisplayName("refers to nothing that it does not describe")
  void isClosed() throws IOException {
    try (Served served = Served.in(data)) {
      JsonNode document = served.call("", "GET", "/v1/openapi.json", "").json();
      for (JsonNode reference : document.findValues("$ref")) {
        assertThat(document.at(reference.asText().substring(1)).isMissingNode())
            .as(reference.asText())
            .isFalse();
      }
    }
  }

  @Test
  @DisplayName("knows what cannot be read apart from what is against a rule, as alone in a batch")
  void knowsProblems() throws IOException {
    try (Served served = Served.in(data)) {
      JsonNode document = served.call("", "GET", "/v1/openapi.json", "").json();
      JsonNode all = document.at("/components/responses/Problem/content").findPath("anyOf");
      assertThat(all.findValuesAsText("$ref"))
          .containsExactly(
              "#/components/schemas/Problem", "#/components/schemas/UnreadableProblem");
      JsonNode schemas = document.at("/components/schemas");
      assertThat(schemas.get("Problem").findValuesAsText("const"))
          .contains("urn:headroom:against-rule")
          .doesNotContain("urn:headroom:invalid");
      assertThat(schemas.get("UnreadableProblem").findValuesAsText("const"))
          .containsExactly("urn:headroom:invalid");
    }
  }

  @Test
  @DisplayName("says which header stands for an id, and what of a body may be left out")
  void knowsWhatIsSaidElsewhere() throws IOException {
    try (Served served = Served.in(data)) {
      JsonNode paths = served.call("", "GET", "/v1/openapi.json", "").json().get("paths");
      JsonNode usage = paths.at("/~1v1~1allocations~1{allocationId}~1usage/post");
      assertThat(usage.get("parameters").findValuesAsText("name")).contains("Idempotency-Key");
      assertThat(
              usage
                  .at("/requestBody/content/application~1json/schema/required")
                  .valueStream()
                  .map(JsonNode::asText))
          .containsExactly("type", "consumed");
      JsonNode release = paths.at("/~1v1~1allocations~1{allocationId}/delete");
      assertThat(release.at("/requestBody/required").asBoolean(true)).isFalse();
    }
  }
}
