package dev.headroom.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `headroom` without a command.
@Command(
    name = "headroom",
    description = "Watches and steers how shared resources are divided.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class HeadroomCommand implements Runnable {
  /// Shows where an unexpected failure happened.
  static final String DEBUG = "--debug";

  @Spec private CommandSpec spec;

  @Option(
      names = DEBUG,
      scope = ScopeType.INHERIT,
      description = "Show where in the program an unexpected failure happened.")
  private boolean debug;

  /// Whether whoever called wants to see where an unexpected failure happened.
  boolean debug() {
    return debug;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
