package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.remote.ServedFolder;
import dev.headroom.server.token.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("headroom --attach")
final class AttachCommandTest {
  private static final String STRANGER = "hr_" + "0".repeat(64);

  @TempDir private Path folder;
  private Path token = Path.of("");

  @BeforeEach
  void write() throws IOException {
    token = folder.resolve("token");
    Files.writeString(token, STRANGER + "\n");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
  }

  private String complaint(String url, String... more) {
    String[] all = new String[4 + more.length];
    all[0] = "--attach";
    all[1] = url;
    all[2] = "--token-file";
    all[3] = token.toString();
    System.arraycopy(more, 0, all, 4, more.length);
    String complaint = Run.of(all).complaint();
    assertThat(complaint).doesNotContain(STRANGER);
    return complaint;
  }

  @Test
  @DisplayName("says what is no address, and to which a token must not be sent")
  void addresses() {
    assertThat(complaint("localhost")).contains("cannot attach to localhost: This is no address");
    assertThat(complaint("http://headroom.example.org"))
        .contains("over http, whoever can read the network reads the token");
  }

  @Test
  @DisplayName("says that nothing listens, and that the token is not known, with what to do")
  void servers() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThat(complaint("http://127.0.0.1:" + port))
        .endsWith(
            "Nothing listens there. Check the port, and that headroom serve runs there and"
                + " listens for others (--listen).");
    try (ServedFolder served = new ServedFolder(folder.resolve("served"))) {
      assertThat(served.token(Role.ADMIN, "/")).isNotEmpty();
      assertThat(complaint("http://127.0.0.1:" + served.port()))
          .contains("The server does not know this token")
          .contains("headroom token create");
    }
  }

  @Test
  @DisplayName("says why a file cannot be used")
  void files() throws IOException {
    String url = "http://127.0.0.1:1";
    assertThat(complaint(url, "--authority", token.toString()))
        .contains("The file of certificates cannot be used");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(complaint(url)).contains("others may read or write").contains("chmod 600");
    Files.delete(token);
    assertThat(complaint(url)).isEqualTo("headroom: there is no file " + token);
    Files.createDirectory(token);
    assertThat(complaint(url)).contains("cannot read " + token);
    Files.delete(token);
    Files.createFile(
        token, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    assertThat(complaint(url)).isEqualTo("headroom: there is no token in " + token);
  }

  @Test
  @DisplayName("says which options go together")
  void options() {
    assertThat(Run.of("--token-file", "t").complaint()).contains("go with --attach URL");
    assertThat(Run.of("--production").complaint()).contains("go with --attach URL");
    assertThat(Run.of("--attach", "http://127.0.0.1:1").complaint())
        .contains("--attach URL needs --token-file FILE; no token is kept for http://127.0.0.1:1");
    assertThat(complaint("http://127.0.0.1:1", "--data", "d")).contains("--data is for a folder");
    assertThat(complaint("http://127.0.0.1:1", "--scopes", "5")).contains("for the sandbox");
  }
}
