package dev.headroom.app;

import java.io.PrintStream;
import java.io.PrintWriter;

/// Where the program begins.
public final class Main {
  private Main() {}

  /// Runs the command line and leaves with its exit code, whatever threads still run.
  public static void main(String[] arguments) {
    System.exit(new CommandShell(writer(System.out), writer(System.err)).run(arguments));
  }

  /// Writes in the encoding that the terminal asks for.
  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }
}
