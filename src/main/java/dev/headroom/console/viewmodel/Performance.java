package dev.headroom.console.viewmodel;

import dev.headroom.client.InstanceInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What showing it all costs, in figures and as a text that can be sent to whoever helps: it holds
/// no token, address or path. For the UI thread only.
public final class Performance {
  private static final double BUDGET_MILLIS = 4;

  private final FrameTimes frames;

  public Performance(FrameTimes frames) {
    this.frames = frames;
  }

  /// The figures.
  public List<Fact> facts(Desk desk) {
    Freshness freshness = desk.freshness();
    long drawn = freshness.drawnPerSecond();
    double perDrawn = drawn == 0 ? 0 : (double) freshness.changesPerSecond() / drawn;
    Runtime runtime = Runtime.getRuntime();
    long used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    return List.of(
        fact("frames", frames.count()),
        fact("apart", frames.apartMillis(0.5), frames.apartMillis(0.95), frames.apartMillis(0.99)),
        fact("work", frames.workMillis(0.5), frames.workMillis(0.95), BUDGET_MILLIS),
        fact("conflation", freshness.changesPerSecond(), drawn, perDrawn),
        fact("lag", freshness.lagMillis()),
        fact("heap", used, runtime.maxMemory() >> 20),
        fact("collector", collections(), collectorMillis()));
  }

  /// The figures, and what they were measured on.
  ///
  /// @param program name and version
  public String diagnostics(Desk desk, String program) {
    String place =
        desk.info().map(InstanceInfo::kind).map(Enum::name).orElse("none").toLowerCase(Locale.ROOT);
    Stream<String> setting =
        Stream.of(
            program,
            line("Java", System.getProperty("java.vm.name") + " " + Runtime.version()),
            line("JavaFX", System.getProperty("javafx.runtime.version", "unknown")),
            line("System", System.getProperty("os.name") + " " + System.getProperty("os.version")),
            line("Processors", String.valueOf(Runtime.getRuntime().availableProcessors())),
            line("Instance", place),
            line("State", desk.freshness().state(System.nanoTime()).name()),
            line("Scopes", desk.info().map(InstanceInfo::scopes).map(String::valueOf).orElse("-")));
    Stream<String> figures = facts(desk).stream().map(fact -> line(fact.name(), fact.value()));
    return Stream.concat(setting, figures).collect(Collectors.joining("\n"));
  }

  private static String line(String name, String value) {
    return name + ": " + value;
  }

  private static Fact fact(String name, Object... parts) {
    return new Fact(Wording.text("f12." + name), Wording.text("f12." + name + ".value", parts));
  }

  private static long collections() {
    return collectors().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
  }

  private static long collectorMillis() {
    return collectors().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
  }

  private static Stream<GarbageCollectorMXBean> collectors() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream();
  }
}
