package dev.headroom.app.window;

import dev.headroom.app.input.UnusableInputException;
import dev.headroom.app.settings.RememberedFile;
import dev.headroom.app.settings.SettingsFolder;
import dev.headroom.console.view.ConsoleWindow;
import dev.headroom.console.view.Theme;
import dev.headroom.console.viewmodel.Clocks;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.OpenPlace;
import dev.headroom.console.viewmodel.UiThread;
import dev.headroom.node.MachineClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The console on a screen: puts engine, sandbox, model and window together.
public final class ConsoleApplication {
  private static final double WIDTH = 1600;
  private static final double HEIGHT = 1000;

  private ConsoleApplication() {}

  /// Shows the console until its window is closed, and lets go of what it showed last.
  ///
  /// @param first what it shows first
  /// @param choosing whether it begins with the choice of what to show
  /// @throws UnusableInputException where there is no screen
  public static void run(OpenPlace first, boolean choosing) {
    run(first, choosing, true, _ -> {});
  }

  /// Shows the console until it has drawn its first frame.
  ///
  /// @param first what it shows
  /// @return how long that took from the start of the JVM
  /// @throws UnusableInputException where there is no screen
  public static Duration runUntilFirstFrame(OpenPlace first) {
    var took = new AtomicReference<>(Duration.ZERO);
    run(
        first,
        false,
        false,
        stage ->
            new FirstFrame(
                    duration -> {
                      took.set(duration);
                      stage.hide();
                    })
                .start());
    return took.get();
  }

  /// @param shown is told of the window as soon as it is shown
  private static void run(
      OpenPlace first, boolean choosing, boolean welcoming, Consumer<Stage> shown) {
    var memory = new RememberedFile(SettingsFolder.ofUser());
    var last = new AtomicReference<>(first);
    try {
      Display.start();
      var closed = new CountDownLatch(1);
      new UiThread()
          .execute(() -> {
            var model =
                new ConsoleModel(
                    first,
                    new DesktopPlaces(),
                    memory,
                    new UiThread(),
                    Clocks.of(MachineClock.source()));
            Stage stage = open(model, choosing, welcoming);
            stage.setOnHidden(_ -> {
              last.set(model.place());
              model.close();
              closed.countDown();
            });
            shown.accept(stage);
          });
      closed.await();
      Platform.exit();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      last.get().release().run();
    }
  }

  /// @param welcoming whether a newcomer is led through it
  private static Stage open(ConsoleModel model, boolean choosing, boolean welcoming) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    var window =
        new ConsoleWindow(
            model,
            Theme.of(model.preferences().now().shade()),
            Math.min(WIDTH, screen.getWidth()),
            Math.min(HEIGHT, screen.getHeight()));
    var stage = new Stage();
    window.onTitle(stage::setTitle);
    stage.setScene(window.scene());
    stage.setOnHiding(_ -> window.stop());
    window.start();
    if (choosing) {
      window.showStart();
    }
    stage.show();
    if (!choosing && welcoming) {
      window.welcome();
    }
    boolean still = model.preferences().now().stillAtStart();
    model.place().sandbox().ifPresent(sandbox -> sandbox.setPaused(still));
    return stage;
  }
}
