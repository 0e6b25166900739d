package dev.headroom.console.viewmodel;

import dev.headroom.client.Instance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What a window shows: one place at a time, with the controls of its sandbox if it has one, and
/// the choice of another. For the UI thread only.
public final class ConsoleModel implements AutoCloseable {
  private final Executor ui;
  private final Clocks clocks;
  private final Calls calls;
  private final Recollection recollection;
  private final TreeViews views;
  private final PreferenceModel preferences;
  private final Optional<StartModel> start;
  private final TimeMachine past;
  private final InjectModel injections;
  private Consumer<Desk> listener = _ -> {};
  private Runnable pastListener = () -> {};
  private OpenPlace place;
  private Desk desk;
  private boolean starting;

  /// Said anew whenever it is asked for: the language may be another one by then.
  private Supplier<String> notice = () -> "";

  private String noted = "";

  /// A window that shows one place for good.
  ///
  /// @param instance what to show; not closed here
  /// @param ui where answers are delivered
  public ConsoleModel(Instance instance, Optional<SandboxControl> sandbox, Executor ui) {
    this.ui = ui;
    clocks = Clocks.of(() -> Instant.EPOCH); // Nothing in this process is reached anew.
    calls = new Calls(ui);
    recollection = new Recollection(Memory.none(), calls, ui, why -> remark(() -> why));
    views = new TreeViews(recollection);
    preferences = new PreferenceModel(recollection);
    start = Optional.empty();
    past = new TimeMachine(calls, this::desk, this::travel, this::tellPast);
    injections = injections(calls);
    place = OpenPlace.of(instance, sandbox);
    desk = new Desk(instance, ui, clocks);
  }

  /// A window that can turn to other places.
  ///
  /// @param first what to show first
  /// @param ui where answers are delivered
  public ConsoleModel(OpenPlace first, Places places, Memory memory, Executor ui, Clocks clocks) {
    this.ui = ui;
    this.clocks = clocks;
    calls = new Calls(ui);
    recollection = new Recollection(memory, calls, ui, why -> remark(() -> why));
    views = new TreeViews(recollection);
    preferences = new PreferenceModel(recollection);
    start = Optional.of(new StartModel(places, recollection, ui, new StartHost()));
    past = new TimeMachine(calls, this::desk, this::travel, this::tellPast);
    injections = injections(calls);
    place = first;
    notice = recollection.remark().isEmpty() ? first::remark : recollection::remark;
    desk = new Desk(first, first.instance(), ui, clocks);
    showRecording();
  }

  private InjectModel injections(Calls through) {
    return new InjectModel(() -> place.sandbox(), () -> desk, through, this::remark);
  }

  /// What is shown now.
  public Desk desk() {
    return desk;
  }

  /// The choice of what to look at, where there is one.
  public Optional<StartModel> start() {
    return start;
  }

  /// How the scope tree looks, and the saved views of it.
  public TreeViews views() {
    return views;
  }

  /// How the console is wanted to be.
  public PreferenceModel preferences() {
    return preferences;
  }

  /// How large the window shows everything.
  public Zoom zoom() {
    return preferences.now().zoom();
  }

  /// Where what is shown was opened. Whoever closes the window lets go of it at last.
  public OpenPlace place() {
    return place;
  }

  /// Who is told when another desk is shown: that of another place.
  public void listen(Consumer<Desk> told) {
    listener = told;
  }

  /// What shows how it was.
  public TimeMachine past() {
    return past;
  }

  /// Who is told when there is something new to say about that.
  public void listenToPast(Runnable told) {
    pastListener = told;
  }

  private void tellPast() {
    pastListener.run();
  }

  /// Whether what is shown is simulated.
  public boolean isSandbox() {
    return place.sandbox().isPresent();
  }

  /// The names of the scenarios that can be played, in the order to offer them.
  public List<SandboxControl.Scenario> scenarios() {
    return place.sandbox().map(SandboxControl::scenarios).orElse(List.of());
  }

  public String scenario() {
    return place.sandbox().map(SandboxControl::scenario).orElse("");
  }

  public long seed() {
    return place.sandbox().map(SandboxControl::seed).orElse(0L);
  }

  public double speed() {
    return place.sandbox().map(SandboxControl::speed).orElse(1.0);
  }

  public boolean isSandboxPaused() {
    return place.sandbox().map(SandboxControl::isPaused).orElse(false);
  }

  /// Whether a scenario is being started.
  public boolean isStarting() {
    return starting;
  }

  /// Plays a scenario from its beginning and shows it, unless one is just being started. Where it
  /// cannot be played, what was shown goes on, and a [#notice] says why.
  public void play(String scenario, long seed) {
    place.sandbox().ifPresent(control -> start(scenario, () -> control.start(scenario, seed)));
  }

  /// Plays the same again, with all that was thrown in, like [#play].
  public void playAgain() {
    place.sandbox().ifPresent(control -> start(scenario(), control::repeat));
  }

  private void start(String scenario, Supplier<SandboxControl.Start> start) {
    if (starting) {
      return;
    }
    starting = true;
    OpenPlace played = place;
    calls.ask(
        start,
        began -> {
          if (!place.equals(played)) {
            return; // The window turned elsewhere meanwhile.
          }
          starting = false;
          switch (began) {
            case SandboxControl.Start.Playing(Instance instance) -> show(instance);
            case SandboxControl.Start.Unplayable(String why) ->
                notice = () -> Wording.text("notice.unplayable", scenario, why);
          }
        });
  }

  /// What is thrown into it.
  public InjectModel injections() {
    return injections;
  }

  private void show(Instance instance) {
    past.forget();
    tellPast();
    notice = () -> "";
    turn(instance);
    showRecording();
  }

  private void showRecording() {
    if (place.recording().isPresent()) {
      past.enterRecording();
    }
  }

  private void turn(Instance instance) {
    desk.close();
    desk = new Desk(place, instance, ui, clocks);
    listener.accept(desk);
  }

  /// The same desk at another instant, or in the present again.
  private void travel(Instance instance) {
    desk.turnTo(instance, past.isOn());
  }

  /// Goes back from a copy to what it was copied from; nothing where no copy is shown.
  public void leaveCopy() {
    place
        .origin()
        .ifPresent(origin -> {
          turnTo(origin.place());
          calls.aside(origin.leave());
        });
  }

  private void turnTo(OpenPlace next) {
    place = next;
    starting = false;
    show(next.instance());
    notice = next::remark;
  }

  /// What did not work lately, or keeps the sandbox from going on; empty where all works, or that
  /// was taken note of.
  public String notice() {
    String trouble = trouble();
    if (trouble.isEmpty()) {
      noted = "";
    }
    String said = notice.get();
    return said.isEmpty() && !trouble.equals(noted)
        ? Wording.text("notice.trouble", trouble)
        : said;
  }

  /// Takes note of the notice.
  public void dismissNotice() {
    if (notice.get().isEmpty()) {
      noted = trouble();
    }
    notice = () -> "";
  }

  /// Says in one line what did not work, until that is taken note of.
  ///
  /// @param remark what to say, in the language that is spoken when it is asked
  public void remark(Supplier<String> remark) {
    notice = remark;
  }

  private String trouble() {
    return place.sandbox().map(SandboxControl::trouble).orElse("");
  }

  public void setSpeed(double speed) {
    place.sandbox().ifPresent(control -> calls.say(() -> control.setSpeed(speed)));
  }

  public void setSandboxPaused(boolean paused) {
    place.sandbox().ifPresent(control -> calls.say(() -> control.setPaused(paused)));
  }

  public void step() {
    place.sandbox().ifPresent(control -> calls.say(control::step));
  }

  @Override
  public void close() {
    desk.close();
    start.ifPresent(StartModel::close);
    calls.close();
  }

  /// What the choice of another place may do to this window.
  private final class StartHost implements StartModel.Host {
    @Override
    public OpenPlace place() {
      return place;
    }

    @Override
    public Instant now() {
      return desk.now();
    }

    /// What was shown is let go of aside, since that can take its time; but what the next is a copy
    /// of stays open.
    @Override
    public void turnTo(OpenPlace next) {
      OpenPlace left = place;
      ConsoleModel.this.turnTo(next);
      if (next.origin().filter(origin -> origin.place().equals(left)).isEmpty()) {
        calls.aside(left.release());
      }
    }
  }
}
