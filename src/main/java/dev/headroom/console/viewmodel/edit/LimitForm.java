package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Enforcement;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Limit;
import dev.headroom.model.Period;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Thresholds;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is typed to describe a limit. Says what is wrong with each field while it is typed. One
/// thread.
public final class LimitForm {
  /// What happens at the allowance, as a choice.
  public enum Edge {
    HARD,
    REFUSED,
    CHARGED
  }

  private final ScopePath path;
  private final ResourceType type;
  private final Optional<Period> period;
  private String amount;
  private boolean rollover;
  private Edge edge = Edge.HARD;
  private String grace = "0";
  private String multiplier = Figures.decimals(new BigDecimal("1.5"));
  private String cap = "";
  private String thresholds;
  private int strategy;

  private LimitForm(Limit limit) {
    path = limit.path();
    type = limit.type();
    period = limit.terms().period();
    amount = Amounts.text(type, limit.terms().amount());
    rollover = limit.terms().rollover();
    thresholds = Percents.text(limit.terms().thresholds());
    strategy = limit.terms().onConflict().map(chosen -> chosen.ordinal() + 1).orElse(0);
    if (limit.terms().enforcement() instanceof Enforcement.Soft(var span, var overage)) {
      grace = Spans.text(span);
      switch (overage) {
        case Enforcement.Overage.Refused _ -> edge = Edge.REFUSED;
        case Enforcement.Overage.Charged(long millis, var most) -> {
          edge = Edge.CHARGED;
          multiplier = Figures.decimals(BigDecimal.valueOf(millis, 3).stripTrailingZeros());
          cap = most.map(known -> Amounts.text(type, known)).orElse("");
        }
      }
    }
  }

  /// A form that says what a limit says.
  public static LimitForm of(Limit limit) {
    return new LimitForm(limit);
  }

  public String amount() {
    return amount;
  }

  /// The amount, as the number that matters most.
  public AmountField amountField() {
    return new AmountField("field.amount", amount, this::setAmount, this::amountProblem);
  }

  public void setAmount(String typed) {
    amount = typed;
  }

  public boolean rollover() {
    return rollover;
  }

  public void setRollover(boolean chosen) {
    rollover = chosen;
  }

  /// Whether what is unused can roll over: without windows nothing does.
  public boolean canRollOver() {
    return period.isPresent();
  }

  public Edge edge() {
    return edge;
  }

  public void setEdge(Edge chosen) {
    edge = chosen;
  }

  public String grace() {
    return grace;
  }

  public void setGrace(String typed) {
    grace = typed;
  }

  public String multiplier() {
    return multiplier;
  }

  public void setMultiplier(String typed) {
    multiplier = typed;
  }

  public String cap() {
    return cap;
  }

  public void setCap(String typed) {
    cap = typed;
  }

  public String thresholds() {
    return thresholds;
  }

  public void setThresholds(String typed) {
    thresholds = typed;
  }

  /// The choices for those who wait here: inherited, then each strategy.
  public static List<String> strategies() {
    List<String> names = new ArrayList<>(List.of(Wording.text("strategy.inherited")));
    Stream.of(ConflictStrategy.values())
        .forEach(each -> names.add(Wording.text("strategy." + each.name())));
    return List.copyOf(names);
  }

  /// An index of [#strategies].
  public int strategy() {
    return strategy;
  }

  public void setStrategy(int chosen) {
    strategy = chosen;
  }

  /// What is wrong with the amount; empty where nothing is.
  public String amountProblem() {
    return Amounts.read(type, amount).problem();
  }

  /// What is wrong with the grace; empty where nothing is, or it does not matter.
  public String graceProblem() {
    return edge == Edge.HARD ? "" : Spans.read(grace).problem();
  }

  /// What is wrong with the multiplier; empty where nothing is, or it does not matter.
  public String multiplierProblem() {
    return edge == Edge.CHARGED ? readMultiplier().problem() : "";
  }

  /// What is wrong with the cap; empty where nothing is, or it does not matter.
  public String capProblem() {
    return edge == Edge.CHARGED && !cap.isBlank() ? Amounts.read(type, cap).problem() : "";
  }

  /// What is wrong with the thresholds; empty where nothing is.
  public String thresholdsProblem() {
    return Percents.read(thresholds).problem();
  }

  /// The limit that is described, or the first thing that is wrong.
  Typed<Limit> limit() {
    for (String problem :
        List.of(
            amountProblem(),
            graceProblem(),
            multiplierProblem(),
            capProblem(),
            thresholdsProblem())) {
      if (!problem.isEmpty()) {
        return new Typed.Wrong<>(problem);
      }
    }
    try {
      return new Typed.Right<>(new Limit(path, type, terms()));
    } catch (InvalidValueException invalid) {
      return new Typed.Wrong<>(String.valueOf(invalid.getMessage()));
    }
  }

  private Limit.Terms terms() {
    return new Limit.Terms(
        Amounts.read(type, amount).meaning().orElse(0L),
        period,
        rollover && canRollOver(),
        enforcement(),
        Percents.read(thresholds).meaning().orElse(Thresholds.DEFAULT),
        strategy == 0 ? Optional.empty() : Optional.of(ConflictStrategy.values()[strategy - 1]));
  }

  private Enforcement enforcement() {
    Duration span = Spans.read(grace).meaning().orElse(Duration.ZERO);
    return switch (edge) {
      case HARD -> Enforcement.HARD;
      case REFUSED -> new Enforcement.Soft(span, new Enforcement.Overage.Refused());
      case CHARGED ->
          new Enforcement.Soft(
              span,
              new Enforcement.Overage.Charged(
                  readMultiplier().meaning().orElse(1000L),
                  cap.isBlank() ? Optional.empty() : Amounts.read(type, cap).meaning()));
    };
  }

  private Typed<Long> readMultiplier() {
    String plain = Amounts.plain(multiplier.strip().replaceFirst("^[×x]", ""));
    if (!plain.matches("[0-9]{1,4}(\\.[0-9]{1,3})?")) {
      return new Typed.Wrong<>(Wording.text("typed.multiplier"));
    }
    long millis = new BigDecimal(plain).movePointRight(3).longValueExact();
    return millis < 1000 || millis > 1_000_000
        ? new Typed.Wrong<>(Wording.text("typed.multiplier"))
        : new Typed.Right<>(millis);
  }
}
