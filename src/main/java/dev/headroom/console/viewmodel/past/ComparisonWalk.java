package dev.headroom.console.viewmodel.past;

import dev.headroom.client.AlertPage;
import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.client.ScopeQuery;
import dev.headroom.client.VersionedConfig;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/// Goes through two instances scope by scope and collects what is different. Takes no more memory
/// than the siblings of one scope, however many scopes there are. One thread.
final class ComparisonWalk {
  private static final int ALERTS_MAX = 10_000;

  /// After how many scopes it is told how far it is.
  private static final int TOLD_EVERY = 5_000;

  private final Instance before;
  private final Instance after;
  private final Cancellation cancellation;
  private final IntConsumer progress;
  private final Comparison.Collector found = new Comparison.Collector();
  private Optional<Reply<Comparison>> failure = Optional.empty();

  /// @param before at the earlier instant
  /// @param after at the later
  /// @param progress is told how many scopes were compared by now
  ComparisonWalk(Instance before, Instance after, Cancellation cancellation, IntConsumer progress) {
    this.before = before;
    this.after = after;
    this.cancellation = cancellation;
    this.progress = progress;
  }

  /// Compares a scope and all below it, with what is alarming and what holds there.
  Reply<Comparison> compare(ScopePath home) {
    compare(home, find(before.scope(home)), find(after.scope(home)));
    Deque<ScopePath> parents = new ArrayDeque<>();
    parents.add(home);
    while (!parents.isEmpty() && failure.isEmpty()) {
      compareBelow(parents.removeLast(), parents);
    }
    require(before.alerts().standing(home, ALERTS_MAX))
        .ifPresent(then ->
            require(after.alerts().standing(home, ALERTS_MAX))
                .ifPresent((AlertPage now) ->
                    found.add(StateDifference.ofAlerts(then.alerts(), now.alerts()))));
    if (home.isRoot()) {
      require(before.config())
          .ifPresent(then ->
              require(after.config())
                  .ifPresent((VersionedConfig now) ->
                      found.add(StateDifference.ofConfig(then.config(), now.config()))));
    }
    return failure.orElseGet(() -> new Reply.Decided<>(found.result()));
  }

  private void compareBelow(ScopePath parent, Deque<ScopePath> parents) {
    Map<ScopePath, ScopeStatus> then = children(before, parent);
    Map<ScopePath, ScopeStatus> now = children(after, parent);
    Set<ScopePath> all = new LinkedHashSet<>(now.keySet());
    all.addAll(then.keySet());
    for (ScopePath path : all) {
      Optional<ScopeStatus> was = Optional.ofNullable(then.get(path));
      Optional<ScopeStatus> is = Optional.ofNullable(now.get(path));
      compare(path, was, is);
      if (hasBelow(was) || hasBelow(is)) {
        parents.add(path);
      }
    }
  }

  private static boolean hasBelow(Optional<ScopeStatus> scope) {
    return scope.filter(known -> known.children() > 0).isPresent();
  }

  private void compare(ScopePath path, Optional<ScopeStatus> was, Optional<ScopeStatus> is) {
    if (was.isPresent() || is.isPresent()) {
      found.add(UseDifference.of(path, was, is));
      found.compared();
      if (found.scopes() % TOLD_EVERY == 0) {
        progress.accept(found.scopes());
      }
    }
  }

  /// All scopes directly below one; none where it is not there.
  private Map<ScopePath, ScopeStatus> children(Instance of, ScopePath parent) {
    Map<ScopePath, ScopeStatus> children = new LinkedHashMap<>();
    Optional<ScopePage> page = page(of, parent, 0);
    while (page.isPresent()) {
      page.get().scopes().forEach(scope -> children.put(scope.path(), scope));
      boolean more = !page.get().scopes().isEmpty() && children.size() < page.get().total();
      page = more ? page(of, parent, children.size()) : Optional.empty();
    }
    return children;
  }

  private Optional<ScopePage> page(Instance of, ScopePath parent, int offset) {
    if (cancellation.isCancelled()) {
      failure = Optional.of(new Reply.Silence<>(Duration.ZERO, "cancelled"));
      return Optional.empty();
    }
    return find(of.scopes(ScopeQuery.children(parent, offset, ScopeQuery.COUNT_MAX)));
  }

  /// What is there; a scope that is not is refused.
  private <T> Optional<T> find(Reply<T> reply) {
    return reply instanceof Reply.Refused<T> ? Optional.empty() : require(reply);
  }

  private <T> Optional<T> require(Reply<T> reply) {
    return switch (reply) {
      case Reply.Decided<T>(var answer) -> Optional.of(answer);
      case Reply.Refused<T>(var refusal) -> {
        failure = Optional.of(new Reply.Refused<>(refusal));
        yield Optional.empty();
      }
      case Reply.Silence<T>(var waited, var cause) -> {
        failure = Optional.of(new Reply.Silence<>(waited, cause));
        yield Optional.empty();
      }
    };
  }
}
