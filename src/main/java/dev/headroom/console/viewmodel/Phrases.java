package dev.headroom.console.viewmodel;

import dev.headroom.client.Reply;
import dev.headroom.model.AlertRef;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Enforcement;
import dev.headroom.model.Limit;
import dev.headroom.model.Period;
import dev.headroom.model.Pool;
import dev.headroom.model.Refusal;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopeKind;
import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.util.Locale;

/// The words of the rules as parts of sentences: scopes, limits, pools, answers.
public final class Phrases {
  private Phrases() {}

  /// A scope as one calls it: `swarm s1`, or `/`.
  public static String scope(ScopePath path) {
    return path.isRoot() ? path.name() : kind(path.kind()) + " " + path.name();
  }

  /// What a kind of scope is called: `swarm`.
  public static String kind(ScopeKind kind) {
    return Wording.text("kind." + kind.name());
  }

  /// How long a limit's windows are: `per day`, `per 5 minutes`.
  public static String per(Period period) {
    String unit = period.unit().name().toLowerCase(Locale.ROOT);
    String key = period.count() == 1 ? "period.one." : "period.many.";
    return Wording.text(key + unit, period.count());
  }

  /// The same where there is little room: `/ min`, `/ 5 min`.
  static String perShort(Period period) {
    String unit = Wording.text("period.short." + period.unit().name().toLowerCase(Locale.ROOT));
    return period.count() == 1 ? "/ " + unit : "/ " + period.count() + " " + unit;
  }

  /// A limit's terms: `limit 40k per day · hard`.
  public static String limit(Limit limit) {
    String amount = Figures.amount(limit.type(), limit.terms().amount());
    String window = limit.terms().period().map(period -> " " + per(period)).orElse("");
    return Wording.text("limit.terms", amount + window, enforcement(limit.terms().enforcement()));
  }

  /// A pool's terms: `pool llm · refills 50k per 1 min`.
  public static String pool(Pool pool) {
    String refill =
        pool.terms()
            .replenishment()
            .map(flow ->
                Wording.text(
                    "pool.refills",
                    Figures.amount(pool.type(), flow.amount()),
                    Times.span(flow.interval())))
            .orElse(Wording.text("pool.refills.never"));
    return Wording.text("pool.terms", pool.id().value(), refill);
  }

  /// Whose constraint it is, seen from a scope: `own limit`, `bound by user ada`.
  static String boundBy(ConstraintRef binding, ScopePath from) {
    boolean own = binding.path().equals(from);
    return switch (binding.kind()) {
      case LIMIT ->
          own ? Wording.text("bound.own") : Wording.text("bound.limit", scope(binding.path()));
      case POOL -> Wording.text("bound.pool", binding.id());
    };
  }

  /// The same where there is little room: `own limit`, `user ada`, `llm`.
  static String boundByShort(ConstraintRef binding, ScopePath from) {
    return switch (binding.kind()) {
      case LIMIT -> binding.path().equals(from) ? Wording.text("bound.own") : scope(binding.path());
      case POOL -> binding.id();
    };
  }

  /// A constraint by itself: `limit of user ada`, `pool llm`.
  public static String constraint(ConstraintRef constraint) {
    return switch (constraint.kind()) {
      case LIMIT -> Wording.text("constraint.limit", limitName(constraint.id()));
      case POOL -> Wording.text("constraint.pool", constraint.id());
    };
  }

  /// A limit by what its id says: `Tokens per day`, or `Memory` where it has no windows. An alert:
  /// `tokens per day at 80 %`, or `forecast: tokens per day runs out`.
  public static String alert(AlertRef alert) {
    return alert(alert, constraint(alert.constraint()));
  }

  /// The same with a name for its constraint.
  public static String alert(AlertRef alert, String constraint) {
    return alert.isForecast()
        ? Wording.text("alert.forecast", constraint)
        : Wording.text("alert.threshold", constraint, alert.percent());
  }

  private static String limitName(String id) {
    int slash = id.indexOf('/');
    String type = Figures.name(ResourceType.valueOf(slash < 0 ? id : id.substring(0, slash)));
    return slash < 0 ? type : type + " " + per(Period.of(id.substring(slash + 1)));
  }

  /// Why a command was not taken, for people.
  public static String refusal(Refusal refusal) {
    return Refusals.text(refusal);
  }

  /// Why an answer did not come, for people.
  public static String problem(Reply<?> reply) {
    return switch (reply) {
      case Reply.Decided<?> _ -> "";
      case Reply.Refused<?>(var refusal) -> Refusals.text(refusal);
      case Reply.Silence<?>(Duration waited, String cause) ->
          Wording.text("reply.silence", Times.span(waited), cause);
    };
  }

  public static String enforcement(Enforcement enforcement) {
    return switch (enforcement) {
      case Enforcement.Hard _ -> Wording.text("limit.hard");
      case Enforcement.Soft(var grace, Enforcement.Overage.Refused _) ->
          Wording.text("limit.soft.refused", Times.span(grace));
      case Enforcement.Soft(var grace, Enforcement.Overage.Charged(long multiplier, var _)) ->
          Wording.text(
              "limit.soft.charged", Times.span(grace), Figures.tenths(multiplier / 1000.0));
    };
  }
}
