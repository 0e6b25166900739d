package dev.headroom.app.window;

import dev.headroom.client.Instance;
import dev.headroom.console.view.ConsoleWindow;
import dev.headroom.console.view.Theme;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.UiThread;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The console on a screen: puts engine, sandbox, model and window together.
public final class ConsoleApplication {
  private static final double WIDTH = 1600;
  private static final double HEIGHT = 1000;

  private ConsoleApplication() {}

  /// Shows the console until its window is closed.
  ///
  /// @throws UnusableInputException where there is no screen
  public static void run(PlayedSandbox sandbox) {
    show(
        () -> new ConsoleModel(sandbox.instance(), Optional.of(sandbox), new UiThread()),
        "Headroom",
        () -> sandbox.setPaused(false));
  }

  /// Shows the console on an instance until its window is closed.
  ///
  /// @throws UnusableInputException where there is no screen
  public static void run(Instance instance, String name) {
    show(
        () -> new ConsoleModel(instance, Optional.empty(), new UiThread()),
        name + " - Headroom",
        () -> {});
  }

  private static void show(Supplier<ConsoleModel> model, String title, Runnable shown) {
    Display.start();
    var closed = new CountDownLatch(1);
    new UiThread().execute(() -> open(model.get(), title, shown, closed));
    try {
      closed.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    Platform.exit();
  }

  private static void open(
      ConsoleModel model, String title, Runnable shown, CountDownLatch closed) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    var window =
        new ConsoleWindow(
            model,
            Theme.SYSTEM,
            Math.min(WIDTH, screen.getWidth()),
            Math.min(HEIGHT, screen.getHeight()));
    var stage = new Stage();
    stage.setTitle(title);
    stage.setScene(window.scene());
    stage.setOnHidden(_ -> {
      window.stop();
      model.close();
      closed.countDown();
    });
    window.start();
    stage.show();
    shown.run();
  }
}
