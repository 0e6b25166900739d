package dev.headroom.console.view;

import dev.headroom.console.view.control.KeyHints;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.notice.NoticeStack;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.FrameTimes;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.Performance;
import dev.headroom.console.viewmodel.PlaceMark;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.action.Attempt;
import dev.headroom.console.viewmodel.copy.CopyModel;
import dev.headroom.console.viewmodel.notice.Notice;
import dev.headroom.console.viewmodel.notice.NoticeBoard;
import dev.headroom.console.viewmodel.notice.NoticeWatch;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One place in full, between what can be done with it and how far it can be trusted. For the UI
/// thread only.
final class ConsolePane extends BorderPane {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private static final PseudoClass COPY = PseudoClass.getPseudoClass("copy");

  private final ConsoleModel model;
  private TopBar.Looks looks;
  private final KeyHints hints;
  private final Runnable elsewhere;
  private final Palette palette = new Palette();
  private final StatusLine status = new StatusLine();
  private final Label band = new Label();
  private final NoticeLine notice;
  private final InjectLines injected;
  private final CopyModel copy;
  private final CopyLine copied;
  private final FrameTimes frames = new FrameTimes();
  private final PerformancePane performance = new PerformancePane(new Performance(frames));
  private Consumer<String> titled = _ -> {};
  private String title = "";
  private final NoticeStack notices;
  private Work work;
  private NoticeBoard board;
  private NoticeWatch watch;
  private TopBar top;
  private Workbench workbench;
  private Pulse pulse;
  private boolean running;

  /// @param looks which look the window has
  /// @param hints by which keys something is done
  /// @param elsewhere is told that another place shall be chosen
  /// @param work what is shown
  /// @param notices where it is told of what happens
  ConsolePane(
      ConsoleModel model,
      TopBar.Looks looks,
      KeyHints hints,
      Runnable elsewhere,
      Work work,
      NoticeStack notices) {
    this.model = model;
    this.hints = hints;
    this.work = work;
    this.notices = notices;
    this.looks = looks;
    this.elsewhere = elsewhere;
    getStyleClass().add("console-pane");
    band.getStyleClass().add("lock-band");
    band.setMaxWidth(Double.MAX_VALUE);
    band.setWrapText(true);
    band.setManaged(false);
    band.setVisible(false);
    notice = new NoticeLine(model::dismissNotice);
    injected = new InjectLines(model.injections(), address -> workbench.goTo(address));
    copy = new CopyModel(model, () -> this.work.editing().changes());
    copied = new CopyLine(copy, () -> workbench.tools().showChanges());
    getChildren().add(palette);
    setBottom(status);
    top = new TopBar(model, looks, hints, elsewhere);
    workbench = new Workbench(work, model.views(), palette, hints);
    board = board();
    watch = new NoticeWatch(model.desk(), board);
    pulse = pulse();
    place();
  }

  /// What is shown of the instance.
  Workbench workbench() {
    return workbench;
  }

  /// What is shown, and what is begun there.
  Work work() {
    return work;
  }

  /// Which look the window has now.
  TopBar.Looks looks() {
    return looks;
  }

  /// Whether it is kept current.
  boolean isRunning() {
    return running;
  }

  /// Turns to what the model shows now.
  void turn() {
    pulse.stop();
    work = Work.begin(model);
    top = new TopBar(model, looks, hints, elsewhere);
    workbench = new Workbench(work, model.views(), palette, hints);
    board = board();
    watch = new NoticeWatch(model.desk(), board);
    pulse = pulse();
    place();
    if (running) {
      start();
    }
  }

  void start() {
    running = true;
    frames.interrupt();
    pulse.start();
  }

  void stop() {
    running = false;
    pulse.stop();
  }

  /// Brings everything up to date at once.
  void refresh() {
    pulse.runAll();
  }

  /// Marks the look that the window has now.
  void showTheme(Theme theme) {
    looks = new TopBar.Looks(theme, looks.chosen());
    top.showTheme(theme);
  }

  /// Goes back from a copy to what was copied, and stages there what was changed in the copy.
  void carryBack() {
    copy.carryBack(() -> workbench.tools().showChanges());
  }

  /// Goes back from a copy to what was copied; asks first where something would be lost.
  void leaveCopy() {
    copy.leave();
  }

  /// Shows what can be thrown into the simulation, if it is one.
  void showInjections() {
    top.showInjections();
  }

  void togglePerformance() {
    performance.toggle();
  }

  void onTitle(Consumer<String> told) {
    titled = told;
    told.accept(title);
  }

  /// Where this place tells of what happens; results only where no drawer shows them.
  private NoticeBoard board() {
    var made = new NoticeBoard(() -> model.preferences().now().noticed(), model.desk()::nanos);
    work.operator()
        .listen((state, text) -> {
          if (!workbench.isDrawerOpen()) {
            Level level = state == Attempt.State.DONE ? Level.CALM : Level.WARNING;
            made.tell(new Notice(Notice.Kind.RESULT, level, text, ""));
          }
        });
    notices.show(made);
    return made;
  }

  private void place() {
    top.show(workbench.tools());
    setTop(new VBox(top, copied, notice, injected, band));
    StackPane.setAlignment(performance, Pos.BOTTOM_RIGHT);
    setCenter(new StackPane(workbench, performance));
  }

  private Pulse pulse() {
    var made =
        new Pulse(took -> {
          frames.onFrame(took, System.nanoTime());
          model.desk().freshness().onPulse(model.desk().nanos());
        });
    made.every(Duration.ofMillis(50), () -> model.desk().take());
    made.every(Duration.ofMillis(250), this::updateFrame);
    made.every(
        Duration.ofMillis(250),
        () -> {
          watch.update();
          notices.update();
        });
    workbench.enrol(made);
    return made;
  }

  private static String title(Desk desk) {
    String place = desk.instanceText();
    String marked =
        desk.mark().filter(PlaceMark::production).isPresent()
            ? Wording.text("title.production", place)
            : place;
    return Wording.text(desk.isStale() ? "title.stale" : "title", marked);
  }

  private void updateFrame() {
    Desk desk = model.desk();
    top.update();
    notice.show(model.notice());
    injected.update();
    copied.update();
    pseudoClassStateChanged(COPY, copy.isCopy());
    status.update(desk, frames);
    performance.update(desk);
    String locked = desk.freshness().isPast() ? "" : desk.whyLocked(); // The frame says so.
    if (!locked.equals(band.getText())) {
      band.setText(locked);
      band.setManaged(!locked.isEmpty());
      band.setVisible(!locked.isEmpty());
    }
    pseudoClassStateChanged(STALE, desk.isStale());
    String now = title(desk);
    if (!now.equals(title)) {
      title = now;
      titled.accept(now);
    }
  }
}
