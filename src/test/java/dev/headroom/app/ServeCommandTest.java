package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("headroom serve")
final class ServeCommandTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      textBlock =
          """
          --keep,           soon,         '--keep: ''soon'' is no period; write P90D, PT12H or the like'
          --keep,           P-1D,         --keep is between 0 and 36500 days
          --keep,           P40000D,      --keep is between 0 and 36500 days
          --keep-size,      much,         '--keep-size: ''much'' is no size; write 500MB, 50GB or the like'
          --keep-size,      99999999TB,   --keep-size: 99999999TB is more than there is
          --snapshot-every, 0,            '--snapshot-every is at least 1, not 0'
          --snapshot-every, often,        --snapshot-every
          --listen,         7420,         '--listen is HOST:PORT, such as 127.0.0.1:7420, not 7420'
          --listen,         0.0.0.0:7420, 'listen on 127.0.0.1, or say --plain-text'
          --tls-cert,       nowhere.pem,  --tls-key
          """)
  @DisplayName("says in a line what is wrong with an option, and makes no folder")
  void refuses(String option, String value, String complaint) {
    Path data = folder.resolve("data");
    assertThat(Run.of("serve", "--data", data.toString(), option, value).complaint())
        .contains(complaint);
    assertThat(data).doesNotExist();
  }

  @Test
  @DisplayName("says that an address is taken, rather than serve nowhere")
  void refusesWhatIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + taken.getLocalPort();
      assertThat(
              Run.of("serve", "--data", folder.resolve("data").toString(), "--listen", address)
                  .complaint())
          .contains("cannot listen on " + address + ": Address already in use; say where else");
    }
  }

  @Test
  @DisplayName("says that nobody gets in where the tokens are damaged, and goes on")
  void tellsDamagedTokens() throws IOException {
    Path data = folder.resolve("data");
    assertThat(Run.of("token", "create", "--data", data.toString(), "--role", "admin").exitCode())
        .isZero();
    Files.writeString(data.resolve("tokens"), "something else");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + taken.getLocalPort();
      assertThat(Run.of("serve", "--data", data.toString(), "--listen", address).err().lines())
          .hasSize(2)
          .first()
          .asString()
          .startsWith("headroom: " + data.resolve("tokens"))
          .contains("nobody gets in; put back a good copy, or remove it");
    }
  }

  @Test
  @DisplayName("says that a key is not the one to the certificate, rather than serve nobody")
  void refusesWrongKey() throws Exception {
    Path data = folder.resolve("data");
    Certificate one = Certificate.in(Files.createDirectory(folder.resolve("one")));
    Certificate other = Certificate.in(Files.createDirectory(folder.resolve("other")));
    assertThat(
            Run.of(
                    "serve",
                    "--data",
                    data.toString(),
                    "--tls-cert",
                    one.chain().toString(),
                    "--tls-key",
                    other.key().toString())
                .complaint())
        .contains("other")
        .contains("is not the private key to the certificate");
    assertThat(data).doesNotExist();
  }

  @Test
  @DisplayName("says that a file is no folder")
  void refusesFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");
    assertThat(Run.of("serve", "--data", file.toString()).complaint()).contains("is no folder");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"--keep P1D", "--keep-size 5GB", "--snapshot-every 9"})
  @DisplayName(
      "shares with the console how long history is kept, which is refused without a folder")
  void isForFolders(String options) {
    String[] both = options.split(" ", -1);
    assertThat(Run.of(both[0], both[1]).complaint()).contains("need --data");
  }
}
