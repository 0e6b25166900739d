package dev.headroom.client.embedded;

import dev.headroom.client.AllocationPage;
import dev.headroom.client.AllocationQuery;
import dev.headroom.client.Cancellation;
import dev.headroom.client.ConflictPage;
import dev.headroom.client.ConflictQuery;
import dev.headroom.client.ConflictView;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.client.ScopeQuery;
import dev.headroom.client.VersionedConfig;
import dev.headroom.client.WaitPage;
import dev.headroom.engine.Rehearsal;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Change;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictId;
import dev.headroom.model.Distribution;
import dev.headroom.model.Explanation;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.Refusal;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.WaitStatus;
import dev.headroom.model.WhatIf;
import dev.headroom.node.Node;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How what only looks is asked of a node.
final class EmbeddedQueries {
  private final String name;
  private final InstanceInfo.Kind kind;
  private final Node node;

  /// @param name what the instance is called
  EmbeddedQueries(String name, InstanceInfo.Kind kind, Node node) {
    this.name = name;
    this.kind = kind;
    this.node = node;
  }

  /// The same of the instance as it was.
  EmbeddedQueries asOf(Node then) {
    return new EmbeddedQueries(name, kind, then);
  }

  Reply<Distribution.Proposal> propose(Distribution distribution) {
    return node.inspect((engine, now) ->
        engine
            .refusalOf(distribution)
            .<Reply<Distribution.Proposal>>map(Reply.Refused::new)
            .orElseGet(() -> new Reply.Decided<>(engine.propose(distribution, now))));
  }

  Reply<ScopePage> scopes(ScopeQuery query) {
    return new ScopeReading(query).read(node);
  }

  Reply<List<ScopeStatus>> scopesAt(List<ScopePath> paths) {
    var reading = new StatusReading(paths);
    node.inspectInTurns(reading::turn);
    return new Reply.Decided<>(reading.read());
  }

  Reply<ScopeStatus> scope(ScopePath path) {
    return found(
        node.inspect((engine, now) -> engine.scope(path, now)), new Refusal.UnknownScope(path));
  }

  Reply<Explanation> explain(ScopePath path, ResourceType type) {
    return new Reply.Decided<>(node.inspect((engine, now) -> engine.explain(path, type, now)));
  }

  Reply<AllocationStatus> allocation(AllocationId allocation) {
    return node.inspect((engine, _) ->
        found(engine.allocation(allocation), new Refusal.UnknownAllocation(allocation)));
  }

  Reply<ScopePath> placeOf(AllocationId allocation) {
    return node.inspect((engine, now) ->
        found(engine.placeOf(allocation, now), new Refusal.UnknownAllocation(allocation)));
  }

  Reply<AllocationPage> allocations(AllocationQuery query) {
    return node.inspect((engine, _) ->
        new Reply.Decided<>(
            new AllocationPage(
                engine.allocations(query.below(), query.waiting(), query.offset(), query.count()),
                engine.countAllocations(query.below(), query.waiting()))));
  }

  Reply<WaitPage> waits(ScopePath below, int offset, int count) {
    return node.inspect((engine, now) ->
        new Reply.Decided<>(
            new WaitPage(
                engine.waits(below, offset, count, now), engine.countAllocations(below, true))));
  }

  Reply<ConflictPage> conflicts(ConflictQuery query) {
    return node.inspect((engine, _) ->
        new Reply.Decided<>(
            new ConflictPage(
                engine.conflicts(query.open(), query.offset(), query.count()),
                engine.countConflicts(query.open()))));
  }

  Reply<ConflictView> conflict(ConflictId conflict, int waitingMax) {
    return found(
        node.inspect((engine, now) ->
            engine
                .conflict(conflict)
                .map(story ->
                    new ConflictView(story, engine.waiting(conflict, 0, waitingMax, now)))),
        new Refusal.UnknownConflict(conflict));
  }

  Reply<List<Conflict.Episode>> decisions(AllocationId allocation) {
    return new Reply.Decided<>(node.inspect((engine, _) -> engine.decisions(allocation)));
  }

  Reply<WaitStatus> waiting(AllocationId allocation) {
    return found(
        node.inspect((engine, now) -> engine.waiting(allocation, now)),
        new Refusal.NotWaiting(allocation));
  }

  Reply<List<PoolStatus>> pools() {
    return new Reply.Decided<>(node.inspect((engine, now) -> engine.pools(now)));
  }

  Reply<PoolStatus> pool(PoolId pool) {
    return found(
        node.inspect((engine, now) -> engine.pool(pool, now)), new Refusal.UnknownPool(pool));
  }

  Reply<VersionedConfig> config() {
    return node.inspect((engine, _) ->
        new Reply.Decided<>(
            new VersionedConfig(
                engine.config(), engine.configVersion(), engine.settingsVersion())));
  }

  InstanceInfo info() {
    return node.inspect((engine, now) ->
        new InstanceInfo(
            name,
            kind,
            now,
            engine.settings().timeZone(),
            engine.sequence(),
            engine.scopeCount(),
            node.readOnlyCause()));
  }

  Reply<WhatIf> whatIf(List<Change> changes, Cancellation cancellation) {
    return node.whatIf(changes, cancellation::isCancelled)
        .map(EmbeddedQueries::outcome)
        .orElseGet(() -> new Reply.Silence<>(Duration.ZERO, "cancelled by the caller"));
  }

  private static Reply<WhatIf> outcome(Rehearsal rehearsal) {
    return rehearsal
        .refusal()
        .<Reply<WhatIf>>map(Reply.Refused::new)
        .orElseGet(() -> new Reply.Decided<>(rehearsal.report()));
  }

  static <T> Reply<T> found(Optional<T> value, Refusal otherwise) {
    return value.<Reply<T>>map(Reply.Decided::new).orElseGet(() -> new Reply.Refused<>(otherwise));
  }
}
