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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Changes that are staged, tried out, and then applied all at once with a reason, or not at all.
/// What somebody else changes meanwhile is never overwritten unseen: it is brought together field
/// by field (L9). For the UI thread only.
public final class ChangeSet {
  private final Operator operator;
  private final Map<Subject, Edit> edits = new LinkedHashMap<>();
  private final Map<Subject, Batch> batches = new HashMap<>();
  private final Bases bases = new Bases();
  private final List<Applied> applied = new ArrayList<>();
  private final Trial trial;
  private final SpanTrial spanTrial;
  private final Attempt attempt;
  private final AtomicReference<Optional<Refusal>> refusal =
      new AtomicReference<>(Optional.empty());
  private List<Merge> merges = List.of();
  private Optional<Ground> mergeGround = Optional.empty();
  private Map<Subject, Batch> mergeBatches = Map.of();
  private int batchCount;
  private Config config = Config.EMPTY;
  private String problem = "";
  private String typedName = "";
  private final List<Runnable> listeners = new ArrayList<>();

  /// An empty set.
  public ChangeSet(Operator operator) {
    this.operator = operator;
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
    put(ground, edit, Optional.empty());
    tryOut();
  }

  /// Adds many at once, which can be taken back one by one or together.
  ///
  /// @param name what they are together, in words
  public void stageAll(Ground ground, String name, List<Edit> all) {
    attempt.clear();
    batchCount++;
    Optional<Batch> batch = Optional.of(new Batch(batchCount, name));
    all.forEach(edit -> put(ground, edit, batch));
    tryOut();
  }

  /// Adds many that were worked out some time ago, on what holds now: where somebody has changed
  /// the same field since, one must choose.
  ///
  /// @param name what they are together, in words
  public void stageLate(String name, List<Edit> all) {
    attempt.clear();
    batchCount++;
    var batch = new Batch(batchCount, name);
    ground(
        all.stream().map(Edit::subject).toList(),
        ground -> {
          all.forEach(edit -> batches.put(edit.subject(), batch));
          bringTogether(ground, all);
        });
  }

  /// @param batch of which it is a part; one that is changed by itself is part of none any more
  private void put(Ground ground, Edit edit, Optional<Batch> batch) {
    config = ground.config();
    batches.remove(edit.subject());
    Optional<Edit> known = Optional.ofNullable(edits.get(edit.subject()));
    Edit whole =
        new Edit(edit.subject(), known.map(Edit::before).orElse(edit.before()), edit.after());
    if (whole.changesNothing()) {
      drop(edit.subject());
      return;
    }
    edits.put(edit.subject(), whole);
    batch.ifPresent(part -> batches.put(edit.subject(), part));
    bases.remember(ground, edit.subject());
  }

  /// Takes a change back.
  public void revert(Subject subject) {
    drop(subject);
    tryOut();
  }

  /// Takes back all that was staged together.
  public void revert(Batch batch) {
    batches.entrySet().stream()
        .filter(part -> part.getValue().equals(batch))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::drop);
    tryOut();
  }

  /// Takes all back.
  public void discard() {
    forget();
    tryOut();
  }

  private void forget() {
    edits.clear();
    batches.clear();
    bases.clear();
    merges = List.of();
    mergeGround = Optional.empty();
    problem = "";
    typedName = "";
  }

  private void drop(Subject subject) {
    edits.remove(subject);
    batches.remove(subject);
    bases.forget(subject);
  }

  /// What is staged, in the order in which it was.
  public List<Edit> edits() {
    return List.copyOf(edits.values());
  }

  /// With what else a change was staged, if with anything.
  public Optional<Batch> batch(Subject subject) {
    return Optional.ofNullable(batches.get(subject));
  }

  public int size() {
    return edits.size();
  }

  /// Whether something of a scope is staged.
  public boolean isPending(String address) {
    return bases.concern(ScopePath.of(address));
  }

  /// The staged change of a limit or pool.
  public Optional<Edit> staged(Subject subject) {
    return Optional.ofNullable(edits.get(subject));
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
    Config now = config;
    List<Edit> all = edits();
    trial.ask(changes(), () -> Issues.warnings(now, all));
    spanTrial.clear();
    tell();
  }

  /// What to know before it is applied.
  public List<Issue> issues() {
    List<Issue> issues = new ArrayList<>();
    if (!problem.isEmpty()) {
      issues.add(new Issue(true, problem));
    }
    if (!merges.isEmpty()) {
      issues.add(new Issue(true, Wording.text("issue.overtaken")));
    }
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
    if (edits.isEmpty()) {
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
    return edits.keySet().stream().anyMatch(subject -> subject.path().equals(ScopePath.ROOT))
        ? operator.nameToType()
        : Optional.empty();
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
          forget();
          trial.ask(List.of(), List::of);
          return Wording.text("changes.applied", all.size(), changed.version());
        });
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
    List<Edit> inverse = done.edits().stream().map(Edit::inverse).toList();
    ground(inverse.stream().map(Edit::subject).toList(), ground -> bringTogether(ground, inverse));
  }

  /// Changes that somebody else overtook in a way that one must choose.
  public List<Merge> merges() {
    return merges;
  }

  /// Stages what comes of the choices.
  public void settle() {
    if (mergeGround.isPresent()) {
      Ground ground = mergeGround.get();
      List<Edit> results = merges.stream().map(Merge::result).toList();
      merges = List.of();
      mergeGround = Optional.empty();
      attempt.clear();
      results.forEach(edit -> put(ground, edit, batchOfMerge(edit.subject())));
      tryOut();
    }
  }

  private void afterAttempt() {
    if (refusal.getAndSet(Optional.empty()).orElse(null) instanceof Refusal.StaleVersion) {
      List<Edit> mine = edits();
      ground(List.copyOf(edits.keySet()), ground -> bringTogether(ground, mine));
    }
    tell();
  }

  private void bringTogether(Ground ground, List<Edit> mine) {
    List<Merge> clashing = new ArrayList<>();
    List<Edit> results = new ArrayList<>();
    mergeBatches = Map.copyOf(batches);
    for (Edit edit : mine) {
      drop(edit.subject());
      var merge = new Merge(edit, ground.value(edit.subject()));
      if (merge.clashes().isEmpty()) {
        results.add(merge.result());
      } else {
        clashing.add(merge);
      }
    }
    merges = List.copyOf(clashing);
    mergeGround = clashing.isEmpty() ? Optional.empty() : Optional.of(ground);
    results.forEach(edit -> put(ground, edit, batchOfMerge(edit.subject())));
    tryOut();
  }

  private Optional<Batch> batchOfMerge(Subject subject) {
    return Optional.ofNullable(mergeBatches.get(subject));
  }

  /// Fetches what holds now at these subjects.
  private void ground(List<Subject> subjects, Consumer<Ground> then) {
    Instance instance = operator.instance();
    Set<ScopePath> scopes = new TreeSet<>();
    subjects.forEach(subject -> scopes.add(subject.path()));
    operator
        .calls()
        .ask(
            () -> Ground.ask(instance, scopes),
            reply -> {
              problem = Phrases.problem(reply);
              if (reply instanceof Reply.Decided<Ground>(var ground)) {
                then.accept(ground);
              }
              tell();
            });
  }

  private List<Change> changes() {
    return bases.changes(edits.values());
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }
}
