package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.app.sink.SinkFolder;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.embedded.EmbeddedInstance;
import dev.headroom.model.ScopePath;
import dev.headroom.node.Node;
import dev.headroom.sink.delivery.Backoff;
import dev.headroom.sink.webhook.Deeds;
import dev.headroom.sink.webhook.Receiver;
import dev.headroom.sink.webhook.Webhook;
import dev.headroom.sink.webhook.WebhookFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Webhooks on the command line")
@Timeout(60)
final class WebhookCommandTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  @TempDir private Path folder;

  private Run webhook(String deed, String... options) {
    String[] all = new String[options.length + 4];
    System.arraycopy(new String[] {"webhook", deed, "--data", folder.toString()}, 0, all, 0, 4);
    System.arraycopy(options, 0, all, 4, options.length);
    return Run.of(all);
  }

  private void sinks(String document, String permissions) throws IOException {
    Path file = folder.resolve("sinks.yaml");
    Files.writeString(file, document);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  /// Has a webhook refuse its first event for good.
  private void refuseOne(Receiver receiver) throws Exception {
    Node node = new Node(() -> NOW);
    var terms = SinkFolder.read(folder).webhooks().getFirst();
    var ways = new Webhook.Ways(Deeds::json, () -> NOW, Backoff.DEFAULT, new SplittableRandom(1));
    try (var instance = new EmbeddedInstance("test", InstanceInfo.Kind.SANDBOX, node);
        Webhook _ = Webhook.start(new WebhookFolder(folder, terms), instance, ways)) {
      receiver.answer(new Receiver.Answer(410));
      Deeds.allocate(instance, "a", ScopePath.of("/user:ada"), 1);
      receiver.next();
      Deeds.allocate(instance, "b", ScopePath.of("/user:ada"), 1);
      receiver.next();
    }
    node.close();
  }

  @Test
  @DisplayName("show what they did not get, and are sent it again")
  void redelivers() throws Exception {
    try (Receiver receiver = Receiver.start()) {
      sinks(
          "webhooks: [{name: ops, secret: 0123456789abcdef, url: '" + receiver.url() + "'}]",
          "rw-------");
      assertThat(webhook("list").out().strip())
          .isEqualTo("ops  " + receiver.url() + "  not begun, 0 put aside");
      refuseOne(receiver);
      assertThat(webhook("list").out().strip())
          .isEqualTo("ops  " + receiver.url() + "  done up to event 2, 1 put aside");
      assertThat(webhook("dead").out().strip())
          .isEqualTo("ops  events 1 to 1  2026-03-02T10:00:00Z  sent 1 times, answered 410");
      JsonNode dead = new ObjectMapper().readTree(webhook("dead", "--json").out());
      assertThat(dead.path("body").asText()).contains("\"sequence\":1");

      receiver.answer(new Receiver.Answer(503));
      Run again = webhook("redeliver");
      assertThat(again.exitCode()).isEqualTo(2);
      assertThat(again.out().strip()).isEqualTo("ops  events 1 to 1  not delivered, answered 503");
      assertThat(webhook("redeliver", "--name", "ops").out().strip())
          .isEqualTo("ops  events 1 to 1  delivered");
      assertThat(receiver.rest()).extracting(Receiver.Request::numbers).contains(List.of(1L));
      assertThat(webhook("dead").out()).isEmpty();
    }
  }

  @Test
  @DisplayName("say in full what is wrong with their document, with file and line")
  void saysWhatIsWrong() throws IOException {
    sinks("webhooks:\n  - {name: ops, urll: x}\n", "rw-------");
    Run run = webhook("list");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("sinks.yaml:2: webhooks[0].urll: is not a key here; did you mean url?")
        .contains("sinks.yaml:2: webhooks[0].secret: is missing");
  }

  @Test
  @DisplayName("are refused while others could read their secrets")
  void keepsSecrets() throws IOException {
    sinks("{}", "rw-r--r--");
    assertThat(webhook("list").complaint()).contains("chmod 600");
  }

  @Test
  @DisplayName("say what to say, and which there is not")
  void explains() {
    assertThat(Run.of("webhook").complaint()).contains("say what: list, dead or redeliver");
    assertThat(webhook("dead", "--name", "none").complaint()).contains("no webhook none in");
    assertThat(webhook("list").out()).isEmpty();
    assertThat(webhook("list").err())
        .contains("there are no webhooks: " + folder.resolve("sinks.yaml") + " names none");
  }
}
