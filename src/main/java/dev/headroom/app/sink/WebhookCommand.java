package dev.headroom.app.sink;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `headroom webhook`: how the webhooks of an instance are.
@Command(
    name = "webhook",
    description =
        "Shows the webhooks of an instance and what they did not get, and sends that again. Works"
            + " while a server has the folder.",
    subcommands = {
      WebhookListCommand.class,
      WebhookDeadCommand.class,
      WebhookRedeliverCommand.class,
    },
    mixinStandardHelpOptions = true)
public final class WebhookCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what: list, dead or redeliver");
  }
}
