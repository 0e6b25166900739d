package dev.headroom.history.suggestion;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Denial;
import dev.headroom.model.EndCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A job of which not all is known yet.
final class JobDraft {
  final long order;
  final long at;
  final Optional<AllocationId> standing;
  final AllocationRequest request;
  private final List<Deed> deeds = new ArrayList<>();
  private List<Job.Part> granted = List.of();
  private long grantedAt;
  private List<Denial> denials = List.of();
  private Optional<ConstraintRef> queuedAt = Optional.empty();
  private Optional<EndCause> ended = Optional.empty();
  private long endedAfter;

  JobDraft(long order, long at, Optional<AllocationId> standing, AllocationRequest request) {
    this.order = order;
    this.at = at;
    this.standing = standing;
    this.request = request;
  }

  void grant(long when, List<Job.Part> parts) {
    grantedAt = when;
    granted = parts;
  }

  void deny(List<Denial> why) {
    denials = why;
  }

  void queue(ConstraintRef where) {
    queuedAt = Optional.of(where);
  }

  void add(Deed deed) {
    deeds.add(deed);
  }

  /// What was taken from it begins anew: what it did so far it will do again.
  void beginAnew() {
    deeds.clear();
    granted = List.of();
  }

  void end(EndCause cause, long when) {
    ended = Optional.of(cause);
    endedAfter = Math.max(0, when - grantedAt);
  }

  boolean isGranted() {
    return !granted.isEmpty();
  }

  long after(long when) {
    return Math.max(0, when - grantedAt);
  }

  Job job() {
    return new Job(
        order,
        at,
        standing,
        request,
        granted,
        grantedAt,
        granted.isEmpty() ? denials : List.of(),
        queuedAt,
        ended,
        endedAfter,
        List.copyOf(deeds));
  }
}
