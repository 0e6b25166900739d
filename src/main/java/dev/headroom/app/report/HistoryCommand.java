package dev.headroom.app.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `headroom history`: the sums that reports are made of.
@Command(
    name = "history",
    description = "Looks after the sums that reports are made of, in history.db of a data folder.",
    subcommands = HistoryRebuildCommand.class,
    mixinStandardHelpOptions = true)
public final class HistoryCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what: rebuild");
  }
}
