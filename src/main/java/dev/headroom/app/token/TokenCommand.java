package dev.headroom.app.token;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `headroom token`: who may do what over the network.
@Command(
    name = "token",
    description = {
      "Makes, lists and revokes the tokens with which programs and people get into a served"
          + " instance. Works while a server has the folder, and holds at once.",
      "",
      "viewer    sees",
      "client    also allocates, records usage, renews, resizes, releases, takes checkpoints",
      "operator  also deals with alerts, conflicts and what-ifs, and closes scopes",
      "admin     also changes limits, pools, config and tokens"
    },
    subcommands = {
      TokenCreateCommand.class,
      TokenListCommand.class,
      TokenRevokeCommand.class,
    },
    mixinStandardHelpOptions = true)
public final class TokenCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what: create, list or revoke");
  }
}
