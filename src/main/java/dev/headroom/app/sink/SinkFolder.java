package dev.headroom.app.sink;

import dev.headroom.app.input.UnusableInputException;
import dev.headroom.sink.SinksFile;
import dev.headroom.wire.SinksConfig;
import dev.headroom.wire.SinksReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/// The sinks of a data folder, for whoever sits before a terminal.
public final class SinkFolder {
  private SinkFolder() {}

  /// What its document says; no sinks where there is none.
  ///
  /// @throws UnusableInputException where it cannot be read, or with every mistake in it as a line
  ///   that begins with file and line number, as compilers do
  public static SinksConfig read(Path data) {
    return switch (attempt(() -> SinksFile.read(data))) {
      case SinksReading.Accepted(var sinks) -> sinks;
      case SinksReading.Refused(var problems) ->
          throw new UnusableInputException(
              problems.stream()
                  .map(problem ->
                      SinksFile.path(data) + ":" + problem.line() + ": " + problem.sentence())
                  .toList());
    };
  }

  /// Something about the files of sinks.
  @FunctionalInterface
  interface Deed<T> {
    T done() throws IOException;
  }

  /// @throws UnusableInputException where the files are not as they must be
  static <T> T attempt(Deed<T> deed) {
    try {
      return deed.done();
    } catch (IOException unusable) {
      throw new UnusableInputException(
          Objects.requireNonNullElse(unusable.getMessage(), unusable.toString()));
    }
  }
}
