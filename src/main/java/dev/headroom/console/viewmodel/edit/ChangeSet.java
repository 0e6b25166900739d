package dev.headroom.console.viewmodel.edit;

import dev.headroom.client.Dispatch;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.action.Attempt;
import dev.headroom.console.viewmodel.action.Operator;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Config;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Changes that are staged, tried out, and then applied all at once with a reason, or not at all.
/// What somebody else changes meanwhile is never overwritten unseen: it is brought together field
/// by field (L9). For the UI thread only.
public final class ChangeSet {
  private final Operator operator;
  private final List<Applied> applied = new ArrayList<>();
  private final Trial trial;
  private final SpanTrial spanTrial;
  private final Attempt attempt;
  private final AtomicReference<Optional<Refusal>> refusal =
      new AtomicReference<>(Optional.empty());
  private final Staging staging;
  private final Reconciling reconciling;
  private int batchCount;
  private String typedName = "";
  private final List<Runnable> listeners = new ArrayList<>();

  /// An empty set.
  public ChangeSet(Operator operator) {
    this.operator = operator;
    staging = new Staging(operator.calls(), this::tell);
    reconciling = new Reconciling(operator, staging, this::tryOut, this::tell);
    trial = new Trial(operator, this::tell);
    spanTrial = new SpanTrial(operator, this::changes, this::tell);
    attempt = new Attempt(operator, this::afterAttempt);
  }

  /// Who is told, besides others, when something has changed here.
  public void listen(Runnable told) {
    listeners.add(told);
  }

  /// Adds a change; a second of the same thing replaces the first, and one that changes nothing is
  /// none.
  ///
  /// @param ground what it is based on
  public void stage(Ground ground, Edit edit) {
    attempt.clear();
    staging.inTurn(() -> {
      staging.now().put(ground, edit, Optional.empty());
      tryOut();
    });
  }

  /// Adds many at once, which can be taken back one by one or together.
  ///
  /// @param name what they are together, in words
  public void stageAll(Ground ground, String name, List<Edit> all) {
    attempt.clear();
    Optional<Batch> batch = Optional.of(newBatch(name));
    staging.change(
        all.size(),
        next -> {
          all.forEach(edit -> next.put(ground, edit, batch));
          return batch;
        },
        _ -> tryOut());
  }

  /// Adds many that were worked out some time ago, on what holds now: where somebody has changed
  /// the same field since, one must choose.
  ///
  /// @param name what they are together, in words
  public void stageLate(String name, List<Edit> all) {
    attempt.clear();
    reconciling.begin(all, Optional.of(newBatch(name)));
  }

  private Batch newBatch(String name) {
    batchCount++;
    return new Batch(batchCount, name);
  }

  /// Whether very much is being staged; what is changed meanwhile comes after it.
  public boolean isStaging() {
    return staging.isUnderway();
  }

  /// Takes a change back.
  public void revert(Subject subject) {
    staging.inTurn(() -> {
      staging.now().drop(subject);
      tryOut();
    });
  }

  /// Takes back all that was staged together.
  public void revert(Batch batch) {
    staging.inTurn(() -> {
      staging.now().drop(batch);
      tryOut();
    });
  }

  /// Takes all back.
  public void discard() {
    staging.inTurn(() -> {
      forget();
      tryOut();
    });
  }

  private void forget() {
    staging.clear();
    reconciling.forget();
    typedName = "";
  }

  /// What is staged, in the order in which it was; the same list until something changes.
  public List<Edit> edits() {
    return staging.now().edits();
  }

  /// With what else a change was staged, if with anything.
  public Optional<Batch> batch(Subject subject) {
    return staging.now().batch(subject);
  }

  public int size() {
    return staging.now().size();
  }

  /// Whether something of a scope is staged.
  public boolean isPending(String address) {
    return staging.now().concerns(ScopePath.of(address));
  }

  /// The staged change of a limit or pool.
  public Optional<Edit> staged(Subject subject) {
    return staging.now().at(subject);
  }

  /// What the change set would do.
  public List<Effect> effects() {
    return trial.effects();
  }

  /// What there is to say about finding that out.
  public String trialText() {
    return trial.text();
  }

  /// Whether that is being found out.
  public boolean isTrying() {
    return trial.isUnderway();
  }

  /// What it would have done to the time just past.
  public SpanTrial spanTrial() {
    return spanTrial;
  }

  /// Ends finding out.
  public void cancelTrial() {
    trial.cancel();
  }

  /// Finds out again.
  public void tryOut() {
    Config now = staging.now().config();
    List<Edit> all = edits();
    trial.ask(changes(), () -> Issues.warnings(now, all));
    spanTrial.clear();
    tell();
  }

  /// What to know before it is applied.
  public List<Issue> issues() {
    List<Issue> issues = new ArrayList<>(reconciling.issues());
    trial
        .refusal()
        .filter(known -> !(known instanceof Refusal.StaleVersion))
        .ifPresent(known -> issues.add(issue(known)));
    issues.addAll(trial.warnings());
    return List.copyOf(issues);
  }

  /// Who may not try changes out may be allowed to make them all the same.
  private static Issue issue(Refusal refusal) {
    return new Issue(!(refusal instanceof Refusal.NotAllowed), Phrases.refusal(refusal));
  }

  /// Why it cannot be applied; empty where it can.
  public String whyNotApply(String reason) {
    if (staging.isUnderway()) {
      return Wording.text("changes.staging");
    }
    if (staging.now().size() == 0) {
      return Wording.text("changes.none");
    }
    if (!operator.lock().isEmpty()) {
      return operator.lock();
    }
    Optional<Issue> blocking = issues().stream().filter(Issue::blocks).findFirst();
    if (blocking.isPresent()) {
      return blocking.get().text();
    }
    if (reason.isBlank()) {
      return Wording.text("action.reason.missing");
    }
    return nameToType()
        .filter(name -> !name.equals(typedName.strip()))
        .map(name -> Wording.text("changes.production.missing", name))
        .orElse("");
  }

  /// What must be typed before this is applied, since others depend on the place and something at
  /// `/` changes for everybody there; empty where nothing must.
  public Optional<String> nameToType() {
    return staging.now().concerns(ScopePath.ROOT) ? operator.nameToType() : Optional.empty();
  }

  /// Somebody typed a name, to confirm what [#nameToType] asks for; it holds for one application.
  public void typeName(String typed) {
    typedName = typed;
  }

  /// Applies all of it, or nothing.
  public void apply(String reason) {
    if (!whyNotApply(reason).isEmpty()) {
      return;
    }
    Instance instance = operator.instance();
    List<Edit> all = edits();
    var command =
        new Command.ApplyChanges(operator.newId(), changes(), operator.name(), reason.strip());
    refusal.set(Optional.empty());
    var way = new Dispatch();
    attempt.send(
        way,
        () -> {
          Reply<Outcome.ConfigChanged> reply = instance.apply(command, way);
          refusal.set(
              reply instanceof Reply.Refused<Outcome.ConfigChanged>(var why)
                  ? Optional.of(why)
                  : Optional.empty());
          return reply;
        },
        changed -> {
          applied.add(new Applied(changed.version(), operator.now(), reason.strip(), all));
          staging.inTurn(this::forget);
          trial.ask(List.of(), List::of);
        },
        changed -> Wording.text("changes.applied", all.size(), changed.version()));
  }

  /// What came of applying it.
  public Attempt attempt() {
    return attempt;
  }

  /// What was applied here, the oldest first.
  public List<Applied> applied() {
    return List.copyOf(applied);
  }

  /// Stages the inverse of what was applied, on what holds today; where somebody has changed the
  /// same field since, one must choose.
  public void undo(Applied done) {
    attempt.clear();
    reconciling.begin(done.edits().stream().map(Edit::inverse).toList(), Optional.empty());
  }

  /// Changes that somebody else overtook in a way that one must choose.
  public List<Merge> merges() {
    return reconciling.merges();
  }

  /// Stages what comes of the choices.
  public void settle() {
    if (!merges().isEmpty()) {
      attempt.clear();
      reconciling.settle();
    }
  }

  private void afterAttempt() {
    if (refusal.getAndSet(Optional.empty()).orElse(null) instanceof Refusal.StaleVersion) {
      reconciling.begin(edits(), Optional.empty());
    }
    tell();
  }

  private List<Change> changes() {
    return staging.now().changes();
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }
}
