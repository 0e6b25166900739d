package dev.headroom.console.viewmodel;

import dev.headroom.client.Instance;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// What a window shows: one instance at a time, and the controls of its sandbox if it has one. For
/// the UI thread only.
public final class ConsoleModel implements AutoCloseable {
  private final Optional<SandboxControl> sandbox;
  private final Executor ui;
  private final LongSupplier nanos;
  private final Calls calls;
  private Consumer<Desk> listener = _ -> {};
  private Desk desk;
  private boolean starting;
  private String notice = "";
  private String noted = "";

  /// @param instance what to show first; not closed here
  /// @param ui where answers are delivered
  public ConsoleModel(Instance instance, Optional<SandboxControl> sandbox, Executor ui) {
    this(instance, sandbox, ui, System::nanoTime);
  }

  ConsoleModel(
      Instance instance, Optional<SandboxControl> sandbox, Executor ui, LongSupplier nanos) {
    this.sandbox = sandbox;
    this.ui = ui;
    this.nanos = nanos;
    calls = new Calls(ui);
    desk = new Desk(instance, ui, nanos);
  }

  /// What is shown now.
  public Desk desk() {
    return desk;
  }

  /// Who is told when another desk is shown.
  public void listen(Consumer<Desk> told) {
    listener = told;
  }

  /// Whether what is shown is simulated.
  public boolean isSandbox() {
    return sandbox.isPresent();
  }

  /// The names of the scenarios that can be played, in the order to offer them.
  public List<SandboxControl.Scenario> scenarios() {
    return sandbox.map(SandboxControl::scenarios).orElse(List.of());
  }

  public String scenario() {
    return sandbox.map(SandboxControl::scenario).orElse("");
  }

  public long seed() {
    return sandbox.map(SandboxControl::seed).orElse(0L);
  }

  public double speed() {
    return sandbox.map(SandboxControl::speed).orElse(1.0);
  }

  public boolean isSandboxPaused() {
    return sandbox.map(SandboxControl::isPaused).orElse(false);
  }

  /// Whether a scenario is being started.
  public boolean isStarting() {
    return starting;
  }

  /// Plays a scenario from its beginning and shows it, unless one is just being started. Where it
  /// cannot be played, what was shown goes on, and a [#notice] says why.
  public void play(String scenario, long seed) {
    if (sandbox.isEmpty() || starting) {
      return;
    }
    starting = true;
    SandboxControl control = sandbox.get();
    calls.ask(
        () -> control.start(scenario, seed),
        start -> {
          starting = false;
          switch (start) {
            case SandboxControl.Start.Playing(Instance instance) -> show(instance);
            case SandboxControl.Start.Unplayable(String why) ->
                notice = Wording.text("notice.unplayable", scenario, why);
          }
        });
  }

  private void show(Instance instance) {
    notice = "";
    desk.close();
    desk = new Desk(instance, ui, nanos);
    listener.accept(desk);
  }

  /// What did not work lately, or keeps the sandbox from going on; empty where all works, or that
  /// was taken note of.
  public String notice() {
    String trouble = trouble();
    if (trouble.isEmpty()) {
      noted = "";
    }
    return notice.isEmpty() && !trouble.equals(noted)
        ? Wording.text("notice.trouble", trouble)
        : notice;
  }

  /// Takes note of the notice.
  public void dismissNotice() {
    if (notice.isEmpty()) {
      noted = trouble();
    }
    notice = "";
  }

  private String trouble() {
    return sandbox.map(SandboxControl::trouble).orElse("");
  }

  public void setSpeed(double speed) {
    sandbox.ifPresent(control -> calls.say(() -> control.setSpeed(speed)));
  }

  public void setSandboxPaused(boolean paused) {
    sandbox.ifPresent(control -> calls.say(() -> control.setPaused(paused)));
  }

  public void step() {
    sandbox.ifPresent(control -> calls.say(control::step));
  }

  @Override
  public void close() {
    desk.close();
    calls.close();
  }
}
