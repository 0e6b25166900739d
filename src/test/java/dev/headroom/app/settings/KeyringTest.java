package dev.headroom.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.PlaceMark;
import dev.headroom.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes: a program of the keyring's name on the path, which keeps what it gets in a file.
@DisplayName("Tokens of connections, where the system has a keyring,")
final class KeyringTest {
  private static final Secret TOKEN = new Secret("hr_of-ada");
  private static final Connection ACME = connection("https://acme.example");

  /// Keeps one secret for each row of attributes, and writes down how it was called.
  private static final String SECRET_TOOL =
      """
      #!/bin/sh
      cd "$(dirname "$0")" || exit 3
      echo "$@" >> calls
      [ -e locked ] && { echo "the keyring is locked" >&2; exit 1; }
      verb=$1
      for last; do :; done
      case $verb in
        store) /bin/cat > kept; echo "$last" > url ;;
        lookup) [ -e kept ] && [ "$(/bin/cat url)" = "$last" ] && /bin/cat kept || exit 1 ;;
        clear) /bin/rm -f kept url ;;
      esac
      """;

  /// Understands the three words that are said to it.
  private static final String SECURITY =
      """
      #!/bin/sh
      cd "$(dirname "$0")" || exit 3
      echo "$@" >> calls
      case $1 in
        -i) read -r verb update s service a account w secret; echo "$secret" > "kept" ;;
        find-generic-password)
          [ -e kept ] && /bin/cat kept && exit 0
          echo "The specified item could not be found in the keychain." >&2; exit 44 ;;
        delete-generic-password) /bin/rm -f kept ;;
      esac
      """;

  @TempDir private Path folder;

  private static Connection connection(String url) {
    var mark = new PlaceMark("acme", PlaceMark.Colour.BLUE, false);
    return new Connection("a1", mark, new Connection.Server(url, Optional.empty(), false), true);
  }

  private KeptTokens with(String program, String script, String system) throws IOException {
    Path tool = Files.writeString(folder.resolve(program), script);
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
    Map<String, String> environment = Map.of("PATH", "/nowhere:" + folder);
    return new KeptTokens(folder.resolve("settings"), Keyring.of(environment, system));
  }

  @Test
  @DisplayName("are kept there by secret-tool on Linux, for one address, and in no file")
  void onLinux() throws IOException {
    KeptTokens tokens = with("secret-tool", SECRET_TOOL, "Linux");
    assertThat(tokens.recall(ACME)).isEmpty();
    assertThat(tokens.keep(ACME, TOKEN)).isEmpty();
    assertThat(tokens.recall(ACME)).contains(TOKEN);
    assertThat(tokens.recall(connection("https://evil.example"))).isEmpty();
    assertThat(folder.resolve("settings/tokens.json")).doesNotExist();
    assertThat(folder.resolve("calls")).content().doesNotContain(TOKEN.text());
    tokens.forget(ACME);
    assertThat(tokens.recall(ACME)).isEmpty();
  }

  @Test
  @DisplayName("are kept there by security on macOS, and its arguments do not give them away")
  void onMac() throws IOException {
    KeptTokens tokens = with("security", SECURITY, "Mac OS X");
    assertThat(tokens.recall(ACME)).isEmpty();
    assertThat(tokens.keep(ACME, TOKEN)).isEmpty();
    assertThat(tokens.recall(ACME)).contains(TOKEN);
    assertThat(folder.resolve("calls")).content().doesNotContain(TOKEN.text());
    tokens.forget(ACME);
    assertThat(tokens.recall(ACME)).isEmpty();
  }

  @Test
  @DisplayName("are kept in the file where the keyring does not take them, and one is told why")
  void fallBack() throws IOException {
    KeptTokens tokens = with("secret-tool", SECRET_TOOL, "Linux");
    Files.createFile(folder.resolve("locked"));
    assertThatThrownBy(() -> tokens.recall(ACME)).hasMessage("the keyring is locked");
    assertThat(tokens.keep(ACME, TOKEN).orElseThrow())
        .startsWith("The keyring does not take the token of acme, so it is kept in ")
        .contains("tokens.json")
        .endsWith("the keyring is locked");
    assertThat(tokens.recall(ACME)).contains(TOKEN);

    Files.delete(folder.resolve("locked"));
    assertThat(tokens.keep(ACME, TOKEN)).isEmpty();
    assertThat(folder.resolve("settings/tokens.json")).content().doesNotContain(TOKEN.text());
    assertThat(tokens.recall(ACME)).contains(TOKEN);
  }

  @Test
  @DisplayName("are kept in the file where there is none, as on Windows")
  void withoutKeyring() {
    assertThat(Keyring.of(Map.of("PATH", folder.toString()), "Linux")).isEmpty();
    assertThat(Keyring.of(Map.of("PATH", "/usr/bin"), "Windows 11")).isEmpty();
  }
}
