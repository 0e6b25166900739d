package dev.headroom.console.viewmodel.bulk;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Reply;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.MarkedScopes;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.edit.Edit;
import dev.headroom.console.viewmodel.edit.Editing;
import dev.headroom.console.viewmodel.edit.Subject;
import dev.headroom.console.viewmodel.edit.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes the limits of many scopes at once: looks the scopes up, shows what would become of each
/// limit, and stages all of it. Looking up and working out happen elsewhere, and can be ended. For
/// the UI thread only.
public final class BulkEdit {
  private final Desk desk;
  private final Editing editing;
  private final MarkedScopes marks;
  private final BulkForm form = new BulkForm();
  private Runnable listener = () -> {};
  private boolean byQuery;
  private Cancellation running = new Cancellation();
  private Optional<BulkScopes> scopes = Optional.empty();
  private List<BulkChoice> choices = BulkChoice.of(Optional.empty());
  private BulkPlan plan = BulkPlan.NONE;
  private String problem = "";
  private String stepProblem = "";
  private String progress = "";
  private boolean lookingUp;
  private int planned;
  private boolean planning;

  /// Begins with the scopes that are marked, or with those that match the tree's query where none
  /// are.
  public BulkEdit(Desk desk, Editing editing, MarkedScopes marks) {
    this.desk = desk;
    this.editing = editing;
    this.marks = marks;
    byQuery = marks.size() == 0;
  }

  /// Who is told when there is something new to show.
  public void listen(Runnable told) {
    listener = told;
  }

  /// What is typed; [#changed] is to be told of it.
  public BulkForm form() {
    return form;
  }

  /// Whether those that match the query are changed, and not those that are marked.
  public boolean isByQuery() {
    return byQuery;
  }

  /// Changes those that match the query, or those that are marked.
  public void setByQuery(boolean chosen) {
    byQuery = chosen;
    lookUp();
  }

  /// How many are marked.
  public int markedCount() {
    return marks.size();
  }

  /// The tree's query; empty for none.
  public String query() {
    return desk.tree().filter().text();
  }

  /// Looks the scopes up as they are now; whatever was being looked up is not any more.
  public void lookUp() {
    running.cancel();
    scopes = Optional.empty();
    problem = "";
    progress = Wording.text("bulk.lookingUp");
    BulkTarget target =
        byQuery
            ? new BulkTarget.Matching(desk.tree().filter())
            : new BulkTarget.Marked(marks.paths());
    lookingUp = !target.isEmpty();
    if (lookingUp) {
      var mine = new Cancellation();
      running = mine;
      var search =
          new BulkScopes.Search(
              desk.instance(),
              desk.home(),
              mine,
              (found, total) -> desk.calls().tell(() -> advance(mine, found, total)));
      desk.calls().ask(() -> BulkScopes.ask(search, target), reply -> take(mine, reply));
    }
    replan();
  }

  private void advance(Cancellation asked, int found, int total) {
    if (!asked.isCancelled() && lookingUp) {
      progress = Wording.text("bulk.lookingUp.some", Figures.whole(found), Figures.whole(total));
      listener.run();
    }
  }

  private void take(Cancellation asked, Reply<BulkScopes> reply) {
    if (asked.isCancelled()) {
      return;
    }
    lookingUp = false;
    problem = Phrases.problem(reply);
    if (reply instanceof Reply.Decided<BulkScopes>(var found)) {
      scopes = Optional.of(found);
      choices = BulkChoice.of(scopes);
    }
    replan();
  }

  /// Ends looking up.
  public void cancel() {
    running.cancel();
    lookingUp = false;
    listener.run();
  }

  /// Whether scopes are being looked up, or it is being worked out what becomes of them.
  public boolean isBusy() {
    return lookingUp || planning;
  }

  /// The limits that can be chosen, by name; the first is all of them.
  public List<String> choices() {
    return choices.stream().map(BulkChoice::text).toList();
  }

  /// Which of the choices holds; −1 where the one that did is none any more.
  public int chosen() {
    for (int at = 0; at < choices.size(); at++) {
      if (choices.get(at).key().equals(form.key())) {
        return at;
      }
    }
    return -1;
  }

  /// Chooses a type and period, or all.
  public void choose(int index) {
    form.setKey(choices.get(index).key());
    replan();
  }

  /// Something else was typed or chosen in the form.
  public void changed() {
    replan();
  }

  private void replan() {
    planned++;
    int mine = planned;
    plan = BulkPlan.NONE;
    planning = false;
    stepProblem = form.problem();
    if (scopes.isPresent() && !scopes.get().isTooMany()) {
      BulkScopes known = scopes.get();
      Typed<BulkStep> step = form.step(known.ground().limits());
      stepProblem = step.problem();
      planning = step.meaning().isPresent();
      Map<Subject, Edit> staged = new LinkedHashMap<>();
      editing.changes().edits().forEach(edit -> staged.put(edit.subject(), edit));
      step.meaning()
          .ifPresent(does ->
              desk.calls()
                  .ask(() -> BulkPlan.of(known, does, staged), result -> take(mine, result)));
    }
    listener.run();
  }

  private void take(int asked, BulkPlan result) {
    if (asked == planned) {
      planning = false;
      plan = result;
      listener.run();
    }
  }

  /// What is wrong with what is typed; empty where nothing is.
  public String typedProblem() {
    return stepProblem;
  }

  /// What would become of each limit.
  public BulkPlan plan() {
    return plan;
  }

  /// What there is to say about the scopes and what becomes of them, in a line.
  public String summary() {
    if (lookingUp) {
      return progress;
    }
    if (!problem.isEmpty()) {
      return problem;
    }
    if (scopes.isEmpty()) {
      return Wording.text(byQuery ? "bulk.noQuery" : "bulk.noMarks");
    }
    BulkScopes known = scopes.get();
    if (known.isTooMany()) {
      return Wording.text(
          "bulk.tooMany", Figures.whole(known.total()), Figures.whole(BulkScopes.COUNT_MAX));
    }
    var line = new StringBuilder(counted("bulk.scopes", known.scopes().size()));
    count(line, "bulk.gone", known.gone());
    if (planning || !stepProblem.isEmpty()) {
      return line.toString();
    }
    line.append(" · ").append(counted("bulk.changed", plan.changed()));
    count(line, "bulk.failed", plan.failed());
    count(line, "bulk.same", plan.same());
    count(line, "bulk.without", plan.without());
    return line.toString();
  }

  /// Whether there are more scopes than can be changed at once.
  public boolean isTooMany() {
    return scopes.filter(BulkScopes::isTooMany).isPresent();
  }

  private static void count(StringBuilder line, String key, int count) {
    if (count > 0) {
      line.append(" · ").append(Wording.text(key, Figures.whole(count)));
    }
  }

  /// Counted in words, with the singular for one.
  private static String counted(String key, int count) {
    return Wording.text(count == 1 ? key + ".one" : key, Figures.whole(count));
  }

  /// Why it cannot be staged; empty where it can.
  public String whyNotStage() {
    if (!editing.lock().isUnlocked()) {
      return Wording.text("lock.locked");
    }
    if (isBusy()) {
      return Wording.text("bulk.busy");
    }
    if (scopes.isEmpty() || isTooMany()) {
      return summary();
    }
    if (!stepProblem.isEmpty()) {
      return stepProblem;
    }
    return plan.changed() == 0 ? Wording.text("draft.same") : "";
  }

  /// Stages all of it, as one batch.
  public void stage() {
    if (whyNotStage().isEmpty() && scopes.isPresent()) {
      editing.lock().use();
      editing.changes().stageAll(scopes.get().ground(), form.name(), plan.edits());
    }
  }

  /// Whether edits can be made, and lets them be made.
  public boolean isUnlocked() {
    return editing.lock().isUnlocked();
  }

  /// Lets edits be made.
  public void unlock() {
    editing.lock().set(true);
    listener.run();
  }
}
