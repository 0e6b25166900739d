package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.remote.ServedFolder;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.node.DataFolder;
import dev.headroom.node.Node;
import dev.headroom.server.token.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What another configuration would have done, on the command line,")
@Timeout(60)
final class WhatIfCommandTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");

  @TempDir private Path data;
  @TempDir private Path papers;
  private Instant now = Instant.parse("2026-03-02T10:00:00Z");

  @BeforeEach
  void happen() throws IOException {
    try (Node node = DataFolder.open(data, () -> now, DataFolder.Progress.UNSEEN).node()) {
      Limit limit = new Limit(ADA, ResourceType.TOKENS, Limit.Terms.hard(100));
      Change change = new Change.PutLimits(ADA, List.of(limit), 0);
      var _ =
          node.submit(
              new Command.ApplyChanges(new RequestId("c"), List.of(change), "ada", "to begin"));
      for (int request = 0; request < 4; request++) {
        now = now.plusSeconds(60);
        RequestLine line = RequestLine.required(ResourceType.TOKENS, 40);
        var _ =
            node.submit(
                new Command.Allocate(
                    new RequestId("r" + request), AllocationRequest.of(ADA, line)));
      }
    }
  }

  private Run whatIf(String document, String... options) throws IOException {
    Path config = Files.writeString(papers.resolve("config.yaml"), document);
    String[] all = new String[4 + options.length];
    List<String> first = List.of("what-if", data.toString(), "--config", config.toString());
    first.toArray(all);
    System.arraycopy(options, 0, all, 4, options.length);
    return Run.of(all);
  }

  @Test
  @DisplayName("is told figure by figure, with what nobody can know")
  void isTold() throws IOException {
    Run run =
        whatIf(
            "limits:\n  - {path: /user:ada, type: TOKENS, amount: 200}\n",
            "--from",
            "2026-03-02T10:00:30Z");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("from 2026-03-02T10:00:30Z to 2026-03-02T10:04:00Z, 4 commands")
        .containsPattern("denied +2 +0 +\\*")
        .containsPattern("peak TOKENS +80 +160 +\\*")
        .contains("granted only after   2");
  }

  @Test
  @DisplayName("is told by a server as by the folder that it has")
  void isTheSameOnAServer() throws IOException {
    String document = "limits:\n  - {path: /user:ada, type: TOKENS, amount: 200}\n";
    String[] span = {"--from", "2026-03-02T10:00:30Z", "--to", "2026-03-02T10:04:00Z"};
    Run here = whatIf(document, span);
    try (ServedFolder served = new ServedFolder(data)) {
      Run there =
          Run.of(
              "what-if",
              "--url",
              "http://127.0.0.1:" + served.port(),
              "--token-file",
              TokenPaper.write(papers, served.token(Role.ADMIN, "/")).toString(),
              "--config",
              papers.resolve("config.yaml").toString(),
              span[0],
              span[1],
              span[2],
              span[3]);
      assertThat(there.exitCode()).as(there.err()).isZero();
      assertThat(there.out()).isEqualTo(here.out()).contains("4 commands");
    }
  }

  @Test
  @DisplayName("is nothing where the document says what holds")
  void isNothing() throws IOException {
    Run run =
        whatIf(
            "limits:\n  - {path: /user:ada, type: TOKENS, amount: 100}\n",
            "--from",
            "2026-03-02T10:00:30Z",
            "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"scopes\":{\"first\":[],\"total\":0}");
  }

  @Test
  @DisplayName("is refused in a line where the span is none or nothing can be read")
  void isRefused() throws IOException {
    Run late = whatIf("limits: []\n", "--from", "2027-01");
    assertThat(late.exitCode()).isEqualTo(2);
    assertThat(late.err()).contains("a span begins before it ends");
    Run nowhere = Run.of("what-if", papers.toString(), "--config", "no.yaml", "--from", "2026-03");
    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(nowhere.err()).contains("there is no file no.yaml");
  }
}
