package dev.headroom.app.bench;

import dev.headroom.app.window.Display;
import dev.headroom.app.window.PlayedSandbox;
import dev.headroom.client.InstanceInfo;
import dev.headroom.console.view.ConsoleWindow;
import dev.headroom.console.view.Theme;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.UiThread;
import dev.headroom.sandbox.Sandbox;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;
import org.HdrHistogram.Histogram;

/// Measures how evenly the real console draws while its sandbox plays. It draws in memory and in
/// software, so that the result does not depend on a screen.
final class ConsoleBenchmark {
  /// How much simulated time passes before: everyone begins in the first second of a scenario, and
  /// that is not what its traffic is like.
  private static final Duration OPENING = Duration.ofSeconds(5);

  private static final double SIDE = 1000;
  private static final double MICROS_PER_MILLI = 1000;

  private final PlayedSandbox played;
  private final Frames frames = new Frames();

  private ConsoleBenchmark(PlayedSandbox played) {
    this.played = played;
  }

  /// Runs it. JavaFX must not have started.
  ///
  /// @param sandbox paused at its beginning; closed afterwards
  /// @param seconds how long to measure, after a third of it to warm up
  static ConsoleRun run(Sandbox sandbox, int seconds) throws InterruptedException {
    Display.useMemory();
    Display.start();
    try (var played = new PlayedSandbox(sandbox, 0)) {
      sandbox.runFor(OPENING);
      sandbox.start();
      played.setPaused(false);
      return new ConsoleBenchmark(played).run(seconds);
    }
  }

  private ConsoleRun run(int seconds) throws InterruptedException {
    long uiThread = onUiThread(() -> Thread.currentThread().threadId());
    ConsoleModel model =
        onUiThread(() -> new ConsoleModel(played.instance(), Optional.of(played), new UiThread()));
    Opened opened = onUiThread(() -> open(model));
    TimeUnit.SECONDS.sleep(Math.max(1, seconds / 3));
    onUiThread(frames::restart);
    var inquest = new Inquest(uiThread, () -> played.instance().info());
    long begin = System.nanoTime();
    long sequence = played.instance().info().sequence();
    TimeUnit.SECONDS.sleep(seconds);
    InstanceInfo info = played.instance().info();
    double nanos = System.nanoTime() - begin;
    Causes causes = inquest.end();
    Histogram micros = onUiThread(frames::stopped);
    onUiThread(() -> close(opened, model));
    return new ConsoleRun(
        played.scenario(),
        info.scopes(),
        nanos / 1e9,
        micros.getTotalCount(),
        new ConsoleRun.Percentiles(
            micros.getValueAtPercentile(50) / MICROS_PER_MILLI,
            micros.getValueAtPercentile(95) / MICROS_PER_MILLI,
            micros.getValueAtPercentile(99) / MICROS_PER_MILLI,
            micros.getMaxValue() / MICROS_PER_MILLI),
        Math.round((info.sequence() - sequence) / (nanos / 1e9)),
        causes);
  }

  private Opened open(ConsoleModel model) {
    var window = new ConsoleWindow(model, Theme.DARK, SIDE, SIDE);
    var stage = new Stage();
    stage.setScene(window.scene());
    stage.show();
    window.start();
    frames.start();
    return new Opened(stage, window);
  }

  private static Opened close(Opened opened, ConsoleModel model) {
    opened.window.stop();
    opened.stage.hide();
    model.close();
    return opened;
  }

  private record Opened(Stage stage, ConsoleWindow window) {}

  private static <T> T onUiThread(Supplier<T> action) {
    return CompletableFuture.supplyAsync(action, new UiThread()).join();
  }

  /// How far apart frames come, in microseconds. For the UI thread only.
  private static final class Frames extends AnimationTimer {
    private final Histogram micros = new Histogram(3);
    private long last;

    /// Forgets what was measured so far.
    Frames restart() {
      micros.reset();
      return this;
    }

    Histogram stopped() {
      stop();
      return micros.copy();
    }

    @Override
    public void handle(long now) {
      long at = System.nanoTime();
      if (last != 0) {
        micros.recordValue(TimeUnit.NANOSECONDS.toMicros(at - last));
      }
      last = at;
    }
  }
}
