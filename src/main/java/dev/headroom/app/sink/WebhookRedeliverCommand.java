package dev.headroom.app.sink;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.node.MachineClock;
import dev.headroom.sink.webhook.DeadLetter;
import dev.headroom.sink.webhook.WebhookFolder;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `headroom webhook redeliver`: sends again what webhooks did not get.
@Command(
    name = "redeliver",
    description =
        "Sends what was put aside once more, in the order of the events, and forgets what is"
            + " delivered. Ends with 2 where something still is not.",
    mixinStandardHelpOptions = true)
final class WebhookRedeliverCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private WebhookChoice choice;

  @Option(names = "--json", description = "Print one JSON object a line.")
  private boolean json;

  @Override
  public Integer call() {
    boolean all = true;
    for (WebhookFolder webhook : choice.webhooks()) {
      for (DeadLetter letter : SinkFolder.attempt(() -> webhook.deadLetters().all())) {
        Optional<String> problem =
            SinkFolder.attempt(() -> webhook.redeliver(letter, MachineClock.source()));
        all &= problem.isEmpty();
        String name = webhook.terms().name();
        spec.commandLine()
            .getOut()
            .println(json ? json(name, letter, problem) : text(name, letter, problem));
      }
    }
    return all ? CommandLine.ExitCode.OK : CommandLine.ExitCode.USAGE;
  }

  private static String text(String name, DeadLetter letter, Optional<String> problem) {
    return String.format(
        Locale.ROOT,
        "%s  events %,d to %,d  %s",
        name,
        letter.from(),
        letter.to(),
        problem.map(reason -> "not delivered, " + reason).orElse("delivered"));
  }

  private static String json(String name, DeadLetter letter, Optional<String> problem) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("webhook", name).put("from", letter.from()).put("to", letter.to());
    node.put("delivered", problem.isEmpty());
    problem.ifPresent(reason -> node.put("reason", reason));
    return node.toString();
  }
}
