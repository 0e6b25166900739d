package dev.headroom.wire.json;

import dev.headroom.model.Event;

/// What requests go through that contend.
final class ConflictEvents {
  private static final ObjectShape<Event.Queued> QUEUED =
      ObjectShape.of(
          "QueuedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.Queued::path);
            var allocation =
                fields.required("allocationId", Names.ALLOCATION, Event.Queued::allocation);
            var at = fields.required("constraint", Names.CONSTRAINT, Event.Queued::at);
            var because =
                fields.required("denials", Outcomes.DENIAL.listed(), Event.Queued::because);
            return in ->
                new Event.Queued(in.get(path), in.get(allocation), in.get(at), in.get(because));
          });

  private static final ObjectShape<Event.Denied> DENIED =
      ObjectShape.of(
          "DeniedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.Denied::path);
            var allocation =
                fields.optional("allocationId", Names.ALLOCATION, Event.Denied::allocation);
            var denials =
                fields.required("denials", Outcomes.DENIAL.listed(), Event.Denied::denials);
            var waitedMillis =
                fields.required("waitedMillis", Scalar.LONG, Event.Denied::waitedMillis);
            return in ->
                new Event.Denied(
                    in.get(path), in.get(allocation), in.get(denials), in.get(waitedMillis));
          });

  private static final ObjectShape<Event.Preempted> PREEMPTED =
      ObjectShape.of(
          "PreemptedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.Preempted::path);
            var allocation =
                fields.required("allocationId", Names.ALLOCATION, Event.Preempted::allocation);
            var priority = fields.required("priority", Names.PRIORITY, Event.Preempted::priority);
            var at = fields.required("constraint", Names.CONSTRAINT, Event.Preempted::at);
            var by = fields.optional("by", Names.ALLOCATION, Event.Preempted::by);
            var byPath = fields.required("byPath", Names.PATH, Event.Preempted::byPath);
            var byPriority =
                fields.required("byPriority", Names.PRIORITY, Event.Preempted::byPriority);
            var requeuedAs =
                fields.optional("requeuedAs", Names.ALLOCATION, Event.Preempted::requeuedAs);
            return in ->
                new Event.Preempted(
                    in.get(path),
                    in.get(allocation),
                    in.get(priority),
                    in.get(at),
                    in.get(by),
                    in.get(byPath),
                    in.get(byPriority),
                    in.get(requeuedAs));
          });

  private static final ObjectShape<Event.Shrunk> SHRUNK =
      ObjectShape.of(
          "ShrunkEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.Shrunk::path);
            var allocation =
                fields.required("allocationId", Names.ALLOCATION, Event.Shrunk::allocation);
            var type = fields.required("type", Names.TYPE, Event.Shrunk::type);
            var amount = fields.required("amount", Scalar.LONG, Event.Shrunk::amount);
            var at = fields.required("constraint", Names.CONSTRAINT, Event.Shrunk::at);
            var by = fields.optional("by", Names.ALLOCATION, Event.Shrunk::by);
            var byPath = fields.required("byPath", Names.PATH, Event.Shrunk::byPath);
            return in ->
                new Event.Shrunk(
                    in.get(path),
                    in.get(allocation),
                    in.get(type),
                    in.get(amount),
                    in.get(at),
                    in.get(by),
                    in.get(byPath));
          });

  private static final ObjectShape<Event.ConflictOpened> CONFLICT_OPENED =
      ObjectShape.of(
          "ConflictOpenedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.ConflictOpened::path);
            var conflict =
                fields.required("conflictId", Names.CONFLICT, Event.ConflictOpened::conflict);
            var at = fields.required("constraint", Names.CONSTRAINT, Event.ConflictOpened::at);
            var by = fields.required("by", Names.PATH, Event.ConflictOpened::by);
            var allocation =
                fields.required("allocationId", Names.ALLOCATION, Event.ConflictOpened::allocation);
            return in ->
                new Event.ConflictOpened(
                    in.get(path), in.get(conflict), in.get(at), in.get(by), in.get(allocation));
          });

  private static final ObjectShape<Event.ConflictDecided> CONFLICT_DECIDED =
      ObjectShape.of(
          "ConflictDecidedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.ConflictDecided::path);
            var conflict =
                fields.required("conflictId", Names.CONFLICT, Event.ConflictDecided::conflict);
            var allocation =
                fields.required(
                    "allocationId", Names.ALLOCATION, Event.ConflictDecided::allocation);
            var verdict =
                fields.required("verdict", Conflicts.VERDICT, Event.ConflictDecided::verdict);
            var waitedMillis =
                fields.required("waitedMillis", Scalar.LONG, Event.ConflictDecided::waitedMillis);
            return in ->
                new Event.ConflictDecided(
                    in.get(path),
                    in.get(conflict),
                    in.get(allocation),
                    in.get(verdict),
                    in.get(waitedMillis));
          });

  private static final ObjectShape<Event.ConflictResolved> CONFLICT_RESOLVED =
      ObjectShape.of(
          "ConflictResolvedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.ConflictResolved::path);
            var conflict =
                fields.required("conflictId", Names.CONFLICT, Event.ConflictResolved::conflict);
            var allocation =
                fields.required(
                    "allocationId", Names.ALLOCATION, Event.ConflictResolved::allocation);
            var resolution =
                fields.required(
                    "resolution", Decisions.RESOLUTION, Event.ConflictResolved::resolution);
            var author = fields.required("author", Scalar.TEXT, Event.ConflictResolved::author);
            var reason = fields.required("reason", Scalar.TEXT, Event.ConflictResolved::reason);
            return in ->
                new Event.ConflictResolved(
                    in.get(path),
                    in.get(conflict),
                    in.get(allocation),
                    in.get(resolution),
                    in.get(author),
                    in.get(reason));
          });

  private static final ObjectShape<Event.ConflictClosed> CONFLICT_CLOSED =
      ObjectShape.of(
          "ConflictClosedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.ConflictClosed::path);
            var conflict =
                fields.required("conflictId", Names.CONFLICT, Event.ConflictClosed::conflict);
            var at = fields.required("constraint", Names.CONSTRAINT, Event.ConflictClosed::at);
            var decided = fields.required("decided", Scalar.LONG, Event.ConflictClosed::decided);
            return in ->
                new Event.ConflictClosed(
                    in.get(path), in.get(conflict), in.get(at), in.get(decided));
          });

  private static final ObjectShape<Event.DeadlockFound> DEADLOCK_FOUND =
      ObjectShape.of(
          "DeadlockFoundEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.DeadlockFound::path);
            var conflict =
                fields.required("conflictId", Names.CONFLICT, Event.DeadlockFound::conflict);
            var cycle =
                fields.required("cycle", Conflicts.WAIT.listed(), Event.DeadlockFound::cycle);
            var denied = fields.required("denied", Names.ALLOCATION, Event.DeadlockFound::denied);
            return in ->
                new Event.DeadlockFound(
                    in.get(path), in.get(conflict), in.get(cycle), in.get(denied));
          });

  private ConflictEvents() {}

  /// Adds these kinds to others.
  static OneOf.Kinds<Event.Body> addTo(OneOf.Kinds<Event.Body> kinds) {
    return kinds
        .or("QUEUED", Event.Queued.class, QUEUED)
        .or("DENIED", Event.Denied.class, DENIED)
        .or("PREEMPTED", Event.Preempted.class, PREEMPTED)
        .or("SHRUNK", Event.Shrunk.class, SHRUNK)
        .or("CONFLICT_OPENED", Event.ConflictOpened.class, CONFLICT_OPENED)
        .or("CONFLICT_DECIDED", Event.ConflictDecided.class, CONFLICT_DECIDED)
        .or("CONFLICT_RESOLVED", Event.ConflictResolved.class, CONFLICT_RESOLVED)
        .or("CONFLICT_CLOSED", Event.ConflictClosed.class, CONFLICT_CLOSED)
        .or("DEADLOCK_FOUND", Event.DeadlockFound.class, DEADLOCK_FOUND);
  }
}
