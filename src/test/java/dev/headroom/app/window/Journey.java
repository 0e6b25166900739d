package dev.headroom.app.window;

import dev.headroom.client.remote.Pace;
import dev.headroom.console.viewmodel.ConsoleModel;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Stage;

/// The console on a place where there is something to do, for a test to begin when it starts and to
/// end when it stops.
final class Journey {
  private final JourneyPlace where;
  private final Pace pace;
  private Optional<JourneyPlace.Site> site = Optional.empty();
  private Optional<JourneyWorld> world = Optional.empty();
  private Optional<AttachedWindow> opened = Optional.empty();

  Journey(JourneyPlace where) {
    this(where, Pace.DEFAULT);
  }

  /// @param pace how long to wait for a server
  Journey(JourneyPlace where, Pace pace) {
    this.where = where;
    this.pace = pace;
  }

  /// Shows the console; on JavaFX's thread.
  ///
  /// @param folder where files are kept meanwhile
  void begin(Stage stage, Path folder) {
    JourneyPlace.Site its = where.open(folder, pace);
    site = Optional.of(its);
    world = Optional.of(new JourneyWorld(its.colleague()));
    world().populate();
    opened = Optional.of(AttachedWindow.on(stage, its.place(), folder, pace));
  }

  /// Leaves it; on JavaFX's thread.
  void end() {
    opened.ifPresent(AttachedWindow::close);
    loseSite();
  }

  /// Ends what the console looks at, though it looks at it.
  void loseSite() {
    site.map(JourneyPlace.Site::close).ifPresent(Runnable::run);
    site = Optional.empty();
  }

  /// What the console shows.
  ConsoleModel model() {
    return opened.orElseThrow().model();
  }

  /// What others see and do there.
  JourneyWorld world() {
    return world.orElseThrow();
  }
}
