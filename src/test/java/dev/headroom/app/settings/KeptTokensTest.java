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
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The tokens of connections")
final class KeptTokensTest {
  private static final Secret TOKEN = new Secret("hr_of-ada");
  private static final Connection ACME = connection("acme", "https://acme.example");
  private static final Connection OTHER = connection("other", "https://other.example");

  @TempDir private Path folder;

  private static Connection connection(String id, String url) {
    var mark = new PlaceMark(id, PlaceMark.Colour.BLUE, false);
    return new Connection(id, mark, new Connection.Server(url, Optional.empty(), false), true);
  }

  private KeptTokens file() {
    return new KeptTokens(folder.resolve("new"));
  }

  @Test
  @DisplayName("are there again at the next start, each until it is replaced or forgotten")
  void comeBack() throws IOException {
    assertThat(file().recall(ACME)).isEmpty();
    file().forget(ACME);
    file().keep(ACME, new Secret("hr_older"));
    file().keep(OTHER, new Secret("hr_another"));
    file().keep(ACME, TOKEN);
    assertThat(file().recall(ACME)).contains(TOKEN);
    file().forget(ACME);
    assertThat(file().recall(ACME)).isEmpty();
    assertThat(file().recall(OTHER)).contains(new Secret("hr_another"));
  }

  @Test
  @DisplayName("are for one address: whoever changes where a connection leads gets none")
  void areForOneAddress() throws IOException {
    file().keep(ACME, TOKEN);
    assertThat(file().recall(connection("acme", "https://evil.example"))).isEmpty();
  }

  @Test
  @DisplayName("are readable by their user only, and not read where others may read them")
  void arePrivate() throws IOException {
    file().keep(ACME, TOKEN);
    Path tokens = folder.resolve("new/tokens.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tokens)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(tokens, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> file().recall(ACME))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  @DisplayName("are not shown where their file is damaged")
  void areNotShown() throws IOException {
    file().keep(ACME, TOKEN);
    Path tokens = folder.resolve("new/tokens.json");
    Files.writeString(tokens, Files.readString(tokens).replace("\"hr_of-ada\"", "hr_of-ada"));
    assertThatThrownBy(() -> file().recall(ACME))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("remove it")
        .hasMessageNotContaining("hr_of-ada")
        .hasNoCause();
  }
}
