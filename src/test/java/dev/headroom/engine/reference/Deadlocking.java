package dev.headroom.engine.reference;

import dev.headroom.model.Conflict;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Scopes that wait for each other in a circle, each at another place (rule Q6).
final class Deadlocking {
  /// One that waits for what the next in the circle holds.
  record Link(ScopePath path, Wish wish) {}

  private final World world;

  Deadlocking(World world) {
    this.world = world;
  }

  /// The shortest circle that a scope closes by waiting at a place, that scope first.
  List<Link> closedBy(World.Wait wait) {
    Set<ScopePath> stuck = stuck();
    if (!at(wait.path()).contains(wait.place()) || !stuck.contains(wait.path())) {
      return List.of();
    }
    List<List<Place>> ways = List.of(List.of());
    List<List<ScopePath>> paths = List.of(List.of(wait.path()));
    Set<ScopePath> reached = new TreeSet<>();
    while (!paths.isEmpty()) {
      List<List<Place>> furtherWays = new ArrayList<>();
      List<List<ScopePath>> furtherPaths = new ArrayList<>();
      for (int at = 0; at < paths.size(); at++) {
        ScopePath last = paths.get(at).getLast();
        Set<Place> places = at(last);
        for (Place place : paths.get(at).size() == 1 ? Set.of(wait.place()) : places) {
          List<Place> way = with(ways.get(at), place);
          for (ScopePath next : stuck) {
            if (next.equals(last) || held(next, place) == 0) {
              continue;
            }
            if (next.equals(wait.path())) {
              if (!place.equals(wait.place())) {
                return links(paths.get(at), way);
              }
            } else if (reached.add(next)) {
              furtherWays.add(way);
              furtherPaths.add(with(paths.get(at), next));
            }
          }
        }
      }
      ways = furtherWays;
      paths = furtherPaths;
    }
    return List.of();
  }

  /// Of those with the lowest effective priority, the last that began to wait.
  Wish denied(List<Link> cycle) {
    return youngestOfLowest(cycle.stream().map(Link::wish).toList());
  }

  List<Conflict.Wait> told(List<Link> cycle) {
    return cycle.stream()
        .map(link ->
            new Conflict.Wait(
                link.path, link.wish.id, world.tightest(link.wish.place).orElseThrow().ref()))
        .toList();
  }

  /// The scopes none of whose wishes would ever fit if everyone but them let go.
  private Set<ScopePath> stuck() {
    Set<ScopePath> stuck = new TreeSet<>();
    for (Wish wish : world.wishes) {
      if (world.holdings.stream().anyMatch(holding -> holdsAnything(holding, wish.path()))) {
        stuck.add(wish.path());
      }
    }
    boolean changed = true;
    while (changed) {
      List<ScopePath> going =
          world.wishes.stream().filter(wish -> mayFit(wish, stuck)).map(Wish::path).toList();
      changed = stuck.removeAll(going);
    }
    return stuck;
  }

  private static boolean holdsAnything(Holding holding, ScopePath path) {
    return holding.path().equals(path)
        && holding.lines.stream().anyMatch(line -> line.reserved > 0);
  }

  private boolean mayFit(Wish wish, Set<ScopePath> stuck) {
    long held = stuck.stream().mapToLong(path -> held(path, wish.place)).sum();
    long need = Math.max(1, wish.minimum(wish.place.type()));
    return world.constraintsAt(wish.place.path(), wish.place.type()).stream()
        .filter(constraint -> constraint.place().equals(wish.place))
        .allMatch(constraint ->
            switch (constraint) {
              case Cap cap -> mayFit(cap, held + need);
              case Stock stock -> held + need <= world.borrowing.most(stock);
            });
  }

  /// Whether a limit may ever allow so much at once, after other windows have begun.
  private boolean mayFit(Cap cap, long amount) {
    long spent = cap.terms.period().isPresent() ? 0 : world.consumed(cap);
    long ever = cap.terms.rollover() ? 2 * cap.terms.amount() : cap.terms.amount();
    return Leniency.everGrants(cap, amount + spent, Math.max(cap.allowance(), ever));
  }

  private long held(ScopePath path, Place place) {
    return world.holdings.stream()
        .filter(holding -> holding.path().equals(path))
        .mapToLong(holding -> Preempting.has(holding, place))
        .sum();
  }

  /// Where the wishes of a scope wait.
  private Set<Place> at(ScopePath path) {
    Set<Place> places = new TreeSet<>();
    world.wishes.stream()
        .filter(wish -> wish.path().equals(path))
        .forEach(wish -> places.add(wish.place));
    return places;
  }

  private List<Link> links(List<ScopePath> paths, List<Place> places) {
    List<Link> links = new ArrayList<>();
    for (int at = 0; at < paths.size(); at++) {
      ScopePath path = paths.get(at);
      Place place = places.get(at);
      List<Wish> there =
          world.wishes.stream()
              .filter(wish -> wish.path().equals(path) && wish.place.equals(place))
              .toList();
      links.add(new Link(path, youngestOfLowest(there)));
    }
    return links;
  }

  private Wish youngestOfLowest(List<Wish> wishes) {
    return wishes.stream()
        .min(
            Comparator.comparing((Wish wish) -> wish.effectivePriority(world.now, world.settings))
                .thenComparing(Comparator.comparingLong((Wish wish) -> wish.arrival).reversed()))
        .orElseThrow();
  }

  private static <T> List<T> with(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}
