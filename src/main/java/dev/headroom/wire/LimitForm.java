package dev.headroom.wire;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Enforcement;
import dev.headroom.model.Enforcement.Overage;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Limit;
import dev.headroom.model.Period;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Thresholds;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a limit is written, and the parts that pools have too.
final class LimitForm {
  static final Form<ScopePath> PATH =
      Form.text("a path such as / or /user:ada/run:r7", ScopePath::of);
  static final Form<ResourceType> TYPE = Form.word(ResourceType.class);
  static final Form<ConflictStrategy> STRATEGY = Form.word(ConflictStrategy.class);
  static final Form<Thresholds> THRESHOLDS =
      Form.list(Form.wholeNumber(1, Thresholds.PERCENT_MAX).as(Math::toIntExact))
          .as(Thresholds::new);

  private static final Form<Period> PERIOD =
      Form.text("a period such as PT5M, PT1H, P1D, P1W or P1M", Period::of);

  /// What the cost of overage is multiplied by where nothing is said: charged, but not more.
  static final long MULTIPLIER_MILLIS_DEFAULT = 1000;

  /// What a limit's enforcement is called in a document.
  enum Mode {
    HARD,
    SOFT
  }

  /// What happens after the grace of a soft limit, as a document calls it.
  enum Excess {
    REFUSED,
    CHARGED
  }

  private static final Form<Long> MULTIPLIER =
      Form.decimal("a factor from 1 to 1000 with at most 3 decimals", LimitForm::thousandths);
  private static final Form<Duration> GRACE =
      Form.duration().as(grace -> Enforcement.Soft.requireGrace(grace));
  private static final Form<Enforcement> ENFORCEMENT =
      Form.mapping(
          List.of("mode", "grace", "overage", "multiplier", "cap"), LimitForm::enforcement);

  static final Form<Located<Limit>> LIMIT =
      Form.mapping(
          List.of(
              "path",
              "type",
              "amount",
              "period",
              "rollover",
              "enforcement",
              "thresholds",
              "onConflict"),
          LimitForm::limit);

  private LimitForm() {}

  private static Optional<Located<Limit>> limit(Members members) {
    var path = members.required("path", PATH);
    var type = members.required("type", TYPE);
    var amount = members.required("amount", Form.amount(0));
    var period = members.optional("period", PERIOD);
    boolean rollover = members.optional("rollover", Form.flag()).orElse(false);
    var enforcement = members.optional("enforcement", ENFORCEMENT).orElse(Enforcement.HARD);
    var thresholds = members.optional("thresholds", THRESHOLDS).orElse(Thresholds.DEFAULT);
    var strategy = members.optional("onConflict", STRATEGY);
    if (type.isPresent() && type.get().isHeld()) {
      members.refuse(
          "period", "does not go with " + type.get() + ", which is held, not spent; leave it out");
    } else if (rollover && !members.has("period")) {
      members.refuse("rollover", "needs a period: without one nothing rolls over");
    }
    return members.construct(() ->
        new Located<>(
            new Limit(
                path.orElseThrow(),
                type.orElseThrow(),
                new Limit.Terms(
                    amount.orElseThrow(), period, rollover, enforcement, thresholds, strategy)),
            members.line(),
            members.place()));
  }

  private static Optional<Enforcement> enforcement(Members members) {
    var mode = members.required("mode", Form.word(Mode.class));
    Duration grace = members.optional("grace", GRACE).orElse(Duration.ZERO);
    var excess = members.optional("overage", Form.word(Excess.class));
    long multiplier = members.optional("multiplier", MULTIPLIER).orElse(MULTIPLIER_MILLIS_DEFAULT);
    var cap = members.optional("cap", Form.amount(0));
    if (mode.equals(Optional.of(Mode.HARD))) {
      for (String key : List.of("grace", "overage", "multiplier", "cap")) {
        members.refuse(key, "goes with mode SOFT only; nothing is granted beyond a HARD limit");
      }
    } else if (excess.equals(Optional.of(Excess.REFUSED)) || !members.has("overage")) {
      for (String key : List.of("multiplier", "cap")) {
        members.refuse(key, "goes with overage CHARGED only");
      }
    }
    return members.construct(() ->
        switch (mode.orElseThrow()) {
          case HARD -> Enforcement.HARD;
          case SOFT ->
              new Enforcement.Soft(
                  grace,
                  switch (excess.orElse(Excess.REFUSED)) {
                    case REFUSED -> new Overage.Refused();
                    case CHARGED -> new Overage.Charged(multiplier, cap);
                  });
        });
  }

  private static long thousandths(BigDecimal multiplier) {
    try {
      long thousandths = multiplier.movePointRight(3).longValueExact();
      return new Overage.Charged(thousandths, Optional.empty()).multiplierMillis();
    } catch (ArithmeticException tooFine) {
      throw new InvalidValueException("must have at most 3 decimals, not " + multiplier);
    }
  }
}
