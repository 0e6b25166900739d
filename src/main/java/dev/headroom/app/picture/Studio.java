package dev.headroom.app.picture;

import dev.headroom.app.window.DesktopPlaces;
import dev.headroom.app.window.PlayedSandbox;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.embedded.EmbeddedInstance;
import dev.headroom.console.view.ConsoleWindow;
import dev.headroom.console.viewmodel.Clocks;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.OpenPlace;
import dev.headroom.console.viewmodel.Origin;
import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.UiThread;
import dev.headroom.model.ScopePath;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.disturbance.Repertoire;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/// The real console before a simulated world in which nothing moves but by order: no time passes,
/// and nothing is fetched or drawn, so that the same orders always make the same picture. JavaFX
/// must be running; all orders come from one other thread.
final class Studio implements AutoCloseable {
  /// How much real time seems to pass with each portion; the console samples its curves twice a
  /// second.
  private static final long PORTION_NANOS = 500_000_000;

  /// How often what answers bring about may ask anew.
  private static final int ROUNDS = 2;

  private static final long PATIENCE_NANOS = 30_000_000_000L;

  /// JavaFX draws what of the stage is within the screen; nobody looks at that.
  private static final double STAGE_SIDE = 64;

  /// Of how long a span a copy has the demand.
  private static final Duration COPIED = Duration.ofMinutes(15);

  private final Sandbox sandbox;
  private final PlayedSandbox played;
  private final PicturedInstance instance;
  private final PicturedPlaces places = new PicturedPlaces();
  private final boolean silent;
  private final Instant now;
  private final AtomicLong nanos = new AtomicLong(PORTION_NANOS);
  private final ConsoleModel model;
  private final ConsoleWindow window;
  private final Stage stage;

  /// @param sandbox paused, and without a thread; closed with the studio
  /// @param first what the window looks like at first
  Studio(Page.World world, Sandbox sandbox, Look first) {
    this.sandbox = sandbox;
    played = new PlayedSandbox(sandbox, 0);
    played.setPaused(false);
    silent = world == Page.World.SILENT;
    boolean remote = world == Page.World.PRODUCTION || silent;
    instance =
        new PicturedInstance(
            remote
                ? new EmbeddedInstance(
                    PicturedPlaces.PRODUCTION.name(), InstanceInfo.Kind.REMOTE, sandbox.node())
                : played.instance(),
            silent);
    now = sandbox.state().now();
    OpenPlace usual = remote ? remotePlace() : sandboxPlace();
    OpenPlace place = world == Page.World.COPIED ? copied(usual) : usual;
    model =
        onUi(() ->
            new ConsoleModel(
                place,
                places,
                new PicturedMemory(),
                new UiThread(),
                new Clocks(() -> now, nanos::get)));
    window = onUi(() -> new ConsoleWindow(model, first.theme(), first.width(), first.height()));
    stage = onUi(() -> show(window.scene(), first));
    look(first);
  }

  private OpenPlace sandboxPlace() {
    OpenPlace place = DesktopPlaces.opened(played);
    return new OpenPlace(place.at(), instance.shown(), place.sandbox(), "", () -> {});
  }

  /// What a sandbox plays, as if it were a copy of what is behind a server.
  private OpenPlace copied(OpenPlace place) {
    var origin =
        new Origin(
            remotePlace(),
            now,
            Poses.require(played.instance().config()).config(),
            Optional.of(COPIED),
            () -> {});
    return new OpenPlace(
        place.at(),
        place.instance(),
        place.home(),
        place.sandbox(),
        "",
        place.release(),
        Optional.of(origin));
  }

  private OpenPlace remotePlace() {
    var at = new Place.Remote(PicturedPlaces.PRODUCTION, Optional.empty());
    return new OpenPlace(Optional.of(at), instance.shown(), Optional.empty(), "", () -> {});
  }

  ConsoleModel model() {
    return model;
  }

  PicturedInstance instance() {
    return instance;
  }

  PicturedPlaces places() {
    return places;
  }

  /// What time it is where the console is: it stands still.
  Instant now() {
    return now;
  }

  /// What is pictured; only to be looked at by [#order] and [#until].
  ConsoleWindow window() {
    return window;
  }

  /// Does something to the window, on JavaFX's thread, and lets everything come of it that will.
  void order(Consumer<ConsoleWindow> order) {
    onUi(() -> {
      order.accept(window);
      return window;
    });
    settle();
  }

  /// Has the history kept from the very beginning, whenever its thread gets to it.
  void remember() {
    var _ = instance.shown().forecast(ScopePath.ROOT);
  }

  /// Lets simulated time pass before the console begins to watch.
  void skip(Duration span) {
    sandbox.runFor(span);
  }

  /// Has disturbances begin wherever the seed says, and a while of them pass.
  void inject(String... kinds) {
    for (String kind : kinds) {
      var _ = sandbox.inject(Repertoire.find(kind).orElseThrow(), Optional.empty());
    }
    pass(Duration.ofSeconds(10));
  }

  /// Lets simulated time pass, of which the console sees the end.
  void pass(Duration span) {
    sandbox.runFor(span);
    Instant until = sandbox.state().now();
    await(() -> silent || !instance.newest().isBefore(until));
    nanos.addAndGet(PORTION_NANOS);
    onUi(() -> {
      window.refresh();
      return window;
    });
  }

  /// Fetches and draws all there is to it as it stands.
  void settle() {
    for (int round = 0; round < ROUNDS; round++) {
      long seen = instance.frames();
      await(() -> silent || instance.frames() > seen + 1);
      refresh();
      await(() -> silent || model.desk().calls().isQuiet());
    }
    refresh();
  }

  /// Waits until something holds, on JavaFX's thread, that takes real time.
  void until(BooleanSupplier condition) {
    await(() -> onUi(condition::getAsBoolean));
    settle();
  }

  /// What the window looks like.
  BufferedImage picture(Look look) {
    look(look);
    settle();
    return onUi(() -> {
      var exactly = new SnapshotParameters();
      exactly.setViewport(new Rectangle2D(0, 0, look.width(), look.height()));
      return SwingFXUtils.fromFXImage(root().snapshot(exactly, null), null);
    });
  }

  @Override
  public void close() {
    onUi(() -> {
      stage.hide();
      window.stop();
      model.close();
      return window;
    });
    instance.shown().close();
    played.close();
  }

  private void look(Look look) {
    onUi(() -> {
      window.choose(look.theme());
      window.zoom(look.zoom());
      root().resize(look.width(), look.height());
      return window;
    });
    refresh();
  }

  private void refresh() {
    onUi(() -> {
      root().applyCss();
      root().layout();
      window.refresh();
      return window;
    });
  }

  /// Shows the scene, since only what is shown is laid out and drawn as ever. JavaFX's screen in
  /// memory is small; so the console stands on a small stage and reaches beyond its edges.
  private static Stage show(Scene scene, Look look) {
    Region root = (Region) scene.getRoot();
    var ground = new Group();
    ground.setAutoSizeChildren(false);
    scene.setRoot(ground);
    ground.getChildren().add(root);
    root.resize(look.width(), look.height());
    var stage = new Stage();
    stage.setWidth(STAGE_SIDE);
    stage.setHeight(STAGE_SIDE);
    stage.setScene(scene);
    stage.show();
    return stage;
  }

  private Region root() {
    Node root = window.scene().getRoot().getChildrenUnmodifiable().getFirst();
    return (Region) root;
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the picture is not getting ready");
      }
      try {
        TimeUnit.MILLISECONDS.sleep(2);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", interrupted);
      }
    }
  }

  private static <T> T onUi(Supplier<T> action) {
    return CompletableFuture.supplyAsync(action, new UiThread()).join();
  }
}
