package dev.headroom.app.serve;

import dev.headroom.server.CallLog;
import java.util.logging.Handler;
import java.util.logging.Logger;
import picocli.CommandLine.Option;

/// What a server writes to its log, and how.
final class LogOptions {
  /// How a line of the log looks.
  enum Form {
    /// For people.
    TEXT,
    /// One JSON object per line, for programs.
    JSON
  }

  @Option(
      names = "--log",
      paramLabel = "text|json",
      defaultValue = "TEXT",
      description = "How the lines of the log look, which go to standard error (default: text).")
  private Form form;

  @Option(
      names = "--log-calls",
      description = "Log each call: method, route, status, time taken, and the id of its token.")
  private boolean calls;

  /// Has everything logged so from now on.
  void apply() {
    CallLog.setWanted(calls);
    if (form == Form.JSON) {
      for (Handler handler : Logger.getLogger("").getHandlers()) {
        handler.setFormatter(new JsonLines());
      }
    }
  }
}
