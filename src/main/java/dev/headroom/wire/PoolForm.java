package dev.headroom.wire;

import dev.headroom.model.Money;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.Price;
import dev.headroom.model.QuotaLoan;
import dev.headroom.model.SharingPolicy;
import dev.headroom.model.Thresholds;
import java.util.List;
import java.util.Optional;

/// How a pool is written.
final class PoolForm {
  private static final Form<PoolId> ID =
      Form.text("a pool id, letters, digits and . _ ~ @ + = -", PoolId::new);
  private static final Form<Money> COST =
      Form.decimal("a cost in credits with at most 6 decimals, such as 0.0001", Money::of);
  private static final Form<Price.Step> STEP =
      Form.mapping(List.of("from", "costPerUnit"), PoolForm::step);
  private static final Form<Pool.Replenishment> REPLENISH =
      Form.mapping(List.of("amount", "every"), PoolForm::replenishment);
  private static final Form<QuotaLoan> LOAN =
      Form.mapping(List.of("to", "amount", "until"), PoolForm::loan);
  private static final Form<Pool.Member> MEMBER =
      Form.mapping(List.of("path", "quota", "weight", "loans"), PoolForm::member);

  static final Form<Located<Pool>> POOL =
      Form.mapping(
          List.of(
              "id",
              "path",
              "type",
              "capacity",
              "replenish",
              "costPerUnit",
              "priceSteps",
              "sharing",
              "members",
              "borrowing",
              "thresholds",
              "onConflict"),
          PoolForm::pool);

  private PoolForm() {}

  private static Optional<Located<Pool>> pool(Members members) {
    var id = members.required("id", ID);
    var path = members.required("path", LimitForm.PATH);
    var type = members.required("type", LimitForm.TYPE);
    var capacity = members.required("capacity", Form.amount(0));
    var replenish = members.optional("replenish", REPLENISH);
    Optional<Price> price = price(members);
    var sharing = members.optional("sharing", Form.word(SharingPolicy.class));
    List<Pool.Member> sharers = members.optional("members", Form.list(MEMBER)).orElseGet(List::of);
    long borrowing = members.optional("borrowing", Form.amount(0)).orElse(0L);
    var thresholds = members.optional("thresholds", LimitForm.THRESHOLDS);
    var strategy = members.optional("onConflict", LimitForm.STRATEGY);
    return members.construct(() ->
        new Located<>(
            new Pool(
                id.orElseThrow(),
                path.orElseThrow(),
                type.orElseThrow(),
                new Pool.Terms(
                    capacity.orElseThrow(),
                    replenish,
                    price.orElseThrow(),
                    sharing.orElse(SharingPolicy.PRIORITY),
                    sharers,
                    borrowing,
                    thresholds.orElse(Thresholds.DEFAULT),
                    strategy)),
            members.line(),
            members.place()));
  }

  /// What is wrong with steps together is noted where they stand.
  private static Optional<Price> price(Members members) {
    Money base = members.optional("costPerUnit", COST).orElse(Money.ZERO);
    return members.has("priceSteps")
        ? members.optional("priceSteps", Form.list(STEP).as(steps -> new Price(base, steps)))
        : Optional.of(Price.flat(base));
  }

  private static Optional<Price.Step> step(Members members) {
    var from = members.required("from", Form.wholeNumber(1, Thresholds.PERCENT_MAX));
    var cost = members.required("costPerUnit", COST);
    return members.construct(
        () -> new Price.Step(from.orElseThrow().intValue(), cost.orElseThrow()));
  }

  private static Optional<Pool.Replenishment> replenishment(Members members) {
    var amount = members.required("amount", Form.amount(1));
    var every = members.required("every", Form.duration());
    return members.construct(
        () -> new Pool.Replenishment(amount.orElseThrow(), every.orElseThrow()));
  }

  private static Optional<Pool.Member> member(Members members) {
    var path = members.required("path", LimitForm.PATH);
    long quota = members.optional("quota", Form.amount(0)).orElse(0L);
    int weight =
        members
            .optional("weight", Form.wholeNumber(1, Pool.Member.WEIGHT_MAX).as(Math::toIntExact))
            .orElse(1);
    List<QuotaLoan> loans = members.optional("loans", Form.list(LOAN)).orElseGet(List::of);
    return members.construct(() -> new Pool.Member(path.orElseThrow(), quota, weight, loans));
  }

  private static Optional<QuotaLoan> loan(Members members) {
    var to = members.required("to", LimitForm.PATH);
    var amount = members.required("amount", Form.amount(1));
    var until = members.required("until", Form.instant());
    return members.construct(
        () -> new QuotaLoan(to.orElseThrow(), amount.orElseThrow(), until.orElseThrow()));
  }
}
