package dev.headroom.client.remote;

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
import dev.headroom.client.Link;
import dev.headroom.client.LinkSubscriber;
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
import dev.headroom.client.json.Greeting;
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
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.DoubleConsumer;

/// An instance behind a server. Calls run in the caller's thread; one thread looks after the
/// connection, and each subscription has a light one of its own.
///
/// A call that nobody answers is repeated for as long as [Pace#patience()]: it only looks, or has
/// an id by which the server knows it again (A5). The reply is silence after that.
public final class RemoteInstance implements Instance {
  private final Transport transport;
  private final Line line;
  private final Calls calls;
  private final Commands commands;
  private final Queries queries;
  private final Greetings greetings;
  private final OpenStreams open = new OpenStreams();
  private volatile PastSource past;

  private RemoteInstance(Transport transport, Pace pace, InstantSource clock) {
    this.transport = transport;
    this.greetings = new Greetings(transport, clock);
    this.line = new Line(pace, clock, greetings::probe);
    this.calls = new Calls(transport, pace, line);
    this.commands = new Commands(calls);
    this.queries = new Queries(calls);
    this.past = new Recordings(transport, line);
  }

  /// Begins to reach a server, and goes on until closed. How that goes, the link tells by `clock`.
  ///
  /// @throws IOException where the file of certificates cannot be used, with what is wrong with it
  public static RemoteInstance open(ServerAddress server, Pace pace, InstantSource clock)
      throws IOException {
    var instance = new RemoteInstance(new Transport(server, pace), pace, clock);
    instance.line.begin();
    return instance;
  }

  @Override
  public InstanceInfo info() {
    if ((link() instanceof Link.Connected || !greetings.isKnown())
        && queries.greeting() instanceof Reply.Decided<Greeting>(var greeting)) {
      greetings.remember(greeting);
    }
    return greetings.last();
  }

  @Override
  public Link link() {
    return line.link();
  }

  @Override
  public Subscription watchLink(LinkSubscriber subscriber) {
    return line.watch(subscriber);
  }

  @Override
  public Reply<Outcome.Allocated> allocate(RequestId id, AllocationRequest request) {
    return commands.allocate(new Command.Allocate(id, request));
  }

  @Override
  public Reply<Outcome.OfBatch> allocateAll(Command.AllocateBatch batch) {
    return commands.allocateAll(batch);
  }

  @Override
  public Reply<Outcome.Batched> recordAll(Command.RecordUsageBatch batch) {
    return commands.recordAll(batch);
  }

  @Override
  public Reply<Outcome.Used> recordUsage(RequestId id, UsageRecord usage) {
    return commands.recordUsage(new Command.RecordUsage(id, usage));
  }

  @Override
  public Reply<Outcome.Released> release(RequestId id, AllocationId allocation) {
    return commands.release(new Command.Release(id, allocation));
  }

  @Override
  public Reply<Outcome.Renewed> renew(RequestId id, AllocationId allocation, Duration lease) {
    return commands.renew(new Command.Renew(id, allocation, lease));
  }

  @Override
  public Reply<Outcome.Resized> resize(
      RequestId id, AllocationId allocation, ResourceType type, long amount) {
    return commands.resize(new Command.Resize(id, allocation, type, amount));
  }

  @Override
  public Reply<Outcome.Closed> closeScope(RequestId id, ScopePath path) {
    return commands.closeScope(new Command.CloseScope(id, path));
  }

  @Override
  public Reply<Outcome.ConfigChanged> apply(Command.ApplyChanges changes, Dispatch dispatch) {
    return commands.apply(changes, dispatch);
  }

  @Override
  public Reply<Outcome.ToppedUp> topUp(Command.TopUp topUp) {
    return commands.topUp(topUp);
  }

  @Override
  public QuotaLending lending() {
    return new RemoteLending(calls);
  }

  @Override
  public Reply<Outcome.ScoreReported> reportScore(RequestId id, ScopePath path, long score) {
    return commands.reportScore(new Command.ReportScore(id, path, score));
  }

  @Override
  public CheckpointKeeping checkpoints() {
    return new RemoteCheckpoints(calls);
  }

  @Override
  public Reply<Distribution.Proposal> propose(Distribution distribution) {
    return commands.propose(distribution);
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
    return commands.resolve(resolution);
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
    return new RemoteAlerts(calls);
  }

  @Override
  public Reply<Outcome.Foretold> foretell(Command.Foretell foretell) {
    return commands.foretell(foretell);
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
    return commands.whatIf(changes, cancellation);
  }

  @Override
  public Reply<UsageForecast> forecast(ScopePath path) {
    return queries.forecast(path);
  }

  @Override
  public Reply<Hindsight> replay(
      ReplayQuery query, Cancellation cancellation, DoubleConsumer progress) {
    return commands.replay(query, new Calls.Wait(cancellation, progress));
  }

  /// Has its past looked at there from now on; before, it can be recorded only. The source is
  /// closed with the instance.
  public void lookBack(PastSource source) {
    past = source;
  }

  @Override
  public PastSource past() {
    return past;
  }

  @Override
  public Reply<UsageReport> usage(UsageQuery query) {
    return queries.usage(query);
  }

  @Override
  public Advisor advisor() {
    return new RemoteAdvisor(calls);
  }

  @Override
  public Subscription events(long after, EventSubscriber subscriber) {
    return open.keep(new RemoteEvents(transport, line, after, subscriber).begin());
  }

  @Override
  public LiveView live(Duration interval, LiveSubscriber subscriber) {
    return open.keep(new RemoteLiveView(transport, calls, line, interval, subscriber).begin());
  }

  @Override
  public void close() {
    past.close();
    open.close();
    calls.close();
    line.close();
    transport.close();
  }
}
