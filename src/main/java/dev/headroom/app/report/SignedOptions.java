package dev.headroom.app.report;

import dev.headroom.model.InvalidValueException;
import dev.headroom.model.RequestId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Who asks for a change, why, and under what name.
final class SignedOptions {
  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why; it stays in the record.")
  private String reason = "";

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Who (default: your name on this machine).")
  private @Nullable String author;

  @Option(
      names = "--request-id",
      paramLabel = "ID",
      description =
          "An id of your own: said again under the same one, it is done once (default: a new one"
              + " each time).")
  private @Nullable String requestId;

  /// @throws InvalidValueException where it says nothing
  String reason() {
    if (reason.isBlank()) {
      throw new InvalidValueException("--reason says nothing; say why, for whoever asks later");
    }
    return reason;
  }

  String author() {
    return author == null ? System.getProperty("user.name", "unknown") : author;
  }

  RequestId requestId() {
    return new RequestId(requestId == null ? UUID.randomUUID().toString() : requestId);
  }
}
