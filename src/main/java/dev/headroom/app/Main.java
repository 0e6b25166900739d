package dev.headroom.app;

import java.io.PrintStream;
import java.io.PrintWriter;

/// Where the program begins.
public final class Main {
  private Main() {}

  /// Runs the command line and leaves with its exit code, whatever threads still run.
  public static void main(String[] arguments) {
    var shell = new CommandShell(writer(System.out), writer(System.err));
    Thread.setDefaultUncaughtExceptionHandler((_, failure) -> shell.tell(failure));
    System.exit(shell.run(arguments));
  }

  /// Writes in the encoding that the terminal asks for.
  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }
}
