package dev.headroom.console.viewmodel.edit;

import dev.headroom.model.Change;
import dev.headroom.model.Config;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What is staged, in the order in which it was, with what each is based on and what else it was
/// staged with. Changed by one thread at a time, while nobody reads it.
final class Staged {
  private final Map<Subject, Edit> edits;
  private final Map<Subject, Batch> batches;
  private final Bases bases;
  private Config config;
  private Optional<List<Edit>> listed = Optional.empty();
  private Optional<List<Change>> told = Optional.empty();

  /// Nothing.
  Staged() {
    edits = new LinkedHashMap<>();
    batches = new HashMap<>();
    bases = new Bases();
    config = Config.EMPTY;
  }

  private Staged(Staged other) {
    edits = new LinkedHashMap<>(other.edits);
    batches = new HashMap<>(other.batches);
    bases = new Bases(other.bases);
    config = other.config;
  }

  /// What comes of a change of it, with everything worked out that is asked of it afterwards; this
  /// stays as it is.
  Staged with(Consumer<Staged> change) {
    var after = new Staged(this);
    change.accept(after);
    var _ = after.edits();
    var _ = after.changes();
    return after;
  }

  /// @param batch of which it is a part; one that is changed by itself is part of none any more
  void put(Ground ground, Edit edit, Optional<Batch> batch) {
    forgetLists();
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

  /// Those that somebody overtook.
  ///
  /// @param ground what holds now
  /// @param clashing where one must choose
  /// @param batches with what else each was staged
  record Overtaken(Ground ground, List<Merge> clashing, Map<Subject, Batch> batches) {
    /// With what else a change was staged, if with anything.
    Optional<Batch> batch(Edit edit) {
      return Optional.ofNullable(batches.get(edit.subject()));
    }
  }

  /// Puts changes on what holds now, but for those where somebody has changed the same field; these
  /// are dropped.
  ///
  /// @param named what they were staged as, where not with what is staged already
  Overtaken bringTogether(Ground ground, List<Edit> mine, Optional<Batch> named) {
    named.ifPresent(batch -> mine.forEach(edit -> batches.put(edit.subject(), batch)));
    Map<Subject, Batch> before = Map.copyOf(batches);
    List<Merge> clashing = new ArrayList<>();
    List<Edit> results = new ArrayList<>();
    for (Edit edit : mine) {
      drop(edit.subject());
      var merge = new Merge(edit, ground.value(edit.subject()));
      if (merge.clashes().isEmpty()) {
        results.add(merge.result());
      } else {
        clashing.add(merge);
      }
    }
    results.forEach(edit -> put(ground, edit, Optional.ofNullable(before.get(edit.subject()))));
    return new Overtaken(ground, List.copyOf(clashing), before);
  }

  void drop(Subject subject) {
    forgetLists();
    edits.remove(subject);
    batches.remove(subject);
    bases.forget(subject);
  }

  void drop(Batch batch) {
    batches.entrySet().stream()
        .filter(part -> part.getValue().equals(batch))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::drop);
  }

  private void forgetLists() {
    listed = Optional.empty();
    told = Optional.empty();
  }

  /// In the order in which they were staged; the same list until something changes.
  List<Edit> edits() {
    List<Edit> all = listed.orElseGet(() -> List.copyOf(edits.values()));
    listed = Optional.of(all);
    return all;
  }

  /// What an instance is told so that they happen; the same list until something changes.
  List<Change> changes() {
    List<Change> all = told.orElseGet(() -> bases.changes(edits.values()));
    told = Optional.of(all);
    return all;
  }

  Optional<Batch> batch(Subject subject) {
    return Optional.ofNullable(batches.get(subject));
  }

  Optional<Edit> at(Subject subject) {
    return Optional.ofNullable(edits.get(subject));
  }

  int size() {
    return edits.size();
  }

  /// Whether something of a scope is staged.
  boolean concerns(ScopePath path) {
    return bases.concern(path);
  }

  /// What was configured when something was staged last.
  Config config() {
    return config;
  }
}
