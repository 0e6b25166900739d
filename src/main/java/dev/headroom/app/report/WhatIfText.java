package dev.headroom.app.report;

import dev.headroom.model.ResourceType;
import dev.headroom.model.replay.Account;
import dev.headroom.model.replay.Hindsight;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/// A comparison for people who read it in a terminal.
final class WhatIfText {
  private WhatIfText() {}

  static String of(Hindsight hindsight) {
    String line = System.lineSeparator();
    return String.format(
            Locale.ROOT,
            "from %s to %s, %,d commands%n%n",
            hindsight.from(),
            hindsight.to(),
            hindsight.commands())
        + figures(hindsight.all())
        + line
        + scopes(hindsight)
        + unknown(hindsight.unknown());
  }

  private static String figures(Hindsight.Fate all) {
    Table table = new Table("all", "before", "after", "");
    row(table, "granted", all, Account::granted);
    row(table, "denied", all, Account::denied);
    row(table, "had to wait", all, Account::waits);
    row(table, "waited in all", all, account -> Duration.ofMillis(account.waitedMillis()));
    row(table, "longest wait", all, account -> Duration.ofMillis(account.longestWaitMillis()));
    row(table, "still waiting", all, Account::stillWaiting);
    row(table, "preempted", all, Account::preempted);
    row(table, "cost", all, Account::cost);
    row(table, "of which overage", all, Account::overage);
    for (ResourceType type : ResourceType.ALL) {
      if (isInUse(all.before(), type) || isInUse(all.after(), type)) {
        row(table, "peak " + type, all, account -> peak(account, type));
      }
    }
    return table.text();
  }

  private static void row(
      Table table, String name, Hindsight.Fate all, Function<Account, Object> figure) {
    String before = figure.apply(all.before()).toString();
    String after = figure.apply(all.after()).toString();
    table.row(name, before, after, before.equals(after) ? "" : "*");
  }

  private static boolean isInUse(Account account, ResourceType type) {
    return account.types().stream().anyMatch(each -> each.type() == type);
  }

  private static long peak(Account account, ResourceType type) {
    return account.types().stream()
        .filter(each -> each.type() == type)
        .mapToLong(Account.OfType::peak)
        .sum();
  }

  private static String scopes(Hindsight hindsight) {
    if (hindsight.scopes().total() == 0) {
      return "no scope would have fared otherwise" + System.lineSeparator();
    }
    Table table = new Table("scope", "denied", "", "waited", "", "cost", "", "");
    for (Hindsight.Fate fate : hindsight.scopes().first()) {
      Account before = fate.before();
      Account after = fate.after();
      table.row(
          fate.path().text(),
          Long.toString(before.denied()),
          Long.toString(after.denied()),
          Duration.ofMillis(before.waitedMillis()).toString(),
          Duration.ofMillis(after.waitedMillis()).toString(),
          before.cost().toString(),
          after.cost().toString(),
          "");
    }
    int left = hindsight.scopes().total() - hindsight.scopes().first().size();
    return table.text() + (left > 0 ? "and " + left + " more" + System.lineSeparator() : "");
  }

  private static String unknown(Hindsight.Unknown unknown) {
    return String.format(
        Locale.ROOT,
        "%nwhat nobody can know: the callers of then would have acted otherwise%n"
            + "  granted only after   %,d, of which what they would have used is not known%n"
            + "  denied only after    %,d, with %,d commands left out that were about them%n"
            + "  commands moved       %,d, like the grants that they followed%n"
            + "  changes overruled    %,d%n"
            + "  commands refused     %,d that were taken then%n",
        unknown.newlyGranted(),
        unknown.newlyDenied(),
        unknown.leftOut(),
        unknown.moved(),
        unknown.overruled(),
        unknown.refused());
  }
}
