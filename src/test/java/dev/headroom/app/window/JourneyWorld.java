package dev.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Config;
import dev.headroom.model.Limit;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What an administrator finds, on whatever instance: swarm s1 of ada almost out of tokens with two
/// who wait there, and a bot that has used up its own. Others act on it as well.
final class JourneyWorld {
  private final Instance instance;
  private int requests;

  JourneyWorld(Instance instance) {
    this.instance = instance;
  }

  void populate() {
    limit("/user:ada/swarm:s1", 40_000);
    limit("/user:bot", 1_000);
    limit("/user:kim", 50_000);
    reserve("/user:ada/swarm:s1/run:r8", 39_000, Duration.ZERO);
    reserve("/user:ada/swarm:s1/run:r7", 2_400, Duration.ofMinutes(20));
    reserve("/user:ada/swarm:s1/run:r9", 30_000, Duration.ofMinutes(20));
    reserve("/user:bot", 1_000, Duration.ZERO);
    reserve("/user:kim", 10, Duration.ZERO);
  }

  /// Reserves tokens, or waits for them.
  void reserve(String path, long tokens, Duration wait) {
    var request =
        new AllocationRequest(
            ScopePath.of(path),
            List.of(RequestLine.required(ResourceType.TOKENS, tokens)),
            Priority.NORMAL,
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

  private RequestId nextId() {
    return new RequestId("colleague-" + requests++);
  }

  private static <T> T decided(Reply<T> reply) {
    assertThat(reply).isInstanceOf(Reply.Decided.class);
    return ((Reply.Decided<T>) reply).value();
  }
}
