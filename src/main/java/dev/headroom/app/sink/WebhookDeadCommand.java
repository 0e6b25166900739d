package dev.headroom.app.sink;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.sink.webhook.DeadLetter;
import dev.headroom.sink.webhook.WebhookFolder;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `headroom webhook dead`: what webhooks did not get.
@Command(
    name = "dead",
    description =
        "Prints what was put aside because a webhook refused it for good, or too often: at most the"
            + " newest 1000 letters of each.",
    mixinStandardHelpOptions = true)
final class WebhookDeadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private WebhookChoice choice;

  @Option(
      names = "--json",
      description = "Print one JSON object a line, the body of the request in it.")
  private boolean json;

  @Override
  public Integer call() {
    for (WebhookFolder webhook : choice.webhooks()) {
      String name = webhook.terms().name();
      for (DeadLetter letter : SinkFolder.attempt(() -> webhook.deadLetters().all())) {
        spec.commandLine().getOut().println(json ? json(name, letter) : text(name, letter));
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private static String text(String name, DeadLetter letter) {
    return String.format(
        Locale.ROOT,
        "%s  events %,d to %,d  %s  sent %d times, %s%s",
        name,
        letter.from(),
        letter.to(),
        letter.at(),
        letter.attempts(),
        letter.reason(),
        letter.body().isPresent() ? "" : "; its events were not kept");
  }

  private static String json(String name, DeadLetter letter) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("webhook", name).put("from", letter.from()).put("to", letter.to());
    node.put("at", letter.at().toString()).put("attempts", letter.attempts());
    node.put("reason", letter.reason());
    letter.body().ifPresent(body -> node.put("body", body));
    return node.toString();
  }
}
