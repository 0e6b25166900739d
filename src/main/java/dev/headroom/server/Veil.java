package dev.headroom.server;

import dev.headroom.model.Checkpoint;
import dev.headroom.model.Conflict;
import dev.headroom.model.Event;
import dev.headroom.model.Explanation;
import dev.headroom.model.Outcome;
import dev.headroom.model.PoolLending;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.model.WaitStatus;
import java.util.List;
import java.util.Optional;

/// Leaves out what lies outside a token's subtree: of constraints above it only what they would
/// grant, which any request would find out; of others not even that they are there.
record Veil(ScopePath subtree) {
  /// The chain of constraints. Of those above, what is used and allowed there is hidden: they look
  /// as if they allowed what they would grant.
  Explanation over(Explanation explanation) {
    return new Explanation(
        explanation.path(),
        explanation.type(),
        explanation.links().stream().map(this::over).toList(),
        explanation.binding());
  }

  private Explanation.Link over(Explanation.Link link) {
    return hides(link.constraint().path())
        ? new Explanation.Link(
            link.constraint(),
            Math.max(0, link.headroom()),
            0,
            0,
            link.headroom(),
            Optional.empty(),
            Optional.empty())
        : link;
  }

  /// A request that waits: at a constraint above, one's own place among strangers is hidden.
  WaitStatus over(WaitStatus wait) {
    boolean among = hides(wait.at().path());
    Optional<ScopePath> behind = wait.behindPath().filter(path -> !hides(path));
    return new WaitStatus(
        wait.id(),
        wait.path(),
        wait.conflict(),
        wait.at(),
        wait.type(),
        among ? 1 : wait.position(),
        among ? 1 : wait.waiting(),
        behind.isPresent() ? wait.behind() : Optional.empty(),
        behind,
        wait.since(),
        wait.until(),
        wait.requested(),
        wait.free(),
        wait.priority(),
        wait.effective(),
        wait.starves(),
        wait.blockers().stream().filter(blocker -> !hides(blocker.path())).toList(),
        among ? Optional.empty() : wait.expectedAt());
  }

  /// What comes of a request: at a constraint above, one's own place among strangers is hidden.
  Outcome.Allocated over(Outcome.Allocated outcome) {
    return outcome instanceof Outcome.Queued queued && hides(queued.at().path())
        ? new Outcome.Queued(
            queued.allocation(), queued.conflict(), queued.at(), 1, queued.waitsUntil())
        : outcome;
  }

  /// What comes of a batch: the same of each request.
  Outcome.OfBatch over(Outcome.OfBatch outcome) {
    return outcome instanceof Outcome.Batched(var answers)
        ? new Outcome.Batched(
            answers.stream()
                .map(each -> each instanceof Outcome.Allocated allocated ? over(allocated) : each)
                .toList())
        : outcome;
  }

  /// What happened: for whose sake one lost something is hidden, but for how urgent that was.
  Event over(Event event) {
    Event.Body seen = event.body();
    if (seen instanceof Event.Preempted lost && hides(lost.byPath())) {
      seen =
          new Event.Preempted(
              lost.path(),
              lost.allocation(),
              lost.priority(),
              lost.at(),
              Optional.empty(),
              lost.at().path(),
              lost.byPriority(),
              lost.requeuedAs());
    } else if (seen instanceof Event.Shrunk lost && hides(lost.byPath())) {
      seen =
          new Event.Shrunk(
              lost.path(),
              lost.allocation(),
              lost.type(),
              lost.amount(),
              lost.at(),
              Optional.empty(),
              lost.at().path());
    } else if (seen instanceof Event.DeadlockFound found) {
      seen =
          new Event.DeadlockFound(
              found.path(), found.conflict(), own(found.cycle()), found.denied());
    }
    return new Event(event.sequence(), event.at(), seen);
  }

  private List<Conflict.Wait> own(List<Conflict.Wait> cycle) {
    return cycle.stream().filter(wait -> !hides(wait.path())).toList();
  }

  /// What was decided: of whom it cost something, and who waited in a circle, only one's own.
  List<Conflict.Episode> over(List<Conflict.Episode> episodes) {
    return episodes.stream()
        .filter(episode -> !hides(episode.decision().path()))
        .map(episode ->
            new Conflict.Episode(
                episode.conflict(), episode.at(), episode.type(), over(episode.decision())))
        .toList();
  }

  private Conflict.Decision over(Conflict.Decision decision) {
    return new Conflict.Decision(
        decision.path(),
        decision.allocation(),
        decision.verdict(),
        decision.at(),
        decision.waitedMillis(),
        decision.because(),
        decision.losses().stream().filter(loss -> !hides(loss.path())).toList(),
        decision.ruling(),
        own(decision.cycle()));
  }

  /// A refusal: how much others keep is hidden.
  Refusal over(Refusal refusal) {
    boolean ofAll = refusal instanceof Refusal.TooManyCheckpoints && hides(ScopePath.ROOT);
    return ofAll
        ? new Refusal.TooManyCheckpoints(Checkpoint.WEIGHT_MAX, Checkpoint.WEIGHT_MAX)
        : refusal;
  }

  /// What members of a pool lend: of others only what is lent to or by one's own.
  PoolLending over(PoolLending lending) {
    return new PoolLending(
        lending.pool(),
        lending.type(),
        lending.members().stream().filter(share -> !hides(share.path())).toList(),
        lending.loans().stream().filter(status -> status.loan().concerns(subtree)).toList());
  }

  private boolean hides(ScopePath path) {
    return !path.isWithin(subtree);
  }
}
