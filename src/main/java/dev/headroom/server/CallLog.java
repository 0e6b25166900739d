package dev.headroom.server;

import java.util.logging.Level;
import java.util.logging.Logger;

/// A line in the log for each call, where that is wanted: never what it said, and no secret. Any
/// thread.
public final class CallLog {
  private static final Logger LOG = Logger.getLogger("dev.headroom.server.calls");

  private static volatile boolean wanted;

  private CallLog() {}

  /// One call, as the parameter of its line in the log.
  ///
  /// @param method as it came
  /// @param route the template of its address, or `other`
  /// @param status of the answer; of a stream, at its end
  /// @param micros how long it took
  /// @param token the id of the caller's token; empty where it had none that counts
  public record Called(String method, String route, int status, long micros, String token) {
    @Override
    public String toString() {
      String who = token.isEmpty() ? "nobody known" : token;
      return method + " " + route + " " + status + ", " + micros + " µs, by " + who;
    }
  }

  /// Has calls logged from now on, or not.
  public static void setWanted(boolean now) {
    wanted = now;
  }

  static boolean isWanted() {
    return wanted;
  }

  static void tell(Called called) {
    LOG.log(Level.INFO, "{0}", called);
  }
}
