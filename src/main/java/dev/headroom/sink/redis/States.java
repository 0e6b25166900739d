package dev.headroom.sink.redis;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.client.ScopeQuery;
import dev.headroom.model.Event;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which states have changed since they were written, and what they are now. One thread.
///
/// A scope's own figures change when something happens at or below it. What it still may use
/// changes also when something happens elsewhere, or when time passes; so all scopes are looked at
/// again in turn, some each time.
final class States {
  private static final int CHANGED_MAX = 2_000;
  private static final int IN_TURN_MAX = 500;
  private static final int PAGE = 5_000;
  private static final int WRITTEN_AT_ONCE = 250;

  private final Instance instance;
  private final Mirror mirror;
  private final Set<ScopePath> known = new LinkedHashSet<>();
  private final Set<ScopePath> changed = new LinkedHashSet<>();
  private boolean silent;
  private Iterator<ScopePath> turn = List.<ScopePath>of().iterator();

  States(Instance instance, Mirror mirror) {
    this.instance = instance;
    this.mirror = mirror;
  }

  /// Notes where something happened.
  void happened(List<Event> events) {
    events.forEach(event -> changed.addAll(event.body().path().chain()));
  }

  /// Writes everything there is, and forgets what is gone; nothing is gone that could not be asked
  /// for.
  void writeAll() {
    Instant at = instance.info().now();
    ArrayDeque<ScopePath> parents = new ArrayDeque<>(List.of(ScopePath.ROOT));
    write(List.of(ScopePath.ROOT), at);
    while (!parents.isEmpty()) {
      ScopePath parent = parents.removeFirst();
      List<ScopeStatus> page;
      int offset = 0;
      do {
        page = children(parent, offset);
        write(page, at, parents);
        offset += page.size();
      } while (page.size() == PAGE);
    }
    if (!silent) {
      Set<String> gone = mirror.scopes();
      known.forEach(path -> gone.remove(path.text()));
      inParts(gone.stream().map(ScopePath::of).toList(), mirror::removeScopes);
    }
    writePools(at);
  }

  private List<ScopeStatus> children(ScopePath parent, int offset) {
    return switch (instance.scopes(ScopeQuery.children(parent, offset, PAGE))) {
      case Reply.Decided<ScopePage>(var page) -> page.scopes();
      case Reply.Refused<ScopePage> _ -> List.of(); // It was closed meanwhile.
      case Reply.Silence<ScopePage> _ -> {
        silent = true;
        yield List.of();
      }
    };
  }

  private void write(List<ScopeStatus> page, Instant at, ArrayDeque<ScopePath> parents) {
    inParts(page, part -> mirror.putScopes(part, at));
    for (ScopeStatus scope : page) {
      known.add(scope.path());
      if (scope.children() > 0) {
        parents.add(scope.path());
      }
    }
  }

  /// Writes what has changed, as much as is written at one time, and some that may have.
  void writeSome() {
    Instant at = instance.info().now();
    write(taken(changed.iterator(), CHANGED_MAX, true), at);
    if (!turn.hasNext()) {
      turn = List.copyOf(known).iterator();
    }
    write(taken(turn, IN_TURN_MAX, false), at);
    writePools(at);
  }

  private static List<ScopePath> taken(Iterator<ScopePath> from, int most, boolean remove) {
    List<ScopePath> taken = new ArrayList<>();
    while (from.hasNext() && taken.size() < most) {
      taken.add(from.next());
      if (remove) {
        from.remove();
      }
    }
    return taken;
  }

  private void write(List<ScopePath> paths, Instant at) {
    List<ScopeStatus> there = new ArrayList<>();
    List<ScopePath> gone = new ArrayList<>();
    for (ScopePath path : paths) {
      switch (instance.scope(path)) {
        case Reply.Decided<ScopeStatus>(var status) -> there.add(status);
        case Reply.Refused<ScopeStatus> _ -> gone.add(path);
        case Reply.Silence<ScopeStatus> _ -> changed.add(path);
      }
    }
    there.forEach(scope -> known.add(scope.path()));
    gone.forEach(known::remove);
    inParts(there, part -> mirror.putScopes(part, at));
    inParts(gone, mirror::removeScopes);
  }

  private void writePools(Instant at) {
    if (instance.pools() instanceof Reply.Decided<List<PoolStatus>>(var pools)) {
      mirror.putPools(pools, at);
    }
  }

  /// Something about a part of a list.
  private interface Part<T> {
    void take(List<T> part);
  }

  private static <T> void inParts(List<T> all, Part<T> part) {
    for (int from = 0; from < all.size(); from += WRITTEN_AT_ONCE) {
      part.take(all.subList(from, Math.min(from + WRITTEN_AT_ONCE, all.size())));
    }
  }
}
