package dev.headroom.sandbox.disturbance;

import dev.headroom.model.Pool;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ScopeKind;
import dev.headroom.model.ScopePath;
import dev.headroom.sandbox.Disturbance;
import dev.headroom.sandbox.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Many who ask at once: sixty callers of one pool, each for a twentieth of it, and all those who
/// have gone away empty-handed or are done come back at the same instant, every ten seconds.
final class ThunderingHerd implements Disturbance {
  private static final Callers.Manner MANNER =
      new Callers.Manner(
          "thundering herd", Priority.NORMAL, Duration.ofSeconds(8), false, 1000, 3000);

  private static final int CALLERS = 60;
  private static final int SHARE = 20;
  private static final long GAP_MILLIS = 10_000;

  @Override
  public String name() {
    return "thundering-herd";
  }

  @Override
  public Duration lasts() {
    return Duration.ofSeconds(45);
  }

  @Override
  public Optional<Underway> begin(Stage stage, Aim aim) {
    return new Surroundings(stage).pool(aim).map(pool -> herd(stage, pool, aim));
  }

  private static Underway herd(Stage stage, PoolStatus status, Aim aim) {
    Pool pool = status.pool();
    List<Wish> wishes = wishes(pool, "herd-" + aim.number());
    var callers = new Callers(stage, aim.dice(), MANNER);
    return new Waves(
        stage,
        new Target(pool.path(), Optional.of(pool.id())),
        callers,
        () -> GAP_MILLIS,
        () -> wishes.stream().filter(wish -> !callers.isBusy(wish)).toList().forEach(callers::ask));
  }

  /// Those who share a pool by name come from them, the others from nowhere.
  private static List<Wish> wishes(Pool pool, String herd) {
    List<ScopePath> homes =
        pool.terms().members().isEmpty()
            ? List.of(pool.path())
            : pool.terms().members().stream().map(Pool.Member::path).toList();
    long amount = Math.max(1, pool.terms().capacity() / SHARE);
    List<RequestLine> lines = List.of(RequestLine.required(pool.type(), amount));
    List<Wish> wishes = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      wishes.add(new Wish(below(homes.get(caller % homes.size()), herd, caller + 1), lines));
    }
    return wishes;
  }

  private static ScopePath below(ScopePath home, String herd, int caller) {
    return switch (home.kind()) {
      case GLOBAL, USER, SESSION ->
          home.child(ScopeKind.SWARM, herd).child(ScopeKind.RUN, "caller-" + caller);
      case SWARM -> home.child(ScopeKind.RUN, herd + "-" + caller);
      case RUN -> home.child(ScopeKind.STEP, herd + "-" + caller);
      case STEP -> home;
    };
  }
}
