package dev.headroom.engine.reference;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictId;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The stories of conflicts (rules Q1, Q8).
final class Stories {
  private static final int DECISIONS_MAX = 64;
  private static final int CLOSED_MAX = 1024;

  private final World world;
  private final TreeMap<Place, Conflict> open = new TreeMap<>();
  private final List<Conflict> closed = new ArrayList<>();
  private long last;

  Stories(World world) {
    this.world = world;
  }

  void join(Wish wish, ConstraintRef at) {
    if (!open.containsKey(wish.place)) {
      Conflict conflict = begin(wish.place, at, wish.request);
      open.put(wish.place, conflict);
      world.say(new Event.ConflictOpened(at.path(), conflict.id(), at, wish.path(), wish.id));
    }
  }

  /// Tells what became of one who waited at a place and has left it.
  void decide(Wish wish, Place place, Finding finding) {
    Conflict before = Objects.requireNonNull(open.get(place));
    long waited = world.now - wish.since;
    Conflict after =
        with(
            before,
            decision(wish.request, Optional.of(wish.id), waited, finding),
            before.starvation() || wish.starves(world.now, world.settings));
    open.put(place, after);
    world.say(
        new Event.ConflictDecided(wish.path(), after.id(), wish.id, finding.verdict(), waited));
    if (world.wishesAt(place).isEmpty()) {
      open.remove(place);
      close(after);
      world.say(
          new Event.ConflictClosed(after.at().path(), after.id(), after.at(), after.decided()));
    }
  }

  /// Lets one who waits wait elsewhere.
  void move(Wish wish, Place place) {
    Place before = wish.place;
    if (!before.equals(place)) {
      world.wishes.remove(wish);
      world.doubt(wish.path());
      wish.place = place;
      world.wishes.add(wish);
      world.wishes.sort(Comparator.comparingLong(each -> each.arrival));
      world.doubts.add(new World.Wait(wish.path(), place));
      world.gainByPolicy(before);
      world.gainByPolicy(place);
      decide(wish, before, Finding.of(Conflict.Verdict.MOVED, wish.because));
      join(wish, world.tightest(place).orElseThrow().ref());
    }
  }

  /// Tells of a request that was decided as soon as it failed.
  void decideAtOnce(
      AllocationRequest request,
      Place place,
      ConstraintRef at,
      Optional<AllocationId> allocation,
      Finding finding) {
    Conflict.Decision decision = decision(request, allocation, 0, finding);
    Conflict before = open.get(place);
    if (before != null) {
      open.put(place, with(before, decision, before.starvation()));
    } else {
      close(with(begin(place, at, request), decision, false));
    }
  }

  /// The open conflict of a place.
  ConflictId at(Place place) {
    return Objects.requireNonNull(open.get(place)).id();
  }

  /// The open ones, or the closed ones, the newest first.
  List<Conflict> list(boolean opened) {
    List<Conflict> list = new ArrayList<>(closed.reversed());
    if (opened) {
      list.clear();
      open.forEach((place, conflict) -> list.add(now(place, conflict)));
      list.sort(Comparator.comparing(Conflict::id).reversed());
    }
    return list;
  }

  private Conflict now(Place place, Conflict conflict) {
    List<Wish> waiting = world.wishesAt(place);
    boolean starves = waiting.stream().anyMatch(wish -> wish.starves(world.now, world.settings));
    return copy(
        conflict,
        Optional.empty(),
        conflict.starvation() || starves,
        waiting.size(),
        conflict.decided(),
        conflict.decisions());
  }

  private Conflict begin(Place place, ConstraintRef at, AllocationRequest by) {
    last++;
    return new Conflict(
        new ConflictId(last),
        at,
        place.type(),
        Instant.ofEpochMilli(world.now),
        by.path(),
        Optional.empty(),
        false,
        0,
        0,
        List.of());
  }

  private void close(Conflict conflict) {
    closed.add(
        copy(
            conflict,
            Optional.of(Instant.ofEpochMilli(world.now)),
            conflict.starvation(),
            0,
            conflict.decided(),
            conflict.decisions()));
    if (closed.size() > CLOSED_MAX) {
      closed.removeFirst();
    }
  }

  private Conflict.Decision decision(
      AllocationRequest request, Optional<AllocationId> allocation, long waited, Finding finding) {
    return new Conflict.Decision(
        request.path(),
        allocation,
        finding.verdict(),
        Instant.ofEpochMilli(world.now),
        waited,
        finding.because(),
        finding.losses(),
        finding.ruling(),
        finding.cycle());
  }

  private static Conflict with(Conflict before, Conflict.Decision decision, boolean starvation) {
    List<Conflict.Decision> decisions =
        Stream.concat(before.decisions().stream(), Stream.of(decision)).toList();
    int excess = Math.max(0, decisions.size() - DECISIONS_MAX);
    return copy(
        before,
        Optional.empty(),
        starvation,
        0,
        before.decided() + 1,
        decisions.subList(excess, decisions.size()));
  }

  private static Conflict copy(
      Conflict of,
      Optional<Instant> closedAt,
      boolean starvation,
      int waiting,
      long decided,
      List<Conflict.Decision> decisions) {
    return new Conflict(
        of.id(),
        of.at(),
        of.type(),
        of.openedAt(),
        of.openedBy(),
        closedAt,
        starvation,
        waiting,
        decided,
        List.copyOf(decisions));
  }
}
