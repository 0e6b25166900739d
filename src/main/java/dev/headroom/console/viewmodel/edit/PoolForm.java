package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Money;
import dev.headroom.model.Pool;
import dev.headroom.model.Price;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is typed to describe a pool. Says what is wrong with each field while it is typed. One
/// thread.
public final class PoolForm {
  private final Pool pool;
  private final ResourceType type;
  private String capacity;
  private String refill = "";
  private String interval = Spans.text(Duration.ofMinutes(1));
  private String cost;
  private String steps;
  private int sharing;
  private String members;
  private String loans;
  private String borrowing;
  private String thresholds;
  private int strategy;

  private PoolForm(Pool pool) {
    this.pool = pool;
    type = pool.type();
    Pool.Terms terms = pool.terms();
    capacity = Amounts.text(type, terms.capacity());
    terms
        .replenishment()
        .ifPresent(flow -> {
          refill = Amounts.text(type, flow.amount());
          interval = Spans.text(flow.interval());
        });
    cost = Figures.decimals(terms.costPerUnit().base().credits());
    steps = Prices.text(terms.costPerUnit().steps());
    sharing = terms.sharing().ordinal();
    members =
        terms.members().stream()
            .map(member ->
                member.path()
                    + " "
                    + Amounts.text(type, member.quota()).replace(" ", "")
                    + " "
                    + member.weight())
            .collect(Collectors.joining("\n"));
    loans = Lendings.text(type, terms.members());
    borrowing = Amounts.text(type, terms.borrowing());
    thresholds = Percents.text(terms.thresholds());
    strategy = terms.onConflict().map(chosen -> chosen.ordinal() + 1).orElse(0);
  }

  /// A form that says what a pool says.
  public static PoolForm of(Pool pool) {
    return new PoolForm(pool);
  }

  public String capacity() {
    return capacity;
  }

  /// The capacity, as the number that matters most.
  public AmountField capacityField() {
    return new AmountField("field.capacity", capacity, this::setCapacity, this::capacityProblem);
  }

  public void setCapacity(String typed) {
    capacity = typed;
  }

  /// How much is refilled per interval; empty for nothing.
  public String refill() {
    return refill;
  }

  public void setRefill(String typed) {
    refill = typed;
  }

  public String interval() {
    return interval;
  }

  public void setInterval(String typed) {
    interval = typed;
  }

  public String cost() {
    return cost;
  }

  public void setCost(String typed) {
    cost = typed;
  }

  /// Whether the price can have steps: only what is spent is charged for.
  public boolean canHaveSteps() {
    return type.isSpent();
  }

  /// Where another price begins, one step a line: percent drawn, credits.
  public String steps() {
    return steps;
  }

  public void setSteps(String typed) {
    steps = typed;
  }

  /// The price that is typed, while it means something.
  Typed<Price> price() {
    Typed<Money> base = Amounts.cost(cost);
    return base.meaning().isEmpty()
        ? new Typed.Wrong<>(base.problem())
        : Prices.read(steps).map(read -> new Price(base.meaning().get(), read));
  }

  /// The choices of how it is shared.
  public static List<String> sharings() {
    return Stream.of(SharingPolicy.values()).map(each -> Fields.sharing(each.name())).toList();
  }

  /// An index of [#sharings].
  public int sharing() {
    return sharing;
  }

  public void setSharing(int chosen) {
    sharing = chosen;
  }

  /// One member a line: path, quota, weight.
  public String members() {
    return members;
  }

  public void setMembers(String typed) {
    members = typed;
  }

  /// Whether members have quotas to lend.
  public boolean canLend() {
    return SharingPolicy.values()[sharing] == SharingPolicy.QUOTA;
  }

  /// What members lend each other, one loan a line: lender, borrower, amount, until.
  public String loans() {
    return loans;
  }

  public void setLoans(String typed) {
    loans = typed;
  }

  public String borrowing() {
    return borrowing;
  }

  public void setBorrowing(String typed) {
    borrowing = typed;
  }

  public String thresholds() {
    return thresholds;
  }

  public void setThresholds(String typed) {
    thresholds = typed;
  }

  /// An index of [LimitForm#strategies].
  public int strategy() {
    return strategy;
  }

  public void setStrategy(int chosen) {
    strategy = chosen;
  }

  public String capacityProblem() {
    return Amounts.read(type, capacity).problem();
  }

  public String refillProblem() {
    return refill.isBlank() ? "" : Amounts.read(type, refill).problem();
  }

  /// What is wrong with the interval; empty where nothing is, or it does not matter.
  public String intervalProblem() {
    if (refill.isBlank()) {
      return "";
    }
    Typed<Duration> read = Spans.read(interval);
    return read.meaning().filter(Duration::isZero).isPresent()
        ? Wording.text("typed.span")
        : read.problem();
  }

  public String costProblem() {
    return Amounts.cost(cost).problem();
  }

  public String stepsProblem() {
    return Prices.read(steps).problem();
  }

  public String membersProblem() {
    return readMembers().problem();
  }

  /// What is wrong with the loans; empty where nothing is, or they do not matter.
  public String loansProblem() {
    return readMembers().problem().isEmpty() ? lenders().problem() : "";
  }

  private Typed<List<Pool.Member>> lenders() {
    Typed<List<Pool.Member>> read = readMembers();
    return read.meaning().isEmpty() || !canLend()
        ? read
        : Lendings.read(type, loans, read.meaning().get());
  }

  public String borrowingProblem() {
    return Amounts.read(type, borrowing).problem();
  }

  public String thresholdsProblem() {
    return Percents.read(thresholds).problem();
  }

  /// The pool that is described, or the first thing that is wrong.
  Typed<Pool> pool() {
    for (String problem :
        List.of(
            capacityProblem(),
            refillProblem(),
            intervalProblem(),
            costProblem(),
            stepsProblem(),
            membersProblem(),
            loansProblem(),
            borrowingProblem(),
            thresholdsProblem())) {
      if (!problem.isEmpty()) {
        return new Typed.Wrong<>(problem);
      }
    }
    try {
      return new Typed.Right<>(described());
    } catch (InvalidValueException invalid) {
      return new Typed.Wrong<>(String.valueOf(invalid.getMessage()));
    }
  }

  private Pool described() {
    Pool.Terms terms =
        pool.terms()
            .withCapacity(Amounts.read(type, capacity).meaning().orElseThrow())
            .withReplenishment(
                refill.isBlank()
                    ? Optional.empty()
                    : Optional.of(
                        new Pool.Replenishment(
                            Amounts.read(type, refill).meaning().orElseThrow(),
                            Spans.read(interval).meaning().orElseThrow())))
            .withCostPerUnit(price().meaning().orElseThrow())
            .withMembers(List.of())
            .withSharing(SharingPolicy.values()[sharing])
            .withMembers(lenders().meaning().orElseThrow())
            .withBorrowing(Amounts.read(type, borrowing).meaning().orElseThrow())
            .withThresholds(Percents.read(thresholds).meaning().orElseThrow())
            .withOnConflict(
                strategy == 0
                    ? Optional.empty()
                    : Optional.of(ConflictStrategy.values()[strategy - 1]));
    return pool.with(terms);
  }

  private Typed<List<Pool.Member>> readMembers() {
    List<Pool.Member> read = new ArrayList<>();
    for (String line : members.lines().filter(each -> !each.isBlank()).toList()) {
      String[] words = line.strip().split("\\s+", -1);
      try {
        Typed<Long> quota = words.length > 1 ? Amounts.read(type, words[1]) : new Typed.Right<>(0L);
        int weight = words.length > 2 ? Integer.parseInt(words[2]) : 1;
        if (words.length > 3 || quota.meaning().isEmpty()) {
          return new Typed.Wrong<>(Wording.text("typed.member", line.strip()));
        }
        var member = new Pool.Member(ScopePath.of(words[0]), quota.meaning().get(), weight);
        if (read.stream().anyMatch(other -> other.path().equals(member.path()))) {
          return new Typed.Wrong<>(Wording.text("typed.member.twice", member.path()));
        }
        if (!member.path().isWithin(pool.path())) {
          return new Typed.Wrong<>(
              Wording.text("typed.member.outside", pool.path(), member.path()));
        }
        read.add(member);
      } catch (InvalidValueException | NumberFormatException invalid) {
        return new Typed.Wrong<>(Wording.text("typed.member", line.strip()));
      }
    }
    return new Typed.Right<>(read);
  }
}
