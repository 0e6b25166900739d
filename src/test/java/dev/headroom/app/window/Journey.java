package dev.headroom.app.window;

import dev.headroom.client.remote.Pace;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Stage;

/// The console on a place where there is something to do, for a test to begin when it starts and to
/// end when it stops.
final class Journey {
  private final JourneyPlace where;
  private Optional<JourneyPlace.Site> site = Optional.empty();
  private Optional<JourneyWorld> world = Optional.empty();
  private Optional<AttachedWindow> opened = Optional.empty();

  Journey(JourneyPlace where) {
    this.where = where;
  }

  /// Shows the console; on JavaFX's thread.
  ///
  /// @param folder where files are kept meanwhile
  void begin(Stage stage, Path folder) {
    JourneyPlace.Site its = where.open(folder);
    site = Optional.of(its);
    world = Optional.of(new JourneyWorld(its.colleague()));
    world().populate();
    opened = Optional.of(AttachedWindow.on(stage, its.place(), folder, Pace.DEFAULT));
  }

  /// Leaves it; on JavaFX's thread.
  void end() {
    opened.ifPresent(AttachedWindow::close);
    site.map(JourneyPlace.Site::close).ifPresent(Runnable::run);
  }

  /// What others see and do there.
  JourneyWorld world() {
    return world.orElseThrow();
  }
}
