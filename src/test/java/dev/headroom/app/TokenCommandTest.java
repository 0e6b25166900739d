package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.model.ScopePath;
import dev.headroom.node.DataFolder;
import dev.headroom.node.MachineClock;
import dev.headroom.node.Node;
import dev.headroom.server.token.Grant;
import dev.headroom.server.token.Role;
import dev.headroom.server.token.TokenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Tokens on the command line")
final class TokenCommandTest {
  @TempDir private Path folder;

  private Run token(String deed, String... options) {
    String[] all = new String[options.length + 4];
    System.arraycopy(new String[] {"token", deed, "--data", folder.toString()}, 0, all, 0, 4);
    System.arraycopy(options, 0, all, 4, options.length);
    return Run.of(all);
  }

  @Test
  @DisplayName("are made, listed and revoked while a server has the folder")
  void lifecycle() throws IOException {
    try (Node _ = DataFolder.open(folder, DataFolder.Progress.UNSEEN).node()) {
      TokenStore server = new TokenStore(folder);
      Run made = token("create", "--role", "client", "--scope", "/user:ada", "--name", "ci");
      assertThat(made.exitCode()).isZero();
      String secret = made.out().strip();
      Instant now = MachineClock.source().instant();
      Grant grant = server.authenticate(secret, now).orElseThrow();
      assertThat(grant.role()).isEqualTo(Role.CLIENT);
      assertThat(grant.subtree()).isEqualTo(ScopePath.of("/user:ada"));
      assertThat(token("list").out())
          .startsWith(grant.tokenId() + "  client    /user:ada")
          .contains("until revoked  ci")
          .doesNotContain(secret);
      assertThat(token("revoke", grant.tokenId()).out().strip())
          .isEqualTo("revoked " + grant.tokenId() + ", client at /user:ada");
      assertThat(server.authenticate(secret, now)).isEmpty();
      Run none = token("list");
      assertThat(none.exitCode()).isZero();
      assertThat(none.out()).isEmpty();
      assertThat(none.err()).contains("there are no tokens here; headroom token create makes one");
    }
    assertThat(Run.of("check", folder.toString()).exitCode()).isZero();
  }

  @Test
  @DisplayName("are shown once, to standard output only")
  void shownOnce() {
    Run made = token("create", "--role", "admin");
    String secret = made.out().strip();
    assertThat(secret).matches("hr_[0-9a-f]{64}");
    assertThat(made.err()).contains("admin at /, good until revoked").doesNotContain(secret);
    assertThat(token("list", "--json").out()).doesNotContain(secret).doesNotContain("sha256");
  }

  @Test
  @DisplayName("are told as JSON, with the instant of their expiry")
  void json() throws IOException {
    Run made = token("create", "--role", "viewer", "--expires", "P90D", "--json");
    JsonNode token = new ObjectMapper().readTree(made.out());
    assertThat(token.get("token").asText()).matches("hr_[0-9a-f]{64}");
    assertThat(
            Duration.between(
                Instant.parse(token.get("created").asText()),
                Instant.parse(token.get("expires").asText())))
        .isEqualTo(Duration.ofDays(90));
    JsonNode listed = new ObjectMapper().readTree(token("list", "--json").out());
    assertThat(listed.get("id")).isEqualTo(token.get("id"));
    assertThat(listed.has("token")).isFalse();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      textBlock =
          """
          --role,    boss,       expected one of [VIEWER CLIENT OPERATOR ADMIN]
          --scope,   ada,        a path starts with '/'
          --expires, soon,       is no period; write P90D
          --expires, PT0S,       --expires is between now and 3660 days from now
          --expires, -P1D,       --expires is between now and 3660 days from now
          --expires, P9999999D,  --expires is between now and 3660 days from now
          --color,   red,        Unknown option
          """)
  @DisplayName("are refused in one line where something is wrong, and nothing is made")
  void refusals(String option, String value, String complaint) throws IOException {
    Run run =
        option.equals("--role")
            ? token("create", option, value)
            : token("create", "--role", "client", option + "=" + value);
    assertThat(run.complaint().replace(",", "")).contains(complaint);
    assertThat(Files.exists(folder.resolve("tokens"))).isFalse();
  }

  @Test
  @DisplayName(
      "that are not there, in a folder that is not there or whose file is damaged, are told")
  void missing() throws IOException {
    assertThat(token("revoke", "4711").complaint()).contains("there is no token 4711");
    assertThat(Run.of("token", "list", "--data", folder + "/none").complaint())
        .contains("there is no folder " + folder + "/none");
    assertThat(Run.of("token").complaint()).contains("say what: create, list or revoke");
    assertThat(token("create").complaint()).contains("--role");
    token("create", "--role", "admin");
    Path file = folder.resolve("tokens");
    Files.writeString(file, Files.readString(file).replace("ADMIN", "VIEWER"));
    for (String deed : new String[] {"list", "revoke 4711", "create --role admin"}) {
      String[] words = deed.split(" ", 2);
      Run run = token(words[0], words.length == 1 ? new String[0] : words[1].split(" "));
      assertThat(run.complaint()).contains("was changed by hand or is damaged");
    }
  }
}
