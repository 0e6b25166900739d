package dev.headroom.console.viewmodel.edit;

import static java.util.stream.Collectors.toCollection;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.action.Operator;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Brings staged changes together with what somebody else has changed since, field by field (L9);
/// where both have changed the same field, one must choose. For the UI thread only.
final class Reconciling {
  private final Operator operator;
  private final Staging staging;
  private final Runnable staged;
  private final Runnable told;
  private Optional<Staged.Overtaken> overtaken = Optional.empty();
  private String problem = "";

  /// @param staged is told when changes were staged
  /// @param told is told when there is something new to say
  Reconciling(Operator operator, Staging staging, Runnable staged, Runnable told) {
    this.operator = operator;
    this.staging = staging;
    this.staged = staged;
    this.told = told;
  }

  /// Stages changes on what holds now of what they change.
  ///
  /// @param named what they were staged as, where not with what is staged already
  void begin(List<Edit> mine, Optional<Batch> named) {
    Instance instance = operator.instance();
    operator
        .calls()
        .ask(
            () -> Ground.ask(instance, paths(mine)),
            reply -> {
              problem = Phrases.problem(reply);
              if (reply instanceof Reply.Decided<Ground>(var ground)) {
                bringTogether(ground, mine, named);
              }
              told.run();
            });
  }

  private static Set<ScopePath> paths(List<Edit> all) {
    return all.stream().map(edit -> edit.subject().path()).collect(toCollection(TreeSet::new));
  }

  private void bringTogether(Ground ground, List<Edit> mine, Optional<Batch> named) {
    staging.change(
        mine.size(),
        next -> next.bringTogether(ground, mine, named),
        result -> {
          overtaken = Optional.of(result).filter(found -> !found.clashing().isEmpty());
          staged.run();
        });
  }

  /// Changes that somebody else overtook in a way that one must choose.
  List<Merge> merges() {
    return overtaken.map(Staged.Overtaken::clashing).orElse(List.of());
  }

  /// Stages what comes of the choices.
  void settle() {
    overtaken.ifPresent(chosen -> {
      overtaken = Optional.empty();
      List<Edit> results = chosen.clashing().stream().map(Merge::result).toList();
      staging.change(
          results.size(),
          next -> {
            results.forEach(edit -> next.put(chosen.ground(), edit, chosen.batch(edit)));
            return next;
          },
          _ -> staged.run());
    });
  }

  /// Nothing is to be chosen any more.
  void forget() {
    overtaken = Optional.empty();
    problem = "";
  }

  /// What stands in the way of applying what is staged.
  List<Issue> issues() {
    List<Issue> issues = new ArrayList<>();
    if (!problem.isEmpty()) {
      issues.add(new Issue(true, problem));
    }
    if (overtaken.isPresent()) {
      issues.add(new Issue(true, Wording.text("issue.overtaken")));
    }
    return issues;
  }
}
