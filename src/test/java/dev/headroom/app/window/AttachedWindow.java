package dev.headroom.app.window;

import dev.headroom.app.settings.KeptTokens;
import dev.headroom.client.remote.Pace;
import dev.headroom.console.view.ConsoleWindow;
import dev.headroom.console.view.Theme;
import dev.headroom.console.viewmodel.Clocks;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.Memory;
import dev.headroom.console.viewmodel.OpenPlace;
import dev.headroom.console.viewmodel.UiThread;
import dev.headroom.node.MachineClock;
import java.nio.file.Path;
import javafx.stage.Stage;

/// A real window with the real places of this machine behind it, among them servers.
///
/// @param model what it shows
/// @param window how
record AttachedWindow(ConsoleModel model, ConsoleWindow window) {

  /// Shows a window; on JavaFX's thread.
  ///
  /// @param settings where tokens are kept
  static AttachedWindow on(Stage stage, OpenPlace first, Path settings, Pace pace) {
    var model =
        new ConsoleModel(
            first,
            new DesktopPlaces(new KeptTokens(settings), pace),
            Memory.none(),
            new UiThread(),
            Clocks.of(MachineClock.source()));
    var window = new ConsoleWindow(model, Theme.DARK, 1000, 900);
    stage.setScene(window.scene());
    stage.sizeToScene();
    window.onTitle(stage::setTitle);
    stage.show();
    window.start();
    return new AttachedWindow(model, window);
  }

  /// Ends it; on JavaFX's thread.
  void close() {
    window.stop();
    model.close();
    model.place().release().run();
  }
}
