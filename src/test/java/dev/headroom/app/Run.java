package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What came of one command line.
///
/// @param exitCode as the shell sees it
/// @param out what it wrote to standard output
/// @param err what it wrote to standard error
record Run(int exitCode, String out, String err) {
  static Run of(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode = new CommandShell(new PrintWriter(out), new PrintWriter(err)).run(arguments);
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
