package dev.headroom.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The `headroom` command.
@Command(
    name = "headroom",
    description = "Watches and steers how shared resources are divided.",
    mixinStandardHelpOptions = true,
    version = "headroom 0.1.0-SNAPSHOT")
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  private Main() {}

  /// Runs the command line and leaves with its exit code.
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
