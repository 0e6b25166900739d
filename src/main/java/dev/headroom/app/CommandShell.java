package dev.headroom.app;

import dev.headroom.app.bench.BenchCommand;
import dev.headroom.app.data.CheckCommand;
import dev.headroom.app.data.LogCommand;
import dev.headroom.app.input.UnusableInputException;
import dev.headroom.app.report.HistoryCommand;
import dev.headroom.app.report.LoanCommand;
import dev.headroom.app.report.RecordCommand;
import dev.headroom.app.report.ReportCommand;
import dev.headroom.app.report.SuggestCommand;
import dev.headroom.app.report.WhatIfCommand;
import dev.headroom.app.serve.ServeCommand;
import dev.headroom.app.simulation.SimulateCommand;
import dev.headroom.app.sink.WebhookCommand;
import dev.headroom.app.token.TokenCommand;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Runs commands so that results go to one stream and everything else, in single lines, to another.
///
/// Exit codes: 0 done; 1 something went wrong that should not have; 2 the user can put it right.
final class CommandShell {
  private final HeadroomCommand headroom = new HeadroomCommand();
  private final CommandLine commands;
  private final PrintWriter err;

  /// @param out where results go, and nothing else
  /// @param err where all else goes
  CommandShell(PrintWriter out, PrintWriter err) {
    this(
        out,
        err,
        List.of(
            new SnapshotCommand(),
            new ReplayCommand(),
            new BacktestCommand(),
            new SimulateCommand(),
            new CheckCommand(),
            new LogCommand(),
            new ReportCommand(),
            new SuggestCommand(),
            new WhatIfCommand(),
            new LoanCommand(),
            new RecordCommand(),
            new HistoryCommand(),
            new ServeCommand(),
            new TokenCommand(),
            new WebhookCommand(),
            new BenchCommand()));
  }

  /// @param subcommands what follows the program's name
  CommandShell(PrintWriter out, PrintWriter err, List<Object> subcommands) {
    this.err = err;
    commands = new CommandLine(headroom);
    subcommands.forEach(commands::addSubcommand);
    commands.setOut(out);
    commands.setErr(err);
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setParameterExceptionHandler((mistake, _) -> onWrongUse(mistake));
    commands.setExecutionExceptionHandler((failure, _, _) -> onFailure(failure));
    for (CommandLine command : commands.getSubcommands().values()) {
      command.getCommandSpec().versionProvider(new Version());
    }
  }

  /// Runs one command line.
  ///
  /// @return the exit code
  int run(String... arguments) {
    int exitCode = commands.execute(arguments);
    commands.getOut().flush();
    err.flush();
    return exitCode;
  }

  private int onWrongUse(ParameterException said) {
    // What follows a misspelt command is not what is wrong.
    ParameterException mistake =
        said instanceof UnmatchedArgumentException ? headroom.misnamed().orElse(said) : said;
    CommandLine command = mistake.getCommandLine();
    say(mistake.getMessage() + meant(mistake) + "; see " + name(command) + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  private static String meant(ParameterException mistake) {
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        return "; did you mean " + String.join(" or ", suggestions) + "?";
      }
    }
    return "";
  }

  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }

  private int onFailure(Exception failure) {
    if (failure instanceof UnusableInputException unusable) {
      unusable.lines().forEach(this::say);
      return CommandLine.ExitCode.USAGE;
    }
    tell(failure);
    return CommandLine.ExitCode.SOFTWARE;
  }

  /// Tells of something that should not have happened, on whatever thread.
  void tell(Throwable failure) {
    say(
        "this should not have happened: "
            + failure
            + (headroom.debug()
                ? ""
                : "; run it again with " + HeadroomCommand.DEBUG + " to see where"));
    if (headroom.debug()) {
      failure.printStackTrace(err);
    }
  }

  /// One line, whatever the message holds.
  private void say(String message) {
    err.println("headroom: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
    err.flush();
  }
}
