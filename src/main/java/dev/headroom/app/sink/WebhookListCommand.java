package dev.headroom.app.sink;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.sink.webhook.WebhookFolder;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `headroom webhook list`: which webhooks there are, and how far they have come.
@Command(
    name = "list",
    description =
        "Prints the webhooks of an instance, each with the last event that it is done with and how"
            + " many letters were put aside.",
    mixinStandardHelpOptions = true)
final class WebhookListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private WebhookChoice choice;

  @Option(names = "--json", description = "Print one JSON object a line.")
  private boolean json;

  @Override
  public Integer call() {
    for (WebhookFolder webhook : choice.webhooks()) {
      OptionalLong position = SinkFolder.attempt(webhook::position);
      int dead = SinkFolder.attempt(() -> webhook.deadLetters().count());
      spec.commandLine()
          .getOut()
          .println(json ? json(webhook, position, dead) : text(webhook, position, dead));
    }
    return CommandLine.ExitCode.OK;
  }

  private static String text(WebhookFolder webhook, OptionalLong position, int dead) {
    return String.format(
        Locale.ROOT,
        "%s  %s  %s, %,d put aside",
        webhook.terms().name(),
        webhook.terms().url(),
        position.isPresent()
            ? String.format(Locale.ROOT, "done up to event %,d", position.getAsLong())
            : "not begun",
        dead);
  }

  private static String json(WebhookFolder webhook, OptionalLong position, int dead) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", webhook.terms().name()).put("url", webhook.terms().url().toString());
    position.ifPresent(sequence -> node.put("position", sequence));
    return node.put("dead", dead).toString();
  }
}
