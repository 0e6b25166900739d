package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Times;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.replay.Account;
import dev.headroom.model.replay.Hindsight;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a change set would have done to a span, for people.
///
/// @param rows figures of everything, before and after; only those of which there is something
/// @param scopes which scopes would have fared otherwise, the gravest first
/// @param notes what nobody can know
public record HindsightReading(List<Row> rows, List<Effect> scopes, List<String> notes) {
  private static final int SCOPES_MAX = 8;

  /// One figure.
  ///
  /// @param level whether it would have been better (calm), worse (warning) or neither
  public record Row(String name, String before, String after, Verdict level) {}

  /// How a figure would have changed.
  public enum Verdict {
    SAME,
    BETTER,
    WORSE,
    OTHER
  }

  static HindsightReading of(Hindsight hindsight) {
    return new HindsightReading(
        rows(hindsight.all().before(), hindsight.all().after()),
        scopes(hindsight),
        notes(hindsight.unknown()));
  }

  /// What was replayed.
  ///
  /// @param asked how long a span was asked for
  static String head(Hindsight hindsight, Duration asked) {
    Duration told = Duration.between(hindsight.from(), hindsight.to());
    String commands = Figures.whole(hindsight.commands());
    return told.plusSeconds(1).compareTo(asked) < 0
        ? Wording.text("replay.done.short", commands, Times.span(told))
        : Wording.text("replay.done", commands);
  }

  private static List<Row> rows(Account before, Account after) {
    List<Row> rows = new ArrayList<>();
    count(rows, "replay.denied", before.denied(), after.denied());
    count(rows, "replay.waits", before.waits(), after.waits());
    span(rows, "replay.waited", before.waitedMillis(), after.waitedMillis());
    span(rows, "replay.longest", before.longestWaitMillis(), after.longestWaitMillis());
    count(rows, "replay.waiting", before.stillWaiting(), after.stillWaiting());
    count(rows, "replay.preempted", before.preempted(), after.preempted());
    money(rows, "replay.cost", before.cost(), after.cost());
    money(rows, "replay.overage", before.overage(), after.overage());
    for (ResourceType type : ResourceType.ALL) {
      long then = peak(before, type);
      long now = peak(after, type);
      if (then != 0 || now != 0) {
        rows.add(
            new Row(
                Wording.text("replay.peak", Figures.name(type)),
                Figures.amount(type, then),
                Figures.amount(type, now),
                then == now ? Verdict.SAME : Verdict.OTHER));
      }
    }
    return rows;
  }

  private static long peak(Account account, ResourceType type) {
    return account.types().stream()
        .filter(each -> each.type() == type)
        .mapToLong(Account.OfType::peak)
        .findFirst()
        .orElse(0);
  }

  private static void count(List<Row> rows, String key, long before, long after) {
    if (before != 0 || after != 0) {
      rows.add(
          new Row(
              Wording.text(key),
              Figures.whole(before),
              Figures.whole(after),
              verdict(before, after)));
    }
  }

  private static void span(List<Row> rows, String key, long before, long after) {
    if (before != 0 || after != 0) {
      rows.add(new Row(Wording.text(key), time(before), time(after), verdict(before, after)));
    }
  }

  private static String time(long millis) {
    return Times.span(Duration.ofMillis(millis));
  }

  private static void money(List<Row> rows, String key, Money before, Money after) {
    if (!before.equals(Money.ZERO) || !after.equals(Money.ZERO)) {
      rows.add(
          new Row(
              Wording.text(key),
              rounded(before),
              rounded(after),
              verdict(before.micros(), after.micros())));
    }
  }

  private static String rounded(Money money) {
    return Figures.decimals(money.credits().setScale(2, RoundingMode.HALF_UP));
  }

  private static Verdict verdict(long before, long after) {
    if (before == after) {
      return Verdict.SAME;
    }
    return after < before ? Verdict.BETTER : Verdict.WORSE;
  }

  private static List<Effect> scopes(Hindsight hindsight) {
    List<Effect> scopes = new ArrayList<>();
    hindsight.scopes().first().stream()
        .limit(SCOPES_MAX)
        .map(HindsightReading::scope)
        .forEach(scopes::add);
    int left = hindsight.scopes().total() - scopes.size();
    if (left > 0) {
      scopes.add(new Effect(Level.CALM, Wording.text("effect.more", Figures.count(left))));
    }
    return scopes;
  }

  private static Effect scope(Hindsight.Fate fate) {
    Account before = fate.before();
    Account after = fate.after();
    boolean isWorse =
        after.denied() > before.denied()
            || (after.denied() == before.denied() && after.waitedMillis() > before.waitedMillis());
    return new Effect(
        isWorse ? Level.WARNING : Level.CALM,
        Wording.text(
            "replay.scope",
            Phrases.scope(fate.path()),
            Figures.whole(before.denied()),
            Figures.whole(after.denied()),
            time(before.waitedMillis()),
            time(after.waitedMillis())));
  }

  private static List<String> notes(Hindsight.Unknown unknown) {
    List<String> notes = new ArrayList<>();
    notes.add(Wording.text("replay.unknown"));
    note(notes, "replay.unknown.granted", unknown.newlyGranted());
    note(notes, "replay.unknown.denied", unknown.newlyDenied());
    note(notes, "replay.unknown.leftOut", unknown.leftOut());
    note(notes, "replay.unknown.moved", unknown.moved());
    note(notes, "replay.unknown.overruled", unknown.overruled());
    note(notes, "replay.unknown.refused", unknown.refused());
    return notes;
  }

  private static void note(List<String> notes, String key, long count) {
    if (count > 0) {
      notes.add(Wording.text(key, Figures.whole(count)));
    }
  }
}
