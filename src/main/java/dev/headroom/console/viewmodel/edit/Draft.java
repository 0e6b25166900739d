package dev.headroom.console.viewmodel.edit;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.PriceCurve;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.action.Operator;
import dev.headroom.model.Explanation;
import dev.headroom.model.Limit;
import dev.headroom.model.Pool;
import dev.headroom.model.ResourceType;
import java.util.Optional;
import java.util.Set;

/// A limit or a pool being changed: its form, what is in use of it now, and its way into the change
/// set. For the UI thread only.
public final class Draft {
  private final Operator operator;
  private final ChangeSet changes;
  private final EditLock lock;
  private final Subject subject;
  private final Optional<Value> fresh;
  private Runnable listener = () -> {};
  private Optional<Ground> ground = Optional.empty();
  private Optional<LimitForm> limitForm = Optional.empty();
  private Optional<PoolForm> poolForm = Optional.empty();
  private Optional<Explanation.Link> usage = Optional.empty();
  private String problem = "";
  private boolean asking;

  /// @param fresh what it begins as where there is no such thing yet
  Draft(
      Operator operator, ChangeSet changes, EditLock lock, Subject subject, Optional<Value> fresh) {
    this.operator = operator;
    this.changes = changes;
    this.lock = lock;
    this.subject = subject;
    this.fresh = fresh;
  }

  /// Who is told when there is something new to show.
  public void listen(Runnable told) {
    listener = told;
  }

  /// Fetches what holds now; once, so that what is typed stays.
  public void load() {
    Instance instance = operator.instance();
    operator.calls().ask(() -> Ground.ask(instance, Set.of(subject.path())), this::begin);
    refresh();
  }

  /// Looks again how much is in use.
  public void refresh() {
    if (asking) {
      return;
    }
    asking = true;
    Instance instance = operator.instance();
    ResourceType type = type().orElse(ResourceType.TOKENS);
    operator
        .calls()
        .ask(
            () -> instance.explain(subject.path(), type),
            reply -> {
              asking = false;
              if (reply instanceof Reply.Decided<Explanation>(var chain)) {
                usage = chain.links().stream().filter(this::isOfSubject).findFirst();
              }
              listener.run();
            });
  }

  /// What is being changed.
  public Subject subject() {
    return subject;
  }

  /// The form of a limit, once what holds is known.
  public Optional<LimitForm> limitForm() {
    return limitForm;
  }

  /// The form of a pool, once what holds is known.
  public Optional<PoolForm> poolForm() {
    return poolForm;
  }

  /// Why there is no form; empty where there is, or it is on its way.
  public String problem() {
    return problem;
  }

  /// What is in use now, beside the number that is typed: `38.8k used, 1.2k left`.
  public String usage() {
    return usage
        .flatMap(link ->
            type()
                .map(type ->
                    Wording.text(
                        "draft.usage",
                        Figures.amountWithUnit(type, link.reserved() + consumed(link)),
                        Figures.amount(type, link.reserved()))))
        .orElse("");
  }

  /// What the typed amount would leave: `55k would leave 16.2k`; empty while it means nothing.
  public String outlook() {
    Optional<Long> typed = value().meaning().flatMap(Draft::amount);
    return usage
        .flatMap(link ->
            typed.flatMap(amount ->
                type().map(type -> outlook(type, amount - link.reserved() - consumed(link)))))
        .orElse("");
  }

  private static String outlook(ResourceType type, long left) {
    return left >= 0
        ? Wording.text("draft.leaves", Figures.amountWithUnit(type, left))
        : Wording.text("draft.over", Figures.amountWithUnit(type, -left));
  }

  /// The price that is typed as a curve, with where the pool stands now; empty where every unit
  /// costs the same, or it means nothing.
  public Optional<PriceCurve> price() {
    return poolForm
        .flatMap(form -> form.price().meaning())
        .flatMap(price -> PriceCurve.of(price, usage.flatMap(Explanation.Link::pool)));
  }

  /// Why it cannot be staged; empty where it can.
  public String whyNotStage() {
    if (!lock.isUnlocked()) {
      return Wording.text("lock.locked");
    }
    if (limitForm.isEmpty() && poolForm.isEmpty()) {
      return problem.isEmpty() ? Wording.text("list.loading") : problem;
    }
    Typed<Value> typed = value();
    if (!typed.problem().isEmpty()) {
      return typed.problem();
    }
    Optional<Value> current =
        changes
            .staged(subject)
            .map(Edit::after)
            .orElseGet(() -> ground.flatMap(held -> held.value(subject)));
    return typed.meaning().equals(current) ? Wording.text("draft.same") : "";
  }

  /// Puts it into the change set.
  public void stage() {
    if (whyNotStage().isEmpty() && ground.isPresent()) {
      lock.use();
      changes.stage(
          ground.get(), new Edit(subject, ground.get().value(subject), value().meaning()));
    }
  }

  /// Stages that it goes.
  public void stageRemoval() {
    if (lock.isUnlocked() && ground.isPresent()) {
      lock.use();
      changes.stage(ground.get(), new Edit(subject, ground.get().value(subject), Optional.empty()));
    }
  }

  private void begin(Reply<Ground> reply) {
    problem = Phrases.problem(reply);
    if (reply instanceof Reply.Decided<Ground>(var held)) {
      ground = Optional.of(held);
      Optional<Value> staged = changes.staged(subject).flatMap(Edit::after);
      fill(staged.or(() -> held.value(subject)).or(() -> fresh));
    }
    listener.run();
    refresh();
  }

  private void fill(Optional<Value> value) {
    if (value.isEmpty()) {
      problem = Wording.text("draft.gone");
      return;
    }
    switch (value.get()) {
      case Value.OfLimit(var limit) -> limitForm = Optional.of(LimitForm.of(limit));
      case Value.OfPool(var pool) -> poolForm = Optional.of(PoolForm.of(pool));
      case Value.OfSettings _ -> problem = Wording.text("draft.asText");
    }
  }

  private Typed<Value> value() {
    if (limitForm.isPresent()) {
      return limitForm.get().limit().<Value>map((Limit limit) -> new Value.OfLimit(limit));
    }
    return poolForm
        .map(form -> form.pool().<Value>map((Pool pool) -> new Value.OfPool(pool)))
        .orElse(new Typed.Wrong<>(Wording.text("list.loading")));
  }

  private boolean isOfSubject(Explanation.Link link) {
    return switch (subject) {
      case Subject.OfSettings _ -> false;
      case Subject.OfLimit(var path, var key) ->
          link.limit()
              .filter(
                  status -> status.limit().path().equals(path) && status.limit().key().equals(key))
              .isPresent();
      case Subject.OfPool(var _, var id) ->
          link.pool().filter(status -> status.pool().id().equals(id)).isPresent();
    };
  }

  /// A pool counts all that was ever consumed; what is not available now is what is used of it.
  private static long consumed(Explanation.Link link) {
    return link.pool()
        .map(status -> Math.max(0, status.used() - link.reserved()))
        .orElse(link.consumed());
  }

  private Optional<ResourceType> type() {
    return switch (subject) {
      case Subject.OfLimit(var _, var key) -> Optional.of(key.type());
      case Subject.OfSettings _ -> Optional.empty();
      case Subject.OfPool(var _, var id) ->
          ground.flatMap(held ->
              held.config().pools().stream()
                  .filter(pool -> pool.id().equals(id))
                  .findFirst()
                  .map(Pool::type));
    };
  }

  private static Optional<Long> amount(Value value) {
    return switch (value) {
      case Value.OfLimit(var limit) -> Optional.of(limit.terms().amount());
      case Value.OfPool(var pool) -> Optional.of(pool.terms().capacity());
      case Value.OfSettings _ -> Optional.empty();
    };
  }
}
