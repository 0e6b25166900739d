package dev.headroom.console.viewmodel;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Explanation;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.Price;
import dev.headroom.model.QuotaLoan;
import dev.headroom.model.ResourceType;
import dev.headroom.model.SharingPolicy;
import dev.headroom.model.Thresholds;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// All there is to say about one constraint, exactly. Pure.
final class Facts {
  private Facts() {}

  /// @param zone in which times of the day are told
  static List<Fact> of(ResourceType type, Explanation.Link link, Instant now, ZoneId zone) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "consumed", Figures.exact(type, link.consumed()));
    add(facts, "reserved", Figures.exact(type, link.reserved()));
    link.limit().ifPresent(limit -> limit(facts, type, limit, now));
    link.pool().ifPresent(pool -> pool(facts, type, pool));
    link.pool().ifPresent(pool -> loans(facts, pool.pool(), now, zone));
    return List.copyOf(facts);
  }

  private static void limit(List<Fact> facts, ResourceType type, LimitStatus status, Instant now) {
    long amount = status.limit().terms().amount();
    add(facts, "allowance", Figures.exact(type, status.allowance()));
    if (status.allowance() > amount) {
      add(facts, "rolledOver", Figures.exact(type, status.allowance() - amount));
    }
    String window =
        status.windowEnd().map(end -> Times.resets(now, end)).orElse(Wording.text("fact.lifetime"));
    add(facts, "window", type.isHeld() ? Wording.text("fact.held") : window);
    add(facts, "alerts", thresholds(status.limit().terms().thresholds()));
    facts.add(new Fact(Wording.text("fact.atTheEdge"), Softness.edge(status, now)));
    status.limit().terms().onConflict().ifPresent(strategy -> contended(facts, strategy));
  }

  private static void pool(List<Fact> facts, ResourceType type, PoolStatus status) {
    add(facts, "available", Figures.exact(type, status.available()));
    add(facts, "capacity", Figures.exact(type, status.pool().terms().capacity()));
    String refill =
        status
            .pool()
            .terms()
            .replenishment()
            .map(flow ->
                Wording.text(
                    "fact.refill.per",
                    Figures.exact(type, flow.amount()),
                    Times.span(flow.interval())))
            .orElse(Wording.text("fact.refill.never"));
    add(facts, "refill", refill);
    if (!status.pool().terms().costPerUnit().equals(Price.NONE)) {
      add(facts, "price", Figures.decimals(status.price().credits()));
    }
    add(facts, "alerts", thresholds(status.pool().terms().thresholds()));
    contention(facts, type, status);
  }

  private static void contention(List<Fact> facts, ResourceType type, PoolStatus status) {
    Pool.Terms terms = status.pool().terms();
    terms.onConflict().ifPresent(strategy -> contended(facts, strategy));
    if (terms.sharing() != SharingPolicy.PRIORITY) {
      add(facts, "sharing", Wording.text("sharing." + terms.sharing().name()));
    }
    if (terms.borrowing() > 0 || status.borrowed() > 0) {
      String most = Figures.exact(type, terms.borrowing());
      String borrowed = Figures.exact(type, status.borrowed());
      add(facts, "borrowed", Wording.text("fact.borrowed.of", borrowed, most));
    }
    if (status.lent() > 0) {
      add(facts, "lent", Figures.exact(type, status.lent()));
    }
  }

  /// What members lend each other now.
  private static void loans(List<Fact> facts, Pool pool, Instant now, ZoneId zone) {
    for (Pool.Member member : pool.terms().members()) {
      for (QuotaLoan loan : member.loans()) {
        if (loan.runs(now)) {
          String amount = Figures.amountWithUnit(pool.type(), loan.amount());
          String until = Times.clock(now, loan.until(), zone);
          add(
              facts,
              "quotaLent",
              Wording.text("fact.quotaLent.one", amount, member.path(), loan.to(), until));
        }
      }
    }
  }

  private static void contended(List<Fact> facts, ConflictStrategy strategy) {
    add(facts, "contended", Wording.text("strategy." + strategy.name()));
  }

  private static String thresholds(Thresholds thresholds) {
    return thresholds.percents().stream()
        .map(percent -> percent + " %")
        .collect(Collectors.joining(" · "));
  }

  private static void add(List<Fact> facts, String name, String value) {
    facts.add(new Fact(Wording.text("fact." + name), value));
  }
}
