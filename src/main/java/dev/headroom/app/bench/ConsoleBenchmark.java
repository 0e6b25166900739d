package dev.headroom.app.bench;

import com.sun.management.ThreadMXBean;
import dev.headroom.app.window.PlayedSandbox;
import dev.headroom.client.InstanceInfo;
import dev.headroom.console.view.ConsoleWindow;
import dev.headroom.console.view.Theme;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.SandboxControl;
import dev.headroom.console.viewmodel.UiThread;
import dev.headroom.sandbox.Sandbox;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import org.HdrHistogram.Histogram;

/// Measures how evenly the real console draws while its sandbox plays, and how soon it shows
/// something, everything, and what is looked for. It draws in memory and in software, so that the
/// result does not depend on a screen.
final class ConsoleBenchmark {
  /// How much simulated time passes before: everyone begins in the first second of a scenario, and
  /// that is not what its traffic is like.
  private static final Duration OPENING = Duration.ofSeconds(5);

  /// By how much simulated time it is found out how many changes a second a scenario has.
  private static final Duration SAMPLE = Duration.ofSeconds(1);

  /// How long the console is used before its frames count, as any is after a moment: until then
  /// Java interprets and compiles what is drawn and played for the first time.
  static final int WARM_UP_SECONDS = 10;

  private static final String TREE = ".scope-tree .tree-table-view";
  private static final double SIDE = 1000;
  private static final double MICROS_PER_MILLI = 1000;
  private static final long LATE_MICROS = 33_000;
  private static final double MEGABYTE = 1 << 20;

  /// Some scopes have such digits; how many, the console has to find out.
  private static final List<String> FILTERS = List.of("7", "1", "2", "3", "4", "5");

  private final PlayedSandbox played;
  private final long wanted;
  private final FrameClock frames = new FrameClock();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private ConsoleBenchmark(PlayedSandbox played, long wanted) {
    this.played = played;
    this.wanted = wanted;
  }

  /// Runs it. JavaFX must have started, drawing in memory.
  ///
  /// @param sandbox paused at its beginning; closed afterwards
  /// @param wanted how many changes a second there are to be, fewer where this machine does not
  ///   manage so many; 0 for the scenario's choice
  /// @param seconds how long to measure, after [#WARM_UP_SECONDS]
  static ConsoleRun run(Sandbox sandbox, long wanted, int seconds) throws InterruptedException {
    try (var played = new PlayedSandbox(sandbox, 0)) {
      sandbox.runFor(OPENING);
      if (wanted > 0) {
        sandbox.setSpeed(speed(sandbox, played, wanted));
      }
      sandbox.start();
      played.setPaused(false);
      return new ConsoleBenchmark(played, wanted).run(seconds);
    }
  }

  /// At which speed a scenario has about so many changes a second.
  private static double speed(Sandbox sandbox, PlayedSandbox played, long wanted) {
    long before = played.instance().info().sequence();
    sandbox.runFor(SAMPLE);
    double rate = Math.max(1, played.instance().info().sequence() - before);
    return Math.clamp(wanted / rate, SandboxControl.SPEED_MIN, SandboxControl.SPEED_MAX);
  }

  private ConsoleRun run(int seconds) throws InterruptedException {
    long uiThread = onUiThread(() -> Thread.currentThread().threadId());
    long asked = System.nanoTime();
    ConsoleModel model =
        onUiThread(() -> new ConsoleModel(played.instance(), Optional.of(played), new UiThread()));
    Opened opened = onUiThread(() -> open(model));
    double firstFrame = millis(asked, onUiThread(() -> frames.when(() -> true)).join());
    double open =
        millis(asked, onUiThread(() -> frames.when(() -> hasRows(opened.window.scene()))).join());
    onUiThread(frames::restart);
    warmUp();
    double early = onUiThread(frames::restart).getPercentileAtOrBelowValue(LATE_MICROS);
    double[] filters =
        FILTERS.stream()
            .mapToDouble(digit -> filter(model, opened.window.scene(), digit))
            .toArray();
    onUiThread(frames::restart);
    var inquest = new Inquest(uiThread, () -> played.instance().info());
    long begin = System.nanoTime();
    long allocated = threads.getTotalThreadAllocatedBytes();
    long sequence = played.instance().info().sequence();
    TimeUnit.SECONDS.sleep(seconds);
    InstanceInfo info = played.instance().info();
    long nanos = System.nanoTime() - begin;
    double allocatedPerSecond =
        (threads.getTotalThreadAllocatedBytes() - allocated) / (nanos / 1e9);
    Causes causes = inquest.end();
    Histogram micros = onUiThread(frames::stopped);
    double heap = Heap.used() / MEGABYTE;
    onUiThread(() -> close(opened, model));
    return new ConsoleRun(
        played.scenario(),
        info.scopes(),
        nanos / 1e9,
        new ConsoleRun.Frames(
            micros.getTotalCount(),
            micros.getValueAtPercentile(50) / MICROS_PER_MILLI,
            micros.getValueAtPercentile(95) / MICROS_PER_MILLI,
            micros.getValueAtPercentile(99) / MICROS_PER_MILLI,
            micros.getMaxValue() / MICROS_PER_MILLI,
            micros.getPercentileAtOrBelowValue(LATE_MICROS),
            early),
        new ConsoleRun.Waits(firstFrame, open, filters[0], median(filters)),
        new ConsoleRun.Memory(allocatedPerSecond / MEGABYTE, heap),
        wanted,
        Math.round((info.sequence() - sequence) / (nanos / 1e9)),
        causes);
  }

  /// Lets it play for a while, and then with as many changes as are wanted: a scenario's traffic is
  /// not the same all the time.
  private void warmUp() throws InterruptedException {
    long begin = System.nanoTime();
    long before = played.instance().info().sequence();
    TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
    double changes = Math.max(1, played.instance().info().sequence() - before);
    double rate = changes / ((System.nanoTime() - begin) / 1e9);
    if (wanted > 0) {
      played.setSpeed(
          Math.clamp(
              played.speed() * wanted / rate, SandboxControl.SPEED_MIN, SandboxControl.SPEED_MAX));
    }
  }

  /// How long it takes to see which scopes match, in milliseconds; all are shown again afterwards.
  private double filter(ConsoleModel model, Scene scene, String text) {
    long asked = System.nanoTime();
    CompletableFuture<Long> found =
        onUiThread(() -> {
          Object all = root(scene);
          model.desk().tree().filter(text);
          return frames.when(() -> !root(scene).equals(all));
        });
    double took = millis(asked, found.join());
    onUiThread(() -> {
      model.desk().tree().filter("");
      return took;
    });
    return took;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static Object root(Scene scene) {
    return scene.lookup(TREE) instanceof TreeTableView<?> tree ? tree.getRoot() : scene;
  }

  private static boolean hasRows(Scene scene) {
    return scene.lookup(TREE) instanceof TreeTableView<?> tree && tree.getExpandedItemCount() > 2;
  }

  private static double millis(long from, long to) {
    return (to - from) / 1e6;
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
}
