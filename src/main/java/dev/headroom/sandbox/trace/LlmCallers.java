package dev.headroom.sandbox.trace;

import dev.headroom.model.ScopePath;
import dev.headroom.sandbox.Dice;

/// Who made the calls of an LLM trace, which does not say. Users come from a Zipf distribution;
/// each works in sessions that end after a pause, made of runs of several steps, one call a step:
/// `/user:u3/session:s1/run:r2/step:5`. The same seed gives the same callers.
final class LlmCallers {
  /// How many users share the service.
  static final int USERS = 200;

  /// How unevenly they use it.
  static final double EXPONENT = 1.1;

  /// A pause after which a user's next call begins a new session.
  static final long PAUSE_MILLIS = 10 * 60_000;

  private static final int NEW_RUN_PERCENT = 12;

  private final Zipf ranks = new Zipf(USERS, EXPONENT);
  private final Dice dice;
  private final User[] users = new User[USERS];

  LlmCallers(long seed) {
    dice = new Dice(seed);
    for (int rank = 1; rank <= USERS; rank++) {
      users[rank - 1] = new User("/user:u" + rank + "/session:s");
    }
  }

  /// The scope of the next call, which is made at `atMillis`.
  ScopePath next(long atMillis) {
    User user = users[ranks.draw(dice) - 1];
    boolean newRun = dice.happens(NEW_RUN_PERCENT);
    return new ScopePath(user.next(atMillis, newRun));
  }

  private static final class User {
    private final String prefix;
    private long lastMillis;
    private int session;
    private int run;
    private int step;
    private String runPrefix = "";

    User(String prefix) {
      this.prefix = prefix;
    }

    String next(long atMillis, boolean newRun) {
      if (session == 0 || atMillis - lastMillis > PAUSE_MILLIS) {
        session++;
        run = 0;
      }
      if (run == 0 || newRun) {
        run++;
        step = 0;
        runPrefix = prefix + session + "/run:r" + run + "/step:";
      }
      lastMillis = atMillis;
      step++;
      return runPrefix + step;
    }
  }
}
