package dev.headroom.app.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `headroom loan`: quota of pools that members lend each other (rule P7).
@Command(
    name = "loan",
    description = {
      "Lends what is unused of a member's quota of a pool to another member for a time, calls it"
          + " back, or hands it back (return), and lists what is lent. Asks a server; a token of"
          + " role client is enough, for the lender's or the borrower's scope.",
      "",
      "What was lent and how much of it was used at most, headroom report says."
    },
    subcommands = {
      LoanListCommand.class,
      LoanGiveCommand.class,
      LoanRecallCommand.class,
    },
    mixinStandardHelpOptions = true)
public final class LoanCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what: list, give, recall or return");
  }
}
