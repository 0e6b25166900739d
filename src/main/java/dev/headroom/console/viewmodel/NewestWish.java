package dev.headroom.console.viewmodel;

import dev.headroom.client.Cancellation;
import java.util.OptionalDouble;

/// What was asked for last, and what has become of it: a new wish cancels the one before. For the
/// UI thread only.
final class NewestWish {
  private Cancellation running = new Cancellation();
  private boolean underway;
  private OptionalDouble coming = OptionalDouble.empty();
  private String problem = "";

  /// Begins another.
  ///
  /// @return with what it is asked for; cancelled once it counts no longer
  Cancellation begin() {
    drop();
    running = new Cancellation();
    underway = true;
    return running;
  }

  /// Takes note of how much of a wish has come.
  ///
  /// @param share from 0 to 1
  /// @return whether that wish still counts
  boolean come(Cancellation of, double share) {
    boolean counts = of == running && underway;
    if (counts) {
      coming = OptionalDouble.of(share);
    }
    return counts;
  }

  /// Came true.
  void end() {
    underway = false;
    coming = OptionalDouble.empty();
    problem = "";
  }

  /// Did not come true.
  void fail(String why) {
    end();
    problem = why;
  }

  /// Nothing is wanted any more.
  void drop() {
    running.cancel();
    end();
  }

  boolean isUnderway() {
    return underway;
  }

  /// How much has come, from 0 to 1; empty where that is not told.
  OptionalDouble coming() {
    return coming;
  }

  /// Why it did not come true; empty where nothing is wrong.
  String problem() {
    return problem;
  }
}
