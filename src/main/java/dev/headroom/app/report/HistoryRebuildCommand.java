package dev.headroom.app.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `headroom history rebuild`: the same sums from the journal.
@Command(
    name = "rebuild",
    description =
        "Makes the history of a data folder anew from its journal, which comes to the same. Nobody"
            + " may have the folder open.",
    mixinStandardHelpOptions = true)
final class HistoryRebuildCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The data folder.")
  private Path folder;

  @Option(
      names = "--drop-older",
      description = "Even where the history is older than what the journal still has.")
  private boolean dropOlder;

  @Override
  public Integer call() {
    FolderHistory.Rebuilt rebuilt = new FolderHistory(folder).rebuild(dropOlder);
    spec.commandLine()
        .getOut()
        .println(
            String.format(
                Locale.ROOT,
                "made anew: %,d events, from %s on",
                rebuilt.sequence(),
                rebuilt.begins().map(Instant::toString).orElse("the beginning")));
    return CommandLine.ExitCode.OK;
  }
}
