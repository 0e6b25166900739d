package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.BiFunction;

/// What came of one command line.
///
/// @param exitCode as the shell sees it
/// @param out what it wrote to standard output
/// @param err what it wrote to standard error
record Run(int exitCode, String out, String err) {
  static Run of(String... arguments) {
    return run(CommandShell::new, arguments);
  }

  /// Runs a command that the program does not have.
  static Run of(Object command, String... arguments) {
    return run((out, err) -> new CommandShell(out, err, List.of(command)), arguments);
  }

  private static Run run(
      BiFunction<PrintWriter, PrintWriter, CommandShell> shell, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode = shell.apply(new PrintWriter(out), new PrintWriter(err)).run(arguments);
    return new Run(exitCode, out.toString(), err.toString());
  }

  /// The one line that the user is told, having done something that the user can put right.
  String complaint() {
    assertThat(exitCode).as(err).isEqualTo(2);
    assertThat(out).isEmpty();
    assertThat(err.lines()).hasSize(1);
    return err.strip();
  }
}
