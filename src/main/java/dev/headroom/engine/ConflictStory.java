package dev.headroom.engine;

import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictId;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.wire.ByteReader;
import dev.headroom.wire.ByteWriter;
import dev.headroom.wire.StoryBytes;
import dev.headroom.wire.ValueBytes;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The story of one conflict while it is told (rule Q8).
final class ConflictStory {
  /// Most decisions of one conflict that are remembered; of more, the latest.
  static final int DECISIONS_MAX = 64;

  final ConflictId id;
  private final ConstraintRef at;
  private final int type;
  private final Instant openedAt;
  private final ScopePath openedBy;
  private final Deque<Conflict.Decision> decisions = new ArrayDeque<>(4);
  private long decided;
  private boolean starvation;
  private @Nullable Instant closedAt;

  ConflictStory(ConflictId id, ConstraintRef at, int type, Instant openedAt, ScopePath openedBy) {
    this.id = id;
    this.at = at;
    this.type = type;
    this.openedAt = openedAt;
    this.openedBy = openedBy;
  }

  ConflictStory(ConflictStory other) {
    this(other.id, other.at, other.type, other.openedAt, other.openedBy);
    this.decisions.addAll(other.decisions);
    this.decided = other.decided;
    this.starvation = other.starvation;
    this.closedAt = other.closedAt;
  }

  void write(ByteWriter to) {
    to.number(id.value());
    ValueBytes.write(to, at);
    to.oneByte(type).number(openedAt.toEpochMilli());
    ValueBytes.write(to, openedBy);
    to.number(decisions.size());
    decisions.forEach(decision -> StoryBytes.write(to, decision));
    to.number(decided).oneByte(starvation ? 1 : 0);
    to.number(closedAt == null ? 0 : closedAt.toEpochMilli() + 1);
  }

  static ConflictStory read(ByteReader from) {
    ConflictStory story =
        new ConflictStory(
            new ConflictId(from.number()),
            ValueBytes.constraint(from),
            ValueBytes.type(from).ordinal(),
            Instant.ofEpochMilli(from.number()),
            ValueBytes.path(from));
    int count = from.upTo(DECISIONS_MAX);
    for (int read = 0; read < count; read++) {
      story.decisions.addLast(StoryBytes.decision(from));
    }
    story.decided = from.number();
    story.starvation = from.oneByte() != 0;
    long closed = from.number();
    story.closedAt = closed == 0 ? null : Instant.ofEpochMilli(closed - 1);
    return story;
  }

  ConstraintRef at() {
    return at;
  }

  void tell(Conflict.Decision decision, boolean starved) {
    decided++;
    starvation |= starved;
    if (decisions.size() == DECISIONS_MAX) {
      decisions.removeFirst();
    }
    decisions.addLast(decision);
  }

  void close(Instant when) {
    closedAt = when;
  }

  long decided() {
    return decided;
  }

  /// The story so far.
  ///
  /// @param starves whether someone starves who waits now
  Conflict told(int waiting, boolean starves) {
    return new Conflict(
        id,
        at,
        ResourceType.ALL.get(type),
        openedAt,
        openedBy,
        Optional.ofNullable(closedAt),
        starvation || starves,
        waiting,
        decided,
        List.copyOf(decisions));
  }
}
