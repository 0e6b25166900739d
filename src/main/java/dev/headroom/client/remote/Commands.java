package dev.headroom.client.remote;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Dispatch;
import dev.headroom.client.Reply;
import dev.headroom.client.json.Answers;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Distribution;
import dev.headroom.model.Outcome;
import dev.headroom.model.WhatIf;
import dev.headroom.model.replay.Hindsight;
import dev.headroom.model.replay.ReplayQuery;
import dev.headroom.wire.json.Changes;
import dev.headroom.wire.json.Decisions;
import dev.headroom.wire.json.Effects;
import dev.headroom.wire.json.Outcomes;
import dev.headroom.wire.json.Plans;
import dev.headroom.wire.json.Replays;
import dev.headroom.wire.json.Requests;
import java.util.List;

/// How what changes something, or might, is said to a server.
final class Commands {
  private static final String ALLOCATIONS = "v1/allocations/";

  private final Calls calls;

  Commands(Calls calls) {
    this.calls = calls;
  }

  Reply<Outcome.Allocated> allocate(Command.Allocate allocate) {
    return calls.post("v1/allocations", Requests.ALLOCATE, allocate, Outcomes.ALLOCATED);
  }

  Reply<Outcome.OfBatch> allocateAll(Command.AllocateBatch batch) {
    return calls.post("v1/allocations:batch", Requests.ALLOCATE_BATCH, batch, Outcomes.OF_BATCH);
  }

  Reply<Outcome.Used> recordUsage(Command.RecordUsage usage) {
    return calls.post(
        ALLOCATIONS + usage.usage().allocation() + "/usage", Requests.USAGE, usage, Outcomes.USED);
  }

  Reply<Outcome.Batched> recordAll(Command.RecordUsageBatch batch) {
    return calls.post("v1/usage:batch", Requests.USAGE_BATCH, batch, Outcomes.BATCHED);
  }

  Reply<Outcome.Released> release(Command.Release release) {
    return calls.delete(
        calls
            .at(ALLOCATIONS + release.allocation())
            .addQueryParameter("requestId", release.id().value()),
        Outcomes.RELEASED);
  }

  Reply<Outcome.Renewed> renew(Command.Renew renew) {
    return calls.post(
        ALLOCATIONS + renew.allocation() + "/renew", Requests.RENEW, renew, Outcomes.RENEWED);
  }

  Reply<Outcome.Resized> resize(Command.Resize resize) {
    return calls.post(
        ALLOCATIONS + resize.allocation() + "/resize", Requests.RESIZE, resize, Outcomes.RESIZED);
  }

  Reply<Outcome.Closed> closeScope(Command.CloseScope close) {
    return calls.delete(
        calls
            .at("v1/scopes")
            .addQueryParameter("path", close.path().text())
            .addQueryParameter("requestId", close.id().value()),
        Effects.CLOSED);
  }

  Reply<Outcome.ConfigChanged> apply(Command.ApplyChanges changes, Dispatch dispatch) {
    return calls.send("v1/changes", Changes.APPLY, changes, Effects.CONFIG_CHANGED, dispatch);
  }

  Reply<Outcome.ToppedUp> topUp(Command.TopUp topUp) {
    return calls.post(
        "v1/pools/" + topUp.pool() + "/top-up", Changes.TOP_UP, topUp, Effects.TOPPED_UP);
  }

  Reply<Outcome.ScoreReported> reportScore(Command.ReportScore score) {
    return calls.post("v1/scores", Changes.SCORE, score, Effects.SCORE_REPORTED);
  }

  Reply<Outcome.Resolved> resolve(Command.ResolveConflict resolve) {
    return calls.post(
        "v1/conflicts/" + resolve.conflict() + "/resolve",
        Decisions.RESOLVE,
        resolve,
        Effects.RESOLVED);
  }

  Reply<Outcome.Foretold> foretell(Command.Foretell foretell) {
    return calls.post("v1/forecasts", Decisions.FORETELL, foretell, Effects.FORETOLD);
  }

  Reply<Distribution.Proposal> propose(Distribution distribution) {
    return calls.post("v1/distributions", Plans.DISTRIBUTION, distribution, Plans.PROPOSAL);
  }

  Reply<WhatIf> whatIf(List<Change> changes, Cancellation cancellation) {
    return calls.postLong(
        "v1/what-if",
        Answers.CHANGES,
        changes,
        Plans.WHAT_IF,
        new Calls.Wait(cancellation, _ -> {}));
  }

  Reply<Hindsight> replay(ReplayQuery query, Calls.Wait wait) {
    return calls.postLong("v1/what-if/replay", Replays.QUERY, query, Replays.HINDSIGHT, wait);
  }
}
