package dev.headroom.engine.history;

import dev.headroom.model.AllocationId;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.ConflictId;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Event;
import dev.headroom.model.LentQuota;
import dev.headroom.model.LoanId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Standing;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the events tell: every story must make sense by itself, and together they must tell what
/// the state says (rules A7, T1, T3, U3).
final class Chronicle {
  /// Where an allocation is in its life.
  enum Phase {
    WAITING,
    LIVE,
    ENDED
  }

  /// A threshold of a constraint.
  record Threshold(ConstraintRef constraint, int percent) {}

  private record Excess(AllocationId allocation, ResourceType type) {}

  private final Map<AllocationId, Phase> phases = new HashMap<>();
  private final Map<AllocationId, ScopePath> paths = new HashMap<>();
  private final Map<AllocationId, Instant> ends = new HashMap<>();
  private final Set<Threshold> standing = new HashSet<>();
  private final Set<ConflictId> open = new HashSet<>();
  private final Map<ConstraintRef, Standing> standings = new HashMap<>();
  private final Set<Excess> exhausted = new HashSet<>();
  private final Map<ResourceType, Long> spent = new EnumMap<>(ResourceType.class);
  private final Set<CheckpointId> checkpoints = new HashSet<>();
  private final TreeMap<LoanId, LentQuota> lent = new TreeMap<>();
  private long sequence;
  private Instant last = Instant.EPOCH;

  /// The allocations that are in a phase of their lives.
  Set<AllocationId> in(Phase phase) {
    Set<AllocationId> in = new HashSet<>();
    phases.forEach((id, now) -> {
      if (now == phase) {
        in.add(id);
      }
    });
    return in;
  }

  /// The thresholds of which an alert stands.
  Set<Threshold> standing() {
    return Set.copyOf(standing);
  }

  /// The conflicts that are open.
  Set<ConflictId> open() {
    return Set.copyOf(open);
  }

  /// How a soft limit stands.
  Standing standing(ConstraintRef limit) {
    return standings.getOrDefault(limit, Standing.WITHIN);
  }

  /// All that was ever spent of a type.
  long spent(ResourceType type) {
    return spent.getOrDefault(type, 0L);
  }

  void hear(List<Event> events) {
    events.forEach(this::hear);
  }

  private void hear(Event event) {
    sequence++;
    check(event.sequence() == sequence, event, "has a gap before it");
    check(!event.at().isBefore(last), event, "lies before the one before");
    last = event.at();
    switch (event.body()) {
      case Event.Queued queued -> begin(event, queued.allocation(), Phase.WAITING);
      case Event.Granted granted -> grant(event, granted.allocation());
      case Event.Used used -> {
        liveOrEndedLately(event, used.allocation());
        spent.merge(used.type(), used.amount(), Long::sum);
      }
      case Event.Renewed renewed -> live(event, renewed.allocation());
      case Event.Resized resized -> live(event, resized.allocation());
      case Event.Exhausted(var _, var allocation, var type) -> {
        liveOrEndedLately(event, allocation);
        check(exhausted.add(new Excess(allocation, type)), event, "was said before");
      }
      case Event.Preempted preempted -> live(event, preempted.allocation());
      case Event.Shrunk shrunk -> live(event, shrunk.allocation());
      case Event.Ended ended -> end(event, ended.allocation());
      case Event.Denied denied -> deny(event, denied);
      case Event.AlertRaised raised ->
          check(
              standing.add(new Threshold(raised.constraint(), raised.percent())),
              event,
              "stands already");
      case Event.AlertCleared cleared ->
          check(
              standing.remove(new Threshold(cleared.constraint(), cleared.percent())),
              event,
              "did not stand");
      case Event.ConflictOpened opened ->
          check(open.add(opened.conflict()), event, "opened before");
      case Event.ConflictDecided decided ->
          check(open.contains(decided.conflict()), event, "is not open");
      case Event.ConflictResolved resolved ->
          check(open.contains(resolved.conflict()), event, "is not open");
      case Event.DeadlockFound deadlock -> {
        check(open.contains(deadlock.conflict()), event, "is not open");
        check(phases.get(deadlock.denied()) == Phase.WAITING, event, "does not wait");
      }
      case Event.ConflictClosed closed ->
          check(open.remove(closed.conflict()), event, "was not open");
      case Event.AlertReopened(var _, var alert) ->
          check(
              standing.contains(new Threshold(alert.constraint(), alert.percent())),
              event,
              "does not stand");
      case Event.AlertAcknowledged _, Event.AlertsShelved _, Event.AlertsUnshelved _ -> {}
      case Event.CheckpointTaken _, Event.CheckpointRestored _, Event.CheckpointForgotten _ ->
          hearOfCheckpoint(event);
      case Event.StandingChanged changed -> stand(event, changed);
      case Event.QuotaLent(var _, var loan) -> hear(event, loan);
      case Event.QuotaReturned returned -> hear(event, returned);
      case Event.ConfigChanged _, Event.ToppedUp _, Event.ScopeClosed _ -> {}
    }
  }

  private void hear(Event event, LentQuota loan) {
    check(event.body().path().equals(loan.lender()), event, "is not about its lender");
    check(loan.id().value() == sequence, event, "is not what the loan is named after");
    lent.put(loan.id(), loan);
  }

  /// What is lent returns once: at the very instant that was said, or before.
  private void hear(Event event, Event.QuotaReturned returned) {
    LentQuota loan = returned.loan();
    check(loan.equals(lent.remove(loan.id())), event, "was not lent");
    check(returned.peak() <= loan.amount(), event, "was used beyond what was lent");
    check(
        returned.end() == LentQuota.End.EXPIRED
            ? event.at().equals(loan.until())
            : event.at().isBefore(loan.until()),
        event,
        "comes at another time");
  }

  /// What is lent.
  List<LentQuota> lent() {
    return List.copyOf(lent.values());
  }

  private void deny(Event event, Event.Denied denied) {
    if (denied.allocation().isPresent()) {
      check(phases.get(denied.allocation().get()) == Phase.WAITING, event, "did not wait");
      end(event, denied.allocation().get());
    }
  }

  private void hearOfCheckpoint(Event event) {
    switch (event.body()) {
      case Event.CheckpointTaken taken ->
          check(checkpoints.add(taken.checkpoint()), event, "was taken before");
      case Event.CheckpointRestored restored ->
          check(checkpoints.contains(restored.checkpoint()), event, "is not kept");
      case Event.CheckpointForgotten forgotten ->
          check(checkpoints.remove(forgotten.checkpoint()), event, "is not kept");
      default -> throw new IllegalArgumentException(event.toString());
    }
  }

  private void stand(Event event, Event.StandingChanged changed) {
    Standing before = standings.put(changed.constraint(), changed.standing());
    check(
        !changed.standing().equals(before == null ? Standing.WITHIN : before),
        event,
        "changes nothing");
    check(
        (changed.used() > changed.allowance()) != changed.standing().equals(Standing.WITHIN)
            || changed.standing().equals(Standing.WITHIN),
        event,
        "is not what use says");
  }

  private void begin(Event event, AllocationId id, Phase phase) {
    check(!phases.containsKey(id), event, "has a name that was given before");
    phases.put(id, phase);
    paths.put(id, event.body().path());
  }

  private void grant(Event event, AllocationId id) {
    if (phases.get(id) != Phase.WAITING) {
      begin(event, id, Phase.LIVE);
    }
    check(event.body().path().equals(paths.get(id)), event, "has moved");
    phases.put(id, Phase.LIVE);
  }

  private void live(Event event, AllocationId id) {
    check(phases.get(id) == Phase.LIVE, event, "is not about a live allocation");
  }

  /// Usage is recorded for ten minutes after the end of what was live (U4).
  private void liveOrEndedLately(Event event, AllocationId id) {
    Instant end = ends.get(id);
    check(
        end == null ? phases.get(id) == Phase.LIVE : !event.at().isAfter(end.plusSeconds(600)),
        event,
        "comes too late or is not about a granted allocation");
  }

  private void end(Event event, AllocationId id) {
    Phase before = phases.put(id, Phase.ENDED);
    if (before == Phase.LIVE) {
      ends.put(id, event.at());
    }
    check(before == Phase.LIVE || before == Phase.WAITING, event, "ends what is not there");
  }

  private static void check(boolean holds, Event event, String complaint) {
    if (!holds) {
      throw new IllegalStateException(event + " " + complaint);
    }
  }
}
