package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictId;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Event;
import dev.headroom.wire.ByteReader;
import dev.headroom.wire.ByteWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The stories of all conflicts: those that are open, one per constraint at which someone waits,
/// and the latest of those that have closed (rules Q1, Q8).
///
/// A request that is decided as soon as it fails joins the conflict that is open there, else it
/// opens and closes one at once; its denial or its grant tells all there is to tell, so no further
/// event does.
final class ConflictBook {
  /// Most closed conflicts that are remembered; of more, the latest.
  static final int CLOSED_MAX = 1024;

  private final EngineState state;
  private final TreeMap<ConflictId, WaitingLine> open = new TreeMap<>();
  private final Deque<ConflictStory> closed = new ArrayDeque<>();
  private long last;

  ConflictBook(EngineState state) {
    this.state = state;
  }

  /// @param state a copy of the other's state, with its sites
  ConflictBook(ConflictBook other, EngineState state) {
    this.state = state;
    other.open.forEach((id, original) -> {
      WaitingLine line = original.twinIn(state.sites);
      line.conflict = new ConflictStory(story(original));
      open.put(id, line);
    });
    other.closed.forEach(story -> closed.add(new ConflictStory(story)));
    this.last = other.last;
  }

  /// A request begins to wait in a line.
  ///
  /// @param at the line's constraint
  void join(Waiter waiter, ConstraintRef at) {
    WaitingLine line = waiter.line;
    if (line.conflict == null) {
      ConflictStory story = begin(line, at, waiter.request);
      line.conflict = story;
      open.put(story.id, line);
      AllocationId by = state.allocations.id(waiter.slot);
      state.emit(new Event.ConflictOpened(at.path(), story.id, at, waiter.request.path(), by));
    }
  }

  /// A request that has waited in a line, and has left it, was decided.
  void decide(Waiter waiter, WaitingLine line, Finding finding) {
    ConflictStory story = story(line);
    AllocationId id = state.allocations.id(waiter.slot);
    long waited = state.now() - waiter.since;
    story.tell(decision(waiter.request, Optional.of(id), waited, finding), starved(waited));
    state.emit(
        new Event.ConflictDecided(waiter.request.path(), story.id, id, finding.verdict(), waited));
    if (line.isEmpty()) {
      close(line, story);
    }
  }

  /// A request was decided as soon as it failed.
  ///
  /// @param at the line's constraint
  void decideAtOnce(
      AllocationRequest request,
      WaitingLine line,
      ConstraintRef at,
      Optional<AllocationId> allocation,
      Finding finding) {
    Conflict.Decision decision = decision(request, allocation, 0, finding);
    ConflictStory story = line.conflict;
    if (story != null) {
      story.tell(decision, false);
    } else {
      ConflictStory alone = begin(line, at, request);
      alone.tell(decision, false);
      keep(alone);
    }
  }

  /// Those that are open, or those that have closed, the newest first.
  List<Conflict> list(boolean opened) {
    List<Conflict> list = new ArrayList<>();
    if (opened) {
      open.descendingMap().forEach((_, line) -> list.add(told(line)));
    } else {
      closed.descendingIterator().forEachRemaining(story -> list.add(story.told(0, false)));
    }
    return list;
  }

  /// What was decided about an allocation or at its cost, oldest first, as far as it is remembered.
  List<Conflict.Episode> concerning(AllocationId allocation) {
    return Stream.concat(list(false).stream(), list(true).stream())
        .flatMap(conflict -> conflict.concerning(allocation).stream())
        .sorted(
            Comparator.comparing((Conflict.Episode episode) -> episode.decision().at())
                .thenComparing(Conflict.Episode::conflict))
        .toList();
  }

  /// One conflict; empty where there is none, or it is long forgotten.
  Optional<Conflict> find(ConflictId id) {
    WaitingLine line = open.get(id);
    return line != null
        ? Optional.of(told(line))
        : closed.stream()
            .filter(story -> story.id.equals(id))
            .map(story -> story.told(0, false))
            .findFirst();
  }

  /// The line of an open conflict.
  Optional<WaitingLine> line(ConflictId id) {
    return Optional.ofNullable(open.get(id));
  }

  int closedCount() {
    return closed.size();
  }

  int openCount() {
    return open.size();
  }

  /// Writes the stories.
  void write(CanonicalForm form) {
    form.number(last).number(open.size());
    open.forEach((_, line) -> form.text(told(line).toString()));
    form.number(closed.size());
    closed.forEach(story -> form.text(story.told(0, false).toString()));
  }

  /// Writes the same as bytes.
  void write(StateOutput out) {
    out.next().number(last).number(open.size());
    open.forEach((_, line) -> {
      ByteWriter to = out.next();
      line.write(to, out);
      story(line).write(to);
    });
    out.next().number(closed.size());
    closed.forEach(story -> story.write(out.next()));
  }

  /// Reads what was written, once those who wait are in their lines.
  void read(StateInput in) {
    last = in.next().number();
    int opened = in.count();
    for (int read = 0; read < opened; read++) {
      ByteReader from = in.next();
      WaitingLine line = WaitingLine.read(in, from, state.sites);
      ConflictStory story = ConflictStory.read(from);
      line.conflict = story;
      open.put(story.id, line);
    }
    int ended = in.next().upTo(CLOSED_MAX);
    for (int read = 0; read < ended; read++) {
      closed.addLast(ConflictStory.read(in.next()));
    }
  }

  private ConflictStory begin(WaitingLine line, ConstraintRef at, AllocationRequest by) {
    last++;
    return new ConflictStory(
        new ConflictId(last), at, line.site.type, state.nowInstant(), by.path());
  }

  private Conflict.Decision decision(
      AllocationRequest request,
      Optional<AllocationId> allocation,
      long waitedMillis,
      Finding finding) {
    return new Conflict.Decision(
        request.path(),
        allocation,
        finding.verdict(),
        state.nowInstant(),
        waitedMillis,
        finding.because(),
        finding.losses(),
        finding.ruling(),
        finding.cycle());
  }

  private void close(WaitingLine line, ConflictStory story) {
    line.conflict = null;
    open.remove(story.id);
    story.close(state.nowInstant());
    keep(story);
    state.emit(new Event.ConflictClosed(story.at().path(), story.id, story.at(), story.decided()));
  }

  private void keep(ConflictStory story) {
    story.close(state.nowInstant());
    if (closed.size() == CLOSED_MAX) {
      closed.removeFirst();
    }
    closed.addLast(story);
  }

  private Conflict told(WaitingLine line) {
    ConflictStory story = story(line);
    long starving = line.guardedArrival(state.now(), state.settings());
    return story.told(line.size(), starving != Long.MAX_VALUE);
  }

  private static ConflictStory story(WaitingLine line) {
    return java.util.Objects.requireNonNull(line.conflict);
  }

  private boolean starved(long waitedMillis) {
    return waitedMillis > state.settings().starvationInterval().toMillis();
  }
}
