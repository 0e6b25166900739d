package dev.headroom.console.viewmodel.action;

import dev.headroom.console.SmallWorld;
import dev.headroom.console.viewmodel.Clocks;
import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.Errands;
import dev.headroom.console.viewmodel.OpenPlace;
import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.PlaceMark;
import dev.headroom.console.viewmodel.ScopeTree;
import dev.headroom.console.viewmodel.WaitRow;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/// A desk at the small world and an operator named `ops`, without a window.
public final class Bench implements AutoCloseable {
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  public final SmallWorld world = SmallWorld.open();
  public final Errands ui = new Errands();
  public final Desk desk;
  public final Operator operator;
  final AlertBoard board;

  private Bench(Optional<Place> at) {
    var place = new OpenPlace(at, world.instance(), Optional.empty(), "", () -> {});
    desk = new Desk(place, world.instance(), ui, new Clocks(() -> Instant.EPOCH, () -> 0L));
    operator = new Operator(desk, "ops");
    board = new AlertBoard(operator);
  }

  /// Opens the desk and waits until the first state has come.
  public static Bench open() {
    return open(new Bench(Optional.empty()));
  }

  /// The same where the world is marked as a production of that name.
  public static Bench ofProduction(String name) {
    var mark = new PlaceMark(name, PlaceMark.Colour.RED, true);
    var server = new Connection.Server("http://127.0.0.1:7420", Optional.empty(), false);
    var at = new Place.Remote(new Connection("", mark, server, false), Optional.empty());
    return open(new Bench(Optional.of(at)));
  }

  private static Bench open(Bench bench) {
    bench.desk.start(ScopeTree.Listener.NOBODY);
    bench.look();
    return bench;
  }

  /// Takes the newest state into what is shown.
  void look() {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!desk.take()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("no frame came");
      }
      Thread.onSpinWait();
    }
  }

  /// The row of an alert, once it is listed.
  AlertLine alert(Predicate<AlertLine> wanted) {
    board.lines().refresh();
    ui.until(() -> find(wanted).isPresent());
    return find(wanted).orElseThrow();
  }

  /// One who waits at or below a scope.
  WaitCase waiting(String below) {
    desk.waiting().refresh();
    ui.until(() -> row(below).isPresent());
    var subject = new WaitCase(operator, row(below).orElseThrow());
    subject.refresh();
    ui.until(() -> !subject.remedies().isEmpty());
    return subject;
  }

  /// Waits until an action has come to its end.
  void finish(Attempt attempt) {
    ui.until(
        () -> attempt.state() != Attempt.State.UNDERWAY && attempt.state() != Attempt.State.IDLE);
  }

  @Override
  public void close() {
    desk.close();
    world.close();
  }

  private Optional<WaitRow> row(String below) {
    ScopePath path = ScopePath.of(below);
    return desk.waiting().rows().stream()
        .filter(row -> ScopePath.of(row.address()).isWithin(path))
        .findFirst();
  }

  private Optional<AlertLine> find(Predicate<AlertLine> wanted) {
    return board.lines().rows().stream().filter(wanted).findFirst();
  }
}
