package dev.headroom.client.embedded;

import dev.headroom.client.Advisor;
import dev.headroom.client.AlertHandling;
import dev.headroom.client.AllocationPage;
import dev.headroom.client.AllocationQuery;
import dev.headroom.client.Cancellation;
import dev.headroom.client.CheckpointKeeping;
import dev.headroom.client.ConflictPage;
import dev.headroom.client.ConflictQuery;
import dev.headroom.client.ConflictView;
import dev.headroom.client.Dispatch;
import dev.headroom.client.EventSubscriber;
import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.LiveSubscriber;
import dev.headroom.client.LiveView;
import dev.headroom.client.PastSource;
import dev.headroom.client.QuotaLending;
import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.client.ScopeQuery;
import dev.headroom.client.Subscription;
import dev.headroom.client.VersionedConfig;
import dev.headroom.client.WaitPage;
import dev.headroom.history.History;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictId;
import dev.headroom.model.Distribution;
import dev.headroom.model.Explanation;
import dev.headroom.model.Outcome;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.UsageRecord;
import dev.headroom.model.WaitStatus;
import dev.headroom.model.WhatIf;
import dev.headroom.model.forecast.UsageForecast;
import dev.headroom.model.replay.Hindsight;
import dev.headroom.model.replay.ReplayQuery;
import dev.headroom.model.report.UsageQuery;
import dev.headroom.model.report.UsageReport;
import dev.headroom.node.Node;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/// An instance whose engine runs in this process.
public final class EmbeddedInstance implements InProcess {
  private final Node node;
  private final EmbeddedQueries queries;
  private final EventLog eventLog;
  private final AdviceDesk advice;
  private final List<LiveView> views = new CopyOnWriteArrayList<>();
  private final Remembering remembering;
  private final EmbeddedPast past;

  /// An instance whose history begins when it is first asked for, as far back as events are kept.
  ///
  /// @param name for people
  /// @param kind sandbox or local
  /// @param node the engine; not closed with the instance
  public EmbeddedInstance(String name, InstanceInfo.Kind kind, Node node) {
    this(new EmbeddedQueries(name, kind, node), node, Optional.empty());
  }

  /// @param present the instance that goes on, where this is how it was
  private EmbeddedInstance(EmbeddedQueries queries, Node node, Optional<EmbeddedInstance> present) {
    this.queries = queries;
    this.node = node;
    eventLog = new EventLog(node);
    remembering = new Remembering(node, this, present.map(now -> now.remembering));
    advice = present.map(now -> now.advice.asOf(node)).orElseGet(() -> new AdviceDesk(node));
    past = new EmbeddedPast(node.past(), this::info, this::asOf);
  }

  private Instance asOf(Node then) {
    return new EmbeddedInstance(queries.asOf(then), then, Optional.of(this));
  }

  @Override
  public InstanceInfo info() {
    return queries.info();
  }

  @Override
  public Reply<Outcome.Allocated> allocate(RequestId id, AllocationRequest request) {
    return decide(new Command.Allocate(id, request), Outcome.Allocated.class);
  }

  @Override
  public Reply<Outcome.OfBatch> allocateAll(Command.AllocateBatch batch) {
    return decide(batch, Outcome.OfBatch.class);
  }

  @Override
  public Reply<Outcome.Batched> recordAll(Command.RecordUsageBatch batch) {
    return decide(batch, Outcome.Batched.class);
  }

  @Override
  public Reply<Outcome.Used> recordUsage(RequestId id, UsageRecord usage) {
    return decide(new Command.RecordUsage(id, usage), Outcome.Used.class);
  }

  @Override
  public Reply<Outcome.Released> release(RequestId id, AllocationId allocation) {
    return decide(new Command.Release(id, allocation), Outcome.Released.class);
  }

  @Override
  public Reply<Outcome.Renewed> renew(RequestId id, AllocationId allocation, Duration lease) {
    return decide(new Command.Renew(id, allocation, lease), Outcome.Renewed.class);
  }

  @Override
  public Reply<Outcome.Resized> resize(
      RequestId id, AllocationId allocation, ResourceType type, long amount) {
    return decide(new Command.Resize(id, allocation, type, amount), Outcome.Resized.class);
  }

  @Override
  public Reply<Outcome.Closed> closeScope(RequestId id, ScopePath path) {
    return decide(new Command.CloseScope(id, path), Outcome.Closed.class);
  }

  @Override
  public Reply<Outcome.ConfigChanged> apply(Command.ApplyChanges changes, Dispatch dispatch) {
    return dispatch.handOver()
        ? decide(changes, Outcome.ConfigChanged.class)
        : new Reply.Silence<>(Duration.ZERO, "taken back by the caller");
  }

  @Override
  public Reply<Outcome.ToppedUp> topUp(Command.TopUp topUp) {
    return decide(topUp, Outcome.ToppedUp.class);
  }

  @Override
  public QuotaLending lending() {
    return new EmbeddedLending(node);
  }

  @Override
  public Reply<Outcome.ScoreReported> reportScore(RequestId id, ScopePath path, long score) {
    return decide(new Command.ReportScore(id, path, score), Outcome.ScoreReported.class);
  }

  @Override
  public CheckpointKeeping checkpoints() {
    return new EmbeddedCheckpoints(node);
  }

  @Override
  public Reply<Distribution.Proposal> propose(Distribution distribution) {
    return queries.propose(distribution);
  }

  @Override
  public Reply<ScopePage> scopes(ScopeQuery query) {
    return queries.scopes(query);
  }

  @Override
  public Reply<ScopeStatus> scope(ScopePath path) {
    return queries.scope(path);
  }

  @Override
  public Reply<List<ScopeStatus>> scopesAt(List<ScopePath> paths) {
    return queries.scopesAt(paths);
  }

  @Override
  public Reply<Explanation> explain(ScopePath path, ResourceType type) {
    return queries.explain(path, type);
  }

  @Override
  public Reply<AllocationStatus> allocation(AllocationId allocation) {
    return queries.allocation(allocation);
  }

  @Override
  public Reply<ScopePath> placeOf(AllocationId allocation) {
    return queries.placeOf(allocation);
  }

  @Override
  public Reply<AllocationPage> allocations(AllocationQuery query) {
    return queries.allocations(query);
  }

  @Override
  public Reply<WaitPage> waits(ScopePath below, int offset, int count) {
    return queries.waits(below, offset, count);
  }

  @Override
  public Reply<ConflictPage> conflicts(ConflictQuery query) {
    return queries.conflicts(query);
  }

  @Override
  public Reply<ConflictView> conflict(ConflictId conflict, int waitingMax) {
    return queries.conflict(conflict, waitingMax);
  }

  @Override
  public Reply<Outcome.Resolved> resolve(Command.ResolveConflict resolution) {
    return decide(resolution, Outcome.Resolved.class);
  }

  @Override
  public Reply<List<Conflict.Episode>> decisions(AllocationId allocation) {
    return queries.decisions(allocation);
  }

  @Override
  public Reply<WaitStatus> waiting(AllocationId allocation) {
    return queries.waiting(allocation);
  }

  @Override
  public AlertHandling alerts() {
    return new EmbeddedAlerts(node);
  }

  @Override
  public Reply<Outcome.Foretold> foretell(Command.Foretell foretell) {
    return decide(foretell, Outcome.Foretold.class);
  }

  @Override
  public Reply<List<PoolStatus>> pools() {
    return queries.pools();
  }

  @Override
  public Reply<PoolStatus> pool(PoolId pool) {
    return queries.pool(pool);
  }

  @Override
  public Reply<VersionedConfig> config() {
    return queries.config();
  }

  @Override
  public Reply<WhatIf> whatIf(List<Change> changes, Cancellation cancellation) {
    return queries.whatIf(changes, cancellation);
  }

  @Override
  public Reply<Hindsight> replay(
      ReplayQuery query, Cancellation cancellation, DoubleConsumer progress) {
    return EmbeddedReplay.run(node, query, new Waiting(cancellation, progress));
  }

  @Override
  public PastSource past() {
    return past;
  }

  /// Keeps its history from now on, and has it foretell what runs out (T5).
  ///
  /// @param opener opens the history, on a thread of its own; it is closed with the instance
  public void remember(Supplier<History> opener) {
    remembering.begin(opener);
  }

  @Override
  public Reply<UsageReport> usage(UsageQuery query) {
    return remembering
        .report(query)
        .then(report ->
            lending()
                .below(query.path())
                .then(running ->
                    new Reply.Decided<>(report.withLoans(report.loans().asTheyRun(running)))));
  }

  /// Keeps there which suggestions are not wanted, from now on.
  public void keep(Dismissals dismissals) {
    advice.keep(dismissals);
  }

  @Override
  public Advisor advisor() {
    return advice;
  }

  @Override
  public Reply<UsageForecast> forecast(ScopePath path) {
    return remembering.forecast(path);
  }

  @Override
  public Subscription events(long after, EventSubscriber subscriber) {
    return eventLog.subscribe(after, subscriber);
  }

  @Override
  public LiveView live(Duration interval, LiveSubscriber subscriber) {
    LiveView view = new EmbeddedLiveView(node, interval, subscriber);
    views.add(view);
    return view;
  }

  @Override
  public void close() {
    remembering.close();
    views.forEach(LiveView::close);
    eventLog.close();
  }

  private <T> Reply<T> decide(Command command, Class<T> expected) {
    return Decision.of(node, command, expected);
  }
}
