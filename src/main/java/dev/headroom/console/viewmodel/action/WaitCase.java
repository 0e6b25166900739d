package dev.headroom.console.viewmodel.action;

import dev.headroom.client.ConflictView;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.console.viewmodel.Fact;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.WaitRow;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.AllocationId;
import dev.headroom.model.Command;
import dev.headroom.model.Conflict;
import dev.headroom.model.Explanation;
import dev.headroom.model.Outcome;
import dev.headroom.model.WaitStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// One request that waits: what stands before it, what can be decided about it and what that would
/// do, and what was decided there before. For the UI thread only.
public final class WaitCase {
  private static final int LINE_MAX = 200;
  private static final int DECISIONS_MAX = 12;

  private final Operator operator;
  private final WaitRow row;
  private final AllocationId allocation;
  private final Attempt attempt;
  private Runnable listener = () -> {};
  private Optional<WaitLook> look = Optional.empty();
  private String problem = "";
  private boolean underway;

  /// @param row the request, as it is listed
  public WaitCase(Operator operator, WaitRow row) {
    this.operator = operator;
    this.row = row;
    allocation = AllocationId.of(row.key());
    attempt = new Attempt(operator, this::refreshAndTell);
  }

  /// Who is told when there is something new to say.
  public void listen(Runnable told) {
    listener = told;
  }

  /// Looks again, unless that is under way.
  public void refresh() {
    if (underway) {
      return;
    }
    underway = true;
    Instance instance = operator.instance();
    Instant at = operator.now();
    operator.calls().ask(question(instance, at), this::take);
  }

  /// The scope that waits, as one calls it.
  public String title() {
    return row.scope();
  }

  /// The scope's address.
  public String address() {
    return row.address();
  }

  /// What stands before it, in plain words; or that it waits no more.
  public String sentence() {
    if (!problem.isEmpty()) {
      return problem;
    }
    return look.map(WaitWords::sentence).orElse(Wording.text("list.loading"));
  }

  /// Its place in line, how long it has waited, its priority.
  public List<Fact> facts() {
    return look.map(WaitWords::facts).orElse(List.of());
  }

  /// Who holds what it waits for, the most first.
  public List<Fact> holders() {
    return look.map(WaitWords::holders).orElse(List.of());
  }

  /// What can be decided, in the order to offer it; nothing where it waits no more.
  public List<Remedy> remedies() {
    return problem.isEmpty() ? look.map(Remedies::of).orElse(List.of()) : List.of();
  }

  /// What was decided in this conflict before, the newest first.
  public List<Fact> decisions() {
    return look.flatMap(WaitLook::conflict)
        .map(conflict ->
            conflict.decisions().reversed().stream()
                .limit(DECISIONS_MAX)
                .map(decision -> WaitWords.decision(conflict, decision, operator.now()))
                .toList())
        .orElse(List.of());
  }

  /// Why nothing can be decided now; empty where it can.
  public String whyNot() {
    return operator.lock();
  }

  /// Decides.
  ///
  /// @param reason not blank
  public void decide(Remedy remedy, String reason) {
    if (look.isEmpty() || !whyNot().isEmpty() || reason.isBlank()) {
      return;
    }
    Instance instance = operator.instance();
    var command =
        new Command.ResolveConflict(
            operator.newId(),
            look.get().status().conflict(),
            allocation,
            remedy.resolution(),
            operator.name(),
            reason.strip());
    attempt.make(() -> instance.resolve(command), resolved -> resultOf(remedy, resolved));
  }

  /// What came of the last decision.
  public Attempt attempt() {
    return attempt;
  }

  private static String resultOf(Remedy remedy, Outcome.Resolved resolved) {
    return switch (remedy.kind()) {
      case GRANT -> Wording.text("remedy.grant.done");
      case DENY -> Wording.text("remedy.deny.done");
      case PRIORITY, STRATEGY ->
          Wording.text(
              resolved.waits() ? "remedy.done.waits" : "remedy.done.decided", remedy.name());
    };
  }

  private void refreshAndTell() {
    listener.run();
    if (attempt.state() != Attempt.State.UNDERWAY) {
      refresh();
    }
  }

  private Supplier<Reply<WaitLook>> question(Instance instance, Instant at) {
    return () ->
        switch (instance.waiting(allocation)) {
          case Reply.Decided<WaitStatus>(var wait) -> new Reply.Decided<>(look(instance, wait, at));
          case Reply.Refused<WaitStatus>(var refusal) -> new Reply.Refused<>(refusal);
          case Reply.Silence<WaitStatus>(var waited, var cause) ->
              new Reply.Silence<>(waited, cause);
        };
  }

  private static WaitLook look(Instance instance, WaitStatus wait, Instant at) {
    Optional<ConflictView> view =
        instance.conflict(wait.conflict(), LINE_MAX)
                instanceof Reply.Decided<ConflictView>(var seen)
            ? Optional.of(seen)
            : Optional.empty();
    Optional<Explanation> chain =
        instance.explain(wait.path(), wait.type())
                instanceof Reply.Decided<Explanation>(var explained)
            ? Optional.of(explained)
            : Optional.empty();
    Optional<Conflict> conflict = view.map(ConflictView::conflict);
    List<WaitStatus> line = view.map(ConflictView::waiting).orElse(List.of(wait));
    return new WaitLook(wait, line, conflict, chain, at);
  }

  private void take(Reply<WaitLook> reply) {
    underway = false;
    switch (reply) {
      case Reply.Decided<WaitLook>(var seen) -> {
        look = Optional.of(seen);
        problem = "";
      }
      case Reply.Refused<WaitLook> _ -> problem = Wording.text("wait.over");
      case Reply.Silence<WaitLook> _ -> problem = Phrases.problem(reply);
    }
    listener.run();
  }
}
