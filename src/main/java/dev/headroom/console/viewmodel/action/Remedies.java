package dev.headroom.console.viewmodel.action;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Explanation;
import dev.headroom.model.Priority;
import dev.headroom.model.Resolution;
import dev.headroom.model.WaitStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What can be decided about one request that waits, and what each would do. Previews go by what is
/// known now and promise nothing: the instance decides at its own instant. Pure.
final class Remedies {
  private static final int NAMED_MAX = 3;

  /// Lowest priority first, then newest: names are given in order.
  private static final Comparator<WaitStatus.Blocker> REVOKED_FIRST =
      Comparator.comparing(WaitStatus.Blocker::rank)
          .thenComparing(WaitStatus.Blocker::id, Comparator.reverseOrder());

  private final WaitLook look;
  private final WaitStatus wait;

  private Remedies(WaitLook look) {
    this.look = look;
    wait = look.status();
  }

  /// All of them, in the order to offer them.
  static List<Remedy> of(WaitLook look) {
    var remedies = new Remedies(look);
    List<Remedy> all = new ArrayList<>();
    all.add(
        new Remedy(
            Remedy.Kind.GRANT,
            Wording.text("remedy.grant"),
            remedies.granting(),
            new Resolution.Grant()));
    all.add(
        new Remedy(
            Remedy.Kind.DENY,
            Wording.text("remedy.deny"),
            remedies.denying(),
            new Resolution.Deny()));
    for (Priority priority : Priority.values()) {
      if (priority != look.status().priority()) {
        all.add(
            new Remedy(
                Remedy.Kind.PRIORITY,
                Wording.text("priority." + priority.name()),
                remedies.raising(priority),
                new Resolution.Reprioritise(priority)));
      }
    }
    for (ConflictStrategy strategy : ConflictStrategy.values()) {
      all.add(
          new Remedy(
              Remedy.Kind.STRATEGY,
              Wording.text("remedy." + strategy.name()),
              remedies.applying(strategy),
              new Resolution.Apply(strategy)));
    }
    return List.copyOf(all);
  }

  private String granting() {
    List<String> over = new ArrayList<>();
    for (Explanation.Link link : look.chain().map(Explanation::links).orElse(List.of())) {
      if (link.headroom() < wait.requested()) {
        over.add(overBy(link));
      }
    }
    return over.isEmpty()
        ? Wording.text("remedy.grant.fits")
        : Wording.text("remedy.grant.preview", amount(wait.requested()), String.join("; ", over));
  }

  private String overBy(Explanation.Link link) {
    String name = name(link.constraint());
    String over = amount(wait.requested() - link.headroom());
    return switch (link.constraint().kind()) {
      case LIMIT -> Wording.text("remedy.over.limit", name, over);
      case POOL -> Wording.text("remedy.over.pool", name, over);
    };
  }

  private String denying() {
    int behind = wait.waiting() - wait.position();
    return behind == 0
        ? Wording.text("remedy.deny.last")
        : Wording.text("remedy.deny.preview", Figures.count(behind));
  }

  private String raising(Priority priority) {
    int aged = wait.effective().ordinal() - wait.priority().ordinal();
    Priority effective = priority.raised(aged);
    long ahead =
        look.line().stream()
            .filter(other -> !other.id().equals(wait.id()))
            .filter(other -> isAhead(other, effective, wait.since()))
            .count();
    return Wording.text(
        "remedy.priority.preview",
        Figures.count(ahead + 1),
        Figures.count(wait.waiting()),
        Wording.text("priority." + effective.name()));
  }

  private static boolean isAhead(WaitStatus other, Priority effective, Instant since) {
    int byPriority = other.effective().compareTo(effective);
    return byPriority > 0 || (byPriority == 0 && other.since().isBefore(since));
  }

  private String applying(ConflictStrategy strategy) {
    return switch (strategy) {
      case QUEUING ->
          Wording.text("remedy.QUEUING.preview", first(Comparator.comparing(WaitStatus::since)));
      case PRIORITY ->
          Wording.text(
              "remedy.PRIORITY.preview",
              first(
                  Comparator.comparing(WaitStatus::effective)
                      .reversed()
                      .thenComparing(WaitStatus::since)));
      case PREEMPTION -> preempting();
      case SHARING ->
          Wording.text(
              "remedy.SHARING.preview",
              amount(Math.max(0, wait.free())),
              Figures.count(wait.waiting()));
      case NEGOTIATION -> Wording.text("remedy.NEGOTIATION.preview", amount(look.missing()));
    };
  }

  private String first(Comparator<WaitStatus> order) {
    return look.line().stream().min(order).map(WaitStatus::path).map(Phrases::scope).orElse("–");
  }

  private String preempting() {
    List<WaitStatus.Blocker> weaker =
        wait.blockers().stream()
            .filter(holder -> holder.rank().compareTo(wait.effective()) < 0)
            .sorted(REVOKED_FIRST)
            .toList();
    long most = weaker.stream().mapToLong(WaitStatus.Blocker::reserved).sum();
    if (most < look.missing()) {
      return Wording.text("remedy.PREEMPTION.none", amount(most), amount(look.missing()));
    }
    List<WaitStatus.Blocker> losers = losers(weaker);
    String named =
        losers.stream()
            .limit(NAMED_MAX)
            .map(holder ->
                Wording.text(
                    "remedy.loser", Phrases.scope(holder.path()), amount(holder.reserved())))
            .collect(Collectors.joining(", "));
    return losers.size() <= NAMED_MAX
        ? Wording.text("remedy.PREEMPTION.preview", named)
        : Wording.text("remedy.PREEMPTION.many", named, losers.size() - NAMED_MAX);
  }

  /// As rule Q3 chooses among the holders that are known: in order until it is enough, then without
  /// those who need not lose anything after all.
  private List<WaitStatus.Blocker> losers(List<WaitStatus.Blocker> weaker) {
    List<WaitStatus.Blocker> losers = new ArrayList<>();
    long surplus = -look.missing();
    for (WaitStatus.Blocker holder : weaker) {
      if (surplus < 0) {
        losers.add(holder);
        surplus += holder.reserved();
      }
    }
    for (WaitStatus.Blocker holder : losers.reversed().stream().toList()) {
      if (holder.reserved() <= surplus) {
        losers.remove(holder);
        surplus -= holder.reserved();
      }
    }
    return losers;
  }

  private static String name(ConstraintRef constraint) {
    return Wording.text(
        "wait.at", Phrases.scope(constraint.path()), Phrases.constraint(constraint));
  }

  private String amount(long amount) {
    return Figures.amountWithUnit(wait.type(), amount);
  }
}
