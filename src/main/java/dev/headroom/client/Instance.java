package dev.headroom.client;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictId;
import dev.headroom.model.Distribution;
import dev.headroom.model.Event;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/// A running engine: in this process, or anywhere else.
///
/// Every method may be called from any thread and blocks until it is answered; none may be called
/// from a thread that must not wait, such as JavaFX's. Closing ends all its subscriptions.
public interface Instance extends AutoCloseable {

  /// What this instance is, for people and for the freshness display; where it cannot be reached,
  /// what was known last.
  InstanceInfo info();

  /// How it is reached now; never waits, so that any thread may ask.
  Link link();

  /// Tells how it is reached: once before this returns, and then with every change.
  Subscription watchLink(LinkSubscriber subscriber);

  /// Reserve resources, or wait for them (A1).
  Reply<Outcome.Allocated> allocate(RequestId id, AllocationRequest request);

  /// Reserve for several requests at once: each for itself, or all or none (A6).
  Reply<Outcome.OfBatch> allocateAll(Command.AllocateBatch batch);

  /// Record many usages at once, each for itself (U1, A6).
  Reply<Outcome.Batched> recordAll(Command.RecordUsageBatch batch);

  /// Record what an allocation consumed (U1).
  Reply<Outcome.Used> recordUsage(RequestId id, UsageRecord usage);

  /// End an allocation, or the wait for one (A7).
  Reply<Outcome.Released> release(RequestId id, AllocationId allocation);

  /// Give an allocation a new expiry, `lease` from now (A7).
  Reply<Outcome.Renewed> renew(RequestId id, AllocationId allocation, Duration lease);

  /// Change how much of `type` an allocation has in all (A7).
  Reply<Outcome.Resized> resize(
      RequestId id, AllocationId allocation, ResourceType type, long amount);

  /// Close a scope and everything below it (S3).
  Reply<Outcome.Closed> closeScope(RequestId id, ScopePath path);

  /// Change limits, pools and settings, all or nothing (L9).
  default Reply<Outcome.ConfigChanged> apply(Command.ApplyChanges changes) {
    return apply(changes, new Dispatch());
  }

  /// The same, which can be many changes and take its time: waits as long as the instance is at
  /// work on them, and asks again where the connection breaks, since it knows them again (A5).
  ///
  /// @param dispatch tells how far they are, and can take them back until the instance has them;
  ///   the reply is silence then
  Reply<Outcome.ConfigChanged> apply(Command.ApplyChanges changes, Dispatch dispatch);

  /// Add stock to a pool of a spent type.
  Reply<Outcome.ToppedUp> topUp(Command.TopUp topUp);

  /// Quota of pools that their members lend each other (P7).
  QuotaLending lending();

  /// Report what was achieved at a scope: the ground for dividing budgets by performance.
  Reply<Outcome.ScoreReported> reportScore(RequestId id, ScopePath path, long score);

  /// What scopes held and had used, kept to be restored.
  CheckpointKeeping checkpoints();

  /// How a scope's budget would be divided among its children. Nothing is done until the changes of
  /// the proposal are applied.
  Reply<Distribution.Proposal> propose(Distribution distribution);

  /// A page of the tree.
  Reply<ScopePage> scopes(ScopeQuery query);

  /// One scope as it stands.
  Reply<ScopeStatus> scope(ScopePath path);

  /// Scopes as they stand, in the order in which they are asked for; those that do not exist are
  /// left out. Where they are many, commands are decided in between.
  Reply<List<ScopeStatus>> scopesAt(List<ScopePath> paths);

  /// The chain of constraints for a type at a scope, which need not exist yet (A9).
  Reply<Explanation> explain(ScopePath path, ResourceType type);

  /// One allocation, live or waiting.
  Reply<AllocationStatus> allocation(AllocationId allocation);

  /// At which scope an allocation is, or was where it has ended so lately that usage is taken still
  /// (U4).
  Reply<ScopePath> placeOf(AllocationId allocation);

  /// A page of the allocations at and below a scope, newest first.
  Reply<AllocationPage> allocations(AllocationQuery query);

  /// A page of those who wait at and below a scope: where, for what, and behind whom.
  ///
  /// @param offset how many to skip
  /// @param count how many at most
  Reply<WaitPage> waits(ScopePath below, int offset, int count);

  /// A page of conflicts (Q8).
  Reply<ConflictPage> conflicts(ConflictQuery query);

  /// One conflict, with the first of those who wait.
  Reply<ConflictView> conflict(ConflictId conflict, int waitingMax);

  /// Decide about a request that waits (Q7).
  Reply<Outcome.Resolved> resolve(Command.ResolveConflict resolution);

  /// A request that waits: its position, who is in its way, and when it may expect to fit.
  Reply<WaitStatus> waiting(AllocationId allocation);

  /// What was decided about an allocation or at its cost where it was contended, oldest first, as
  /// far as conflicts remember it (A9); nothing where it was granted at once.
  Reply<List<Conflict.Episode>> decisions(AllocationId allocation);

  /// Alerts, and what is done about them (T2).
  AlertHandling alerts();

  /// Say beforehand when constraints will run out (T5). Whoever keeps an instance's history does so
  /// by itself; this is for those who know more of what is to come.
  Reply<Outcome.Foretold> foretell(Command.Foretell foretell);

  /// All pools, by id.
  Reply<List<PoolStatus>> pools();

  /// One pool.
  Reply<PoolStatus> pool(PoolId pool);

  /// Settings, limits and pools as they hold, with their version.
  Reply<VersionedConfig> config();

  /// What a change set would do at once, found out on a copy: nothing of it happens. Takes up to a
  /// second at 10,000 scopes.
  ///
  /// @param cancellation ends it early, as does an interrupt of the calling thread, which stays
  ///   interrupted; the reply is silence then
  Reply<WhatIf> whatIf(List<Change> changes, Cancellation cancellation);

  /// What a change set would have done to a span that is over, found out by replaying its demand.
  /// Of a span that is not over yet, what is over by now. Takes some seconds for a million
  /// commands.
  ///
  /// @param cancellation ends it early, as does an interrupt of the calling thread, which stays
  ///   interrupted; the reply is silence then
  /// @param progress is told how far it is, from 0 to 1, as far as that is known; by any thread
  Reply<Hindsight> replay(ReplayQuery query, Cancellation cancellation, DoubleConsumer progress);

  /// Where its past is looked at.
  default PastSource past() {
    return PastSource.NONE;
  }

  /// Makes sure that its past can be looked at. In process it is at hand; behind a server, the
  /// newest part of it is fetched, and is what [#rememberedSince], [#asOf] and [#retell] tell of
  /// until another is.
  ///
  /// @param back how far back it is to go at least, if it has to be fetched
  /// @param cancellation ends it early, as does an interrupt of the calling thread; the reply is
  ///   silence then
  /// @param progress is told how far it is, from 0 to 1, as far as that is known; by any thread
  default Reply<PastReach> reachPast(
      Duration back, Cancellation cancellation, DoubleConsumer progress) {
    return past().reach(back, cancellation, progress);
  }

  /// From when on it can be looked at as it was; what was asked of it before is not kept.
  default Reply<Instant> rememberedSince() {
    return past().since();
  }

  /// The instance as it was at an instant: with all that was decided until then and what fell due
  /// by it. Its time stands still, and nothing can be changed there. It tells the newest of what
  /// happened before, reports what was counted by then, and advises as it would have. It is the
  /// caller's to close, before this one, which goes on.
  ///
  /// @param cancellation ends it early, as does an interrupt of the calling thread; the reply is
  ///   silence then
  default Reply<Instance> asOf(Instant instant, Cancellation cancellation) {
    return past().asOf(instant, cancellation);
  }

  /// Tells again, in order, what happened after an instant, up to and including another, as far as
  /// that is kept. Takes as long as deciding all of it again.
  ///
  /// @param told is called in the caller's thread, before this returns
  /// @param cancellation ends it early, as does an interrupt of the calling thread; the reply is
  ///   silence then
  /// @return the end of the span
  default Reply<Instant> retell(
      Instant from, Instant to, Consumer<Event> told, Cancellation cancellation) {
    return past().retell(from, to, told, cancellation);
  }

  /// Records a span of its past into one file, in which any instant of it can be looked at
  /// anywhere. Takes as long as deciding all of the span again; where the instance is in another
  /// process, as long as the file takes to come.
  ///
  /// @param cancellation ends it early, as does an interrupt of the calling thread; the reply is
  ///   silence then, and there is no file
  /// @param progress is told how far it is, from 0 to 1, as far as that is known; by any thread
  default Reply<Recorded> record(
      RecordingQuery query, Cancellation cancellation, DoubleConsumer progress) {
    return past().record(query, cancellation, progress);
  }

  /// What was used at and below a scope within a span, what it cost and what was wasted.
  ///
  /// Counts all that has happened, or after ten seconds of waiting what is counted by then.
  Reply<UsageReport> usage(UsageQuery query);

  /// What will be used at and below a scope, and when its own limits and pools run out, as far as
  /// what is counted tells. Waits like [#usage].
  Reply<UsageForecast> forecast(ScopePath path);

  /// What could be done better.
  Advisor advisor();

  /// Delivers every event after number `after`, in order, each once, until closed (T3).
  ///
  /// What an instance with a journal no longer keeps in memory is told again from there, which
  /// takes about as long as opening it.
  ///
  /// @param after the last number the subscriber saw; 0 for all that can be had. Whoever saw more
  ///   than has happened saw another history, such as that of a folder that was replaced, and is
  ///   told of a gap at once
  Subscription events(long after, EventSubscriber subscriber);

  /// Opens a live view: the newest state of the scopes being looked at, conflated to at most one
  /// frame per `interval`; lossy by design, always newest.
  LiveView live(Duration interval, LiveSubscriber subscriber);

  /// Ends all subscriptions and lets go of the engine.
  @Override
  void close();
}
