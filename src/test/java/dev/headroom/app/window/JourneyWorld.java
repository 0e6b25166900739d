package dev.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.AllocationQuery;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.model.AlertState;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Config;
import dev.headroom.model.Conflict;
import dev.headroom.model.Limit;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.WaitStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an administrator finds, on whatever instance: swarm s1 of ada almost out of tokens with two
/// who wait there and one who may be preempted, and a bot that has used up its own. Others act on
/// it as well.
final class JourneyWorld {
  private static final int PAGE = 100;

  private final Instance instance;
  private int requests;

  JourneyWorld(Instance instance) {
    this.instance = instance;
  }

  void populate() {
    limit("/user:ada/swarm:s1", 40_000);
    limit("/user:bot", 1_000);
    limit("/user:kim", 50_000);
    reserve("/user:ada/swarm:s1/run:r8", 36_000, Duration.ZERO);
    reserve("/user:ada/swarm:s1/run:r6", 3_000, Duration.ZERO, Priority.LOW);
    reserve("/user:ada/swarm:s1/run:r7", 2_400, Duration.ofMinutes(20));
    reserve("/user:ada/swarm:s1/run:r9", 30_000, Duration.ofMinutes(20));
    reserve("/user:bot", 1_000, Duration.ZERO);
    reserve("/user:kim", 10, Duration.ZERO);
  }

  /// Reserves tokens, or waits for them.
  void reserve(String path, long tokens, Duration wait) {
    reserve(path, tokens, wait, Priority.NORMAL);
  }

  private void reserve(String path, long tokens, Duration wait, Priority priority) {
    var request =
        new AllocationRequest(
            ScopePath.of(path),
            List.of(RequestLine.required(ResourceType.TOKENS, tokens)),
            priority,
            Duration.ofHours(8),
            wait,
            false,
            false,
            "a summary",
            Map.of());
    decided(instance.allocate(nextId(), request));
  }

  /// Gives a scope that many tokens, as a colleague would.
  void limit(String path, long tokens) {
    ScopePath scope = ScopePath.of(path);
    long version =
        instance.scope(scope) instanceof Reply.Decided<dev.headroom.model.ScopeStatus>(var status)
            ? status.version()
            : 0;
    var limit = new Limit(scope, ResourceType.TOKENS, Limit.Terms.hard(tokens));
    var change = new Change.PutLimits(scope, List.of(limit), version);
    var command = new Command.ApplyChanges(nextId(), List.of(change), "eve", "a colleague's");
    decided(instance.apply(command));
  }

  /// How many tokens a scope may use.
  long limitOf(String path) {
    return config().limits().stream()
        .filter(limit -> limit.path().text().equals(path))
        .mapToLong(limit -> limit.terms().amount())
        .findFirst()
        .orElseThrow();
  }

  Config config() {
    return decided(instance.config()).config();
  }

  /// How many wait at and below a scope.
  int waiters(String path) {
    return decided(instance.waits(ScopePath.of(path), 0, 1)).total();
  }

  /// Those who wait at and below a scope, first who comes first.
  List<WaitStatus> line(String path) {
    return decided(instance.waits(ScopePath.of(path), 0, PAGE)).waits();
  }

  /// What was decided about one who waits, or waited, oldest first.
  List<Conflict.Decision> decisions(WaitStatus wait) {
    return decided(instance.decisions(wait.id())).stream().map(Conflict.Episode::decision).toList();
  }

  /// Whose allocations there are at and below a scope.
  List<String> holders(String path) {
    return decided(instance.allocations(new AllocationQuery(ScopePath.of(path), false, 0, PAGE)))
        .allocations()
        .stream()
        .map(allocation -> allocation.path().text())
        .toList();
  }

  /// The scopes of all alerts in a state.
  List<String> alerts(AlertState state) {
    return decided(instance.alerts().overview(ScopePath.ROOT, Set.of(state))).alerts().stream()
        .map(alert -> alert.constraint().path().text())
        .toList();
  }

  private RequestId nextId() {
    return new RequestId("colleague-" + requests++);
  }

  private static <T> T decided(Reply<T> reply) {
    assertThat(reply).isInstanceOf(Reply.Decided.class);
    return ((Reply.Decided<T>) reply).value();
  }
}
