package dev.headroom.app.window;

import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.embedded.EmbeddedInstance;
import dev.headroom.console.viewmodel.Injector;
import dev.headroom.console.viewmodel.SandboxControl;
import dev.headroom.history.History;
import dev.headroom.node.Node;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.UnplayableException;
import dev.headroom.sandbox.WorkloadSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/// A sandbox as the console knows it: scenarios by their titles, and the instance that is played.
/// Any thread may call it; one at a time may [#start] something else.
public final class PlayedSandbox implements SandboxControl, AutoCloseable {
  private final Sandbox sandbox;
  private final int scopes;
  private final AtomicReference<EmbeddedInstance> instance;
  private volatile boolean remembers;

  /// @param scopes about how many scopes every scenario has; 0 for as many as it has by default
  public PlayedSandbox(Sandbox sandbox, int scopes) {
    this.sandbox = sandbox;
    this.scopes = scopes;
    instance = new AtomicReference<>(instance(sandbox.node()));
  }

  /// The engine that is played now.
  public Instance instance() {
    return instance.get();
  }

  @Override
  public List<Scenario> scenarios() {
    return sandbox.sources().stream().map(ScenarioWords::of).toList();
  }

  @Override
  public String scenario() {
    String name = sandbox.state().scenario();
    return sandbox.sources().stream()
        .filter(source -> source.name().equals(name))
        .map(ScenarioWords::title)
        .findFirst()
        .orElse(name);
  }

  @Override
  public long seed() {
    return sandbox.state().seed();
  }

  @Override
  public double speed() {
    return sandbox.state().speed();
  }

  @Override
  public boolean isPaused() {
    return sandbox.state().paused();
  }

  @Override
  public String trouble() {
    return sandbox.state().trouble();
  }

  @Override
  public Injector injector() {
    return new ThrownIn(sandbox);
  }

  @Override
  public Start repeat() {
    return begin(sandbox::repeat);
  }

  @Override
  public Start start(String title, long seed) {
    String name =
        sandbox.sources().stream()
            .filter(source -> ScenarioWords.title(source).equals(title))
            .map(WorkloadSource::name)
            .findFirst()
            .orElse(title);
    return begin(() -> sandbox.restart(name, seed, scopes));
  }

  private Start begin(Runnable order) {
    var started = new CompletableFuture<Start>();
    sandbox.onRestart(
        new Sandbox.RestartListener() {
          @Override
          public void onBegun(Node engine) {
            EmbeddedInstance next = instance(engine);
            instance.getAndSet(next).close();
            started.complete(new Start.Playing(next));
          }

          @Override
          public void onUnplayable(UnplayableException why) {
            started.complete(new Start.Unplayable(Objects.requireNonNull(why.getMessage())));
          }
        });
    order.run();
    return started.join();
  }

  @Override
  public void setSpeed(double speed) {
    sandbox.setSpeed(speed);
  }

  @Override
  public void setPaused(boolean paused) {
    if (paused) {
      sandbox.pause();
    } else {
      sandbox.resume();
    }
  }

  @Override
  public void step() {
    sandbox.stepSecond();
  }

  @Override
  public void close() {
    instance.get().close();
    sandbox.close();
  }

  /// Keeps what happens in memory, so that reports have it, from now on and in whatever is played
  /// next. Without it reports have only the newest events.
  public void remember() {
    remembers = true;
    instance.get().remember(History::inMemory);
  }

  private EmbeddedInstance instance(Node node) {
    EmbeddedInstance made = new EmbeddedInstance(scenario(), InstanceInfo.Kind.SANDBOX, node);
    if (remembers) {
      made.remember(History::inMemory);
    }
    return made;
  }
}
