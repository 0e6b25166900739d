package dev.headroom.console;

import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Reply;
import dev.headroom.client.embedded.EmbeddedInstance;
import dev.headroom.client.embedded.LocalFolder;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Config;
import dev.headroom.model.Limit;
import dev.headroom.model.Money;
import dev.headroom.model.Outcome;
import dev.headroom.model.Period;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import dev.headroom.model.UsageRecord;
import dev.headroom.node.DataFolder;
import dev.headroom.node.Node;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A real instance with a handful of scopes, limits and allocations, and a clock that is moved by
/// hand: the same in every test and picture.
public final class SmallWorld implements AutoCloseable {
  private volatile Instant now = Instant.parse("2026-03-04T14:00:00Z");
  private final Node node;
  private final EmbeddedInstance instance;
  private final Runnable end;
  private int requests;

  private SmallWorld() {
    node = Node.remembering(() -> now);
    instance = new EmbeddedInstance("launch rush", InstanceInfo.Kind.SANDBOX, node);
    end = node::close;
    configure();
    populate();
  }

  private SmallWorld(Path folder) throws IOException {
    LocalFolder open =
        LocalFolder.named(folder, DataFolder.open(folder, () -> now, DataFolder.Progress.UNSEEN));
    node = open.node();
    instance = open.instance();
    end = open::close;
    configure();
    populate();
  }

  /// The world as it begins: swarm s1 of ada close to its token limit, bot-ci beyond its own,
  /// somebody waiting for memory.
  public static SmallWorld open() {
    return new SmallWorld();
  }

  /// The same in a folder, where it survives.
  public static SmallWorld in(Path folder) throws IOException {
    return new SmallWorld(folder);
  }

  /// The instance to look at.
  public Instance instance() {
    return instance;
  }

  /// What its clock says.
  public Instant now() {
    return now;
  }

  /// Lets time pass.
  public void pass(Duration span) {
    now = now.plus(span);
    node.advance();
  }

  /// Reserves `amount` and consumes `used` of it.
  public Optional<AllocationId> use(String path, ResourceType type, long amount, long used) {
    Optional<AllocationId> allocation =
        allocate(path, List.of(RequestLine.required(type, amount)), Duration.ZERO);
    if (used > 0) {
      allocation.ifPresent(
          id -> decided(instance.recordUsage(nextId(), UsageRecord.of(id, type, used))));
    }
    return allocation;
  }

  /// Consumes a token there that costs so many credits.
  public void pay(String path, String credits) {
    AllocationId id = use(path, ResourceType.TOKENS, 1, 0).orElseThrow();
    var usage =
        new UsageRecord(
            id,
            ResourceType.TOKENS,
            1,
            Optional.of(Money.of(new BigDecimal(credits))),
            "",
            Map.of());
    decided(instance.recordUsage(nextId(), usage));
  }

  /// Limits a scope that has no limits yet, over its lifetime.
  public void limit(String path, ResourceType type, long amount) {
    ScopePath scope = ScopePath.of(path);
    Change change = limits(scope, limit(scope, type, Limit.Terms.hard(amount)));
    decided(instance.apply(new Command.ApplyChanges(nextId(), List.of(change), "ops", "tight")));
  }

  /// A pool of 12 cores of which ada and bot-ci are guaranteed 4 each.
  public void quotaPool() {
    Pool.Terms terms =
        Pool.Terms.of(12_000)
            .withSharing(SharingPolicy.QUOTA)
            .withMembers(
                List.of(
                    new Pool.Member(ScopePath.of("/user:ada"), 4_000, 1),
                    new Pool.Member(ScopePath.of("/user:bot-ci"), 4_000, 1)));
    Pool pool = new Pool(new PoolId("cores"), ScopePath.ROOT, ResourceType.COMPUTE, terms);
    Change change = new Change.PutPool(pool, 0);
    decided(instance.apply(new Command.ApplyChanges(nextId(), List.of(change), "ops", "share")));
  }

  /// Gives a scope another amount of a type, as somebody else would.
  public void raise(String path, ResourceType type, long amount) {
    ScopePath scope = ScopePath.of(path);
    List<Limit> limits = new ArrayList<>();
    for (Limit limit : config().limits()) {
      if (limit.path().equals(scope)) {
        limits.add(
            limit.type() == type
                ? new Limit(scope, type, limit.terms().withAmount(amount))
                : limit);
      }
    }
    long version = decided(instance.scope(scope)).version();
    Change change = new Change.PutLimits(scope, limits, version);
    decided(instance.apply(new Command.ApplyChanges(nextId(), List.of(change), "eve", "mine")));
  }

  /// All limits and pools as they hold.
  public Config config() {
    return decided(instance.config()).config();
  }

  /// The addresses of all scopes at which alerts stand.
  public Set<String> alerted() {
    return decided(instance.alerts().standing(ScopePath.ROOT, 100)).alerts().stream()
        .map(alert -> alert.constraint().path().text())
        .collect(Collectors.toSet());
  }

  /// How many wait at and below a scope.
  public int waiters(String path) {
    return decided(instance.waits(ScopePath.of(path), 0, 1)).total();
  }

  /// Asks for several types at once, waiting up to `wait`.
  public Optional<AllocationId> allocate(String path, List<RequestLine> lines, Duration wait) {
    var request =
        new AllocationRequest(
            ScopePath.of(path),
            lines,
            Priority.NORMAL,
            Duration.ofHours(8),
            wait,
            false,
            false,
            "write the summary",
            Map.of());
    return switch (decided(instance.allocate(nextId(), request))) {
      case Outcome.Granted granted -> Optional.of(granted.allocation());
      case Outcome.Partial partial -> Optional.of(partial.allocation());
      case Outcome.Queued _, Outcome.Denied _ -> Optional.empty();
    };
  }

  @Override
  public void close() {
    instance.close();
    end.run();
  }

  private void configure() {
    Period day = Period.of("P1D");
    Period minute = Period.of("PT1M");
    ScopePath root = ScopePath.ROOT;
    ScopePath ada = ScopePath.of("/user:ada");
    ScopePath swarm = ScopePath.of("/user:ada/swarm:s1");
    ScopePath bot = ScopePath.of("/user:bot-ci");
    List<Change> changes = new ArrayList<>();
    changes.add(
        limits(
            root,
            limit(root, ResourceType.TOKENS, Limit.Terms.hard(50_000_000).per(day)),
            limit(root, ResourceType.CREDITS, Limit.Terms.hard(250_000)),
            limit(root, ResourceType.MEMORY, Limit.Terms.hard(64L << 30)),
            limit(root, ResourceType.API_CALLS, Limit.Terms.hard(6_000).per(minute))));
    changes.add(
        limits(
            ada,
            limit(ada, ResourceType.TOKENS, Limit.Terms.hard(120_000).per(day)),
            limit(ada, ResourceType.CREDITS, Limit.Terms.hard(10_000)),
            limit(ada, ResourceType.MEMORY, Limit.Terms.hard(24L << 30)),
            limit(ada, ResourceType.API_CALLS, Limit.Terms.hard(900).per(minute))));
    changes.add(
        limits(
            swarm,
            limit(swarm, ResourceType.TOKENS, Limit.Terms.hard(40_000).per(day)),
            limit(swarm, ResourceType.MEMORY, Limit.Terms.hard(16L << 30)),
            limit(swarm, ResourceType.API_CALLS, Limit.Terms.hard(600).per(minute))));
    changes.add(limits(bot, limit(bot, ResourceType.TOKENS, Limit.Terms.hard(100_000).per(day))));
    changes.add(
        new Change.PutPool(
            new Pool(
                new PoolId("llm"),
                root,
                ResourceType.TOKENS,
                Pool.Terms.of(20_000_000).replenished(50_000, Duration.ofMinutes(1))),
            0));
    var command = new Command.ApplyChanges(nextId(), changes, "ops", "first budget");
    decided(instance.apply(command));
  }

  private void populate() {
    use("/user:ada/swarm:s1/run:r7/step:3", ResourceType.TOKENS, 21_000, 19_800);
    use("/user:ada/swarm:s1/run:r8", ResourceType.TOKENS, 18_000, 17_400);
    use("/user:ada/swarm:s1/run:r8", ResourceType.MEMORY, 14L << 30, 9L << 30);
    use("/user:ada/swarm:s1/run:r7", ResourceType.API_CALLS, 210, 200);
    use("/user:ada/swarm:s2-nightly/run:r1", ResourceType.TOKENS, 54_000, 50_000);
    use("/user:ada/swarm:s2-nightly/run:r1", ResourceType.CREDITS, 5_600, 5_512);
    use("/user:bot-ci/run:build-881", ResourceType.TOKENS, 99_000, 114_000);
    use("/user:marie/swarm:atlas/run:r2", ResourceType.TOKENS, 212_000, 100_000);
    use("/user:noor/session:morning/run:r1", ResourceType.CREDITS, 900, 120);
    use("/user:oskar/run:r2", ResourceType.MEMORY, 8L << 30, 5L << 30);
    use("/user:team-search/swarm:crawl/run:r44", ResourceType.API_CALLS, 800, 780);
    List<RequestLine> much = List.of(RequestLine.required(ResourceType.TOKENS, 2_400));
    allocate("/user:ada/swarm:s1/run:r7/step:4", much, Duration.ofMinutes(20));
    List<RequestLine> memory = List.of(RequestLine.required(ResourceType.MEMORY, 4L << 30));
    allocate("/user:ada/swarm:s1/run:r9", memory, Duration.ofMinutes(20));
    pass(Duration.ofSeconds(130));
  }

  private RequestId nextId() {
    requests++;
    return new RequestId("world-" + requests);
  }

  private static Change.PutLimits limits(ScopePath path, Limit... limits) {
    return new Change.PutLimits(path, List.of(limits), 0);
  }

  private static Limit limit(ScopePath path, ResourceType type, Limit.Terms terms) {
    return new Limit(path, type, terms);
  }

  private static <T> T decided(Reply<T> reply) {
    return switch (reply) {
      case Reply.Decided<T>(var value) -> value;
      case Reply.Refused<T>(var refusal) -> throw new AssertionError(refusal.sentence());
      case Reply.Silence<T>(var _, var cause) -> throw new AssertionError(cause);
    };
  }
}
