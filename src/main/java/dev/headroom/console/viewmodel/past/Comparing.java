package dev.headroom.console.viewmodel.past;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Stay;
import dev.headroom.console.viewmodel.TimeMachine;
import dev.headroom.console.viewmodel.Times;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What has changed from the instant that is kept to the one that is shown, whichever is earlier.
/// That is found out aside and anew whenever one of them is another. For the UI thread only.
public final class Comparing {
  private final TimeMachine past;
  private final Supplier<ScopePath> home;
  private final Runnable told;
  private Optional<Pair> pair = Optional.empty();
  private Optional<Comparison> comparison = Optional.empty();
  private Cancellation running = new Cancellation();
  private Optional<Difference.Kind> kind = Optional.empty();
  private String words = "";
  private String problem = "";
  private int compared;
  private int version;

  /// Two instants, the earlier first.
  private record Pair(Instant from, Instance before, Instant to, Instance after) {
    static Optional<Pair> of(Stay stay) {
      return stay.pinned()
          .flatMap(pin -> stay.then().map(then -> of(pin, new Stay.Pin(stay.at(), then))));
    }

    private static Pair of(Stay.Pin one, Stay.Pin other) {
      Stay.Pin first = other.at().isBefore(one.at()) ? other : one;
      Stay.Pin last = first.equals(one) ? other : one;
      return new Pair(first.at(), first.then(), last.at(), last.then());
    }
  }

  /// @param home the highest scope that can be seen
  /// @param told is told whenever there is something else to say
  public Comparing(TimeMachine past, Supplier<ScopePath> home, Runnable told) {
    this.past = past;
    this.home = home;
    this.told = told;
  }

  /// Whether there is an instant to compare with.
  public boolean isOn() {
    return past.visit().flatMap(Stay::pinned).isPresent();
  }

  /// Compares anew where other instants are to be compared; while one is on its way the last
  /// comparison stays.
  public void update() {
    Optional<Pair> now = past.visit().filter(_ -> !past.isUnderway()).flatMap(Pair::of);
    if (!isOn()) {
      running.cancel();
      pair = Optional.empty();
      forget();
    } else if (now.isPresent() && !now.equals(pair)) {
      pair = now;
      compare(now.get());
    }
  }

  private void compare(Pair two) {
    running.cancel();
    var mine = new Cancellation();
    running = mine;
    forget();
    compared = 0;
    var walk = new ComparisonWalk(two.before, two.after, mine, count -> tell(mine, count));
    ScopePath from = home.get();
    past.calls()
        .ask(
            () -> walk.compare(from),
            reply -> {
              if (!mine.isCancelled()) {
                take(reply);
              }
            });
  }

  private void forget() {
    version += comparison.isPresent() ? 1 : 0;
    comparison = Optional.empty();
    problem = "";
  }

  private void tell(Cancellation mine, int count) {
    past.calls()
        .tell(() -> {
          if (!mine.isCancelled()) {
            compared = count;
            told.run();
          }
        });
  }

  private void take(Reply<Comparison> reply) {
    if (reply instanceof Reply.Decided<Comparison>(var found)) {
      comparison = Optional.of(found);
      version++;
    } else {
      problem = Phrases.problem(reply);
    }
    told.run();
  }

  /// Shows only one kind of differences, or all.
  public void choose(Optional<Difference.Kind> wanted) {
    kind = wanted;
    told.run();
  }

  /// Which kind of differences is shown; all where it is empty.
  public Optional<Difference.Kind> kind() {
    return kind;
  }

  /// What is looked for.
  public String words() {
    return words;
  }

  /// Shows only differences with these words in their scope or subject; all where it is blank.
  public void filter(String wanted) {
    words = wanted;
    told.run();
  }

  /// The largest changes first.
  public List<Difference> rows() {
    return comparison.map(known -> known.rows(kind, words)).orElse(List.of());
  }

  /// Counts up when other scopes are different.
  public int version() {
    return version;
  }

  /// Whether a scope is different at the two instants, as far as that is known.
  ///
  /// @param address the scope's address
  public boolean differs(String address) {
    return comparison.map(known -> known.differing().contains(ScopePath.of(address))).orElse(false);
  }

  /// What is on show as comma-separated values.
  public String csv() {
    return Comparison.csv(rows());
  }

  /// Which two instants are compared, in words; empty while none are.
  public String title() {
    return pair.flatMap(two -> past.visit().map(stay -> title(two, stay))).orElse("");
  }

  private static String title(Pair two, Stay stay) {
    return Wording.text(
        "compare.title",
        Times.clock(stay.until(), two.from, stay.zone()),
        Times.clock(stay.until(), two.to, stay.zone()));
  }

  /// How many differences there are, and how many of them are on show.
  public String summary() {
    return comparison
        .map(known -> {
          int shown = rows().size();
          String scopes = Figures.whole(known.scopes());
          if (known.total() == 1) {
            return Wording.text("compare.summary.one");
          }
          return shown == known.total()
              ? Wording.text("compare.summary", Figures.whole(shown), scopes)
              : Wording.text(
                  "compare.summary.part",
                  Figures.whole(shown),
                  Figures.whole(known.total()),
                  scopes);
        })
        .orElse("");
  }

  /// What to say where there are no rows.
  public String placeholder() {
    if (!problem.isEmpty()) {
      return problem;
    }
    if (comparison.isEmpty()) {
      return Wording.text("compare.underway", Figures.whole(compared));
    }
    boolean same = pair.filter(two -> two.from.equals(two.to)).isPresent();
    if (same) {
      return Wording.text("compare.same");
    }
    return Wording.text(
        comparison.get().total() == 0 ? "compare.nothing" : "compare.nothing.found");
  }
}
