package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.embedded.LocalFolder;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import dev.headroom.node.DataFolder;
import dev.headroom.node.MachineClock;
import dev.headroom.server.HttpServer;
import dev.headroom.server.token.Role;
import dev.headroom.server.token.TokenOrder;
import dev.headroom.server.token.TokenStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Loans on the command line")
@Timeout(180)
final class LoanCommandTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");

  @TempDir private Path folder;
  private LocalFolder open;
  private HttpServer server;
  private Path token;

  /// The user's own token, who sees nothing of `/`, to which the pool belongs.
  @BeforeEach
  void serve() throws IOException {
    Pool.Terms terms =
        Pool.Terms.of(100)
            .withSharing(SharingPolicy.QUOTA)
            .withMembers(
                List.of(
                    new Pool.Member(ADA, 50, 1),
                    new Pool.Member(ScopePath.of("/user:ben"), 50, 1)));
    Pool pool = new Pool(new PoolId("grid"), ScopePath.ROOT, ResourceType.COMPUTE, terms);
    open =
        LocalFolder.named(
            folder, DataFolder.open(folder, MachineClock.source(), DataFolder.Progress.UNSEEN));
    Change change = new Change.PutPool(pool, 0);
    var _ =
        open.instance()
            .apply(
                new Command.ApplyChanges(new RequestId("p"), List.of(change), "ops", "to begin"));
    TokenOrder order = new TokenOrder("ada", Role.CLIENT, ADA, Optional.empty());
    token = folder.resolve("ada.token");
    Files.createFile(
        token, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(token, new TokenStore(folder).issue(order, Instant.now()).secret());
    server =
        HttpServer.start(
            open.instance(),
            HttpServer.Access.in(folder),
            new HttpServer.Listening(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Optional.empty()));
  }

  @AfterEach
  void end() {
    server.close();
    open.close();
  }

  private Run loan(String... words) {
    List<String> all = new ArrayList<>(List.of("loan"));
    all.addAll(List.of(words));
    all.addAll(
        List.of("--url", "http://127.0.0.1:" + server.port(), "--token-file", token.toString()));
    return Run.of(all.toArray(String[]::new));
  }

  private Run give(String... more) {
    List<String> all =
        new ArrayList<>(List.of("give", "grid", "--from", "/user:ada", "--to", "/user:ben"));
    all.addAll(List.of(more));
    return loan(all.toArray(String[]::new));
  }

  @Test
  @DisplayName("are given, listed and recalled")
  void work() {
    Run given = give("--amount", "20", "--for", "PT2H", "--reason", "on leave");
    assertThat(given.exitCode()).as(given.err()).isZero();
    String id = given.out().strip();
    assertThat(loan("list", "--scope", "/user:ada").out())
        .contains(id, "grid", "/user:ada", "/user:ben", "20", "on leave");
    assertThat(loan("list", "--scope", "/user:ada", "--json").out()).contains("\"amount\":20");
    Run recalled = loan("recall", "grid", id, "--reason", "back", "--request-id", "r1");
    assertThat(recalled.out())
        .as(recalled.err())
        .isEqualToIgnoringNewLines("ended; used at most 0");
    assertThat(loan("recall", "grid", id, "--reason", "back", "--request-id", "r1").out())
        .isEqualTo(recalled.out());
    assertThat(loan("list", "--scope", "/user:ada").out()).startsWith("nothing is lent");
  }

  @Test
  @DisplayName("are refused in one line that says why")
  void areRefused() {
    assertThat(give("--amount", "51", "--for", "PT2H", "--reason", "r").err())
        .contains("/user:ada has 50 of its own quota unused, and cannot lend 51");
    assertThat(give("--amount", "1", "--reason", "r").err()).contains("--until TIME or --for");
    assertThat(give("--amount", "1", "--for", "soon", "--reason", "r").exitCode()).isEqualTo(2);
    assertThat(give("--amount", "1", "--for", "PT1H").err()).contains("--reason");
    assertThat(loan("recall", "grid", "x", "--reason", "r").err()).contains("like q7");
    assertThat(loan("return", "grid", "q7", "--reason", " ").err()).contains("say why");
  }
}
