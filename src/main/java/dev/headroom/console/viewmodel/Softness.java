package dev.headroom.console.viewmodel;

import dev.headroom.model.Amount;
import dev.headroom.model.Enforcement;
import dev.headroom.model.Enforcement.Overage;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.Standing;
import java.time.Duration;
import java.time.Instant;

/// How soft limits stand, in words. Pure.
final class Softness {
  private Softness() {}

  /// What is left of a headroom, which may be as much as anyone asks: `1.2k left`, `50 over`.
  static String left(ResourceType type, long headroom) {
    if (headroom >= Amount.MAX) {
      return Wording.text("amount.soft");
    }
    return headroom < 0
        ? Wording.text("amount.over", Figures.amount(type, -headroom))
        : Wording.text("amount.left", Figures.amount(type, headroom));
  }

  /// The same of one limit, against its allowance: `60 left, then grace`, `50 over, in grace`.
  static String left(ResourceType type, LimitStatus limit) {
    if (!(limit.limit().terms().enforcement() instanceof Enforcement.Soft soft)) {
      return left(type, limit.headroom());
    }
    String left = left(type, limit.allowance() - limit.used());
    return Wording.text(
        switch (limit.standing()) {
          case Standing.Within _ ->
              soft.grace().isZero() ? edge("soft.then.", soft) : "soft.then.grace";
          case Standing.Grace _ -> "soft.grace";
          case Standing.Overage _ -> edge("soft.", soft);
        },
        left);
  }

  /// What is said of a limit beyond its allowance besides its numbers; empty within.
  static String note(LimitStatus limit, Instant now) {
    return switch (limit.standing()) {
      case Standing.Within _ -> "";
      case Standing.Grace(var until) -> " · " + grace(now, until);
      case Standing.Overage _ -> " · " + overage(limit);
    };
  }

  /// What happens at a limit's edge, or happens now.
  static String edge(LimitStatus limit, Instant now) {
    return switch (limit.limit().terms().enforcement()) {
      case Enforcement.Hard _ -> Wording.text("fact.edge.hard");
      case Enforcement.Soft soft ->
          switch (limit.standing()) {
            case Standing.Within _ ->
                Wording.text(edge("fact.edge.", soft), Times.span(soft.grace()));
            case Standing.Grace(var until) -> grace(now, until);
            case Standing.Overage _ -> overage(limit);
          };
    };
  }

  /// The key of a text about a standing.
  static String key(String start, Standing standing) {
    return start
        + switch (standing) {
          case Standing.Within _ -> "within";
          case Standing.Grace _ -> "grace";
          case Standing.Overage _ -> "overage";
        };
  }

  static Level level(Standing standing) {
    return switch (standing) {
      case Standing.Within _ -> Level.CALM;
      case Standing.Grace _ -> Level.WARNING;
      case Standing.Overage _ -> Level.CRITICAL;
    };
  }

  private static String grace(Instant now, Instant until) {
    Duration left = Duration.between(now, until);
    return Wording.text(
        "standing.grace", Times.shortSpan(left.isNegative() ? Duration.ZERO : left));
  }

  private static String overage(LimitStatus limit) {
    return limit.overageCharge().equals(Money.ZERO)
        ? Wording.text("standing.overage")
        : Wording.text(
            "standing.overage.charged", Figures.decimals(limit.overageCharge().credits()));
  }

  private static String edge(String start, Enforcement.Soft soft) {
    return start
        + switch (soft.overage()) {
          case Overage.Refused _ -> "refused";
          case Overage.Charged _ -> "charged";
        };
  }
}
