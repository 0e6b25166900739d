package dev.headroom.console.view;

import dev.headroom.console.view.past.PastBand;
import dev.headroom.console.view.report.ReportPage;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.RecordingModel;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.past.Chronicle;
import dev.headroom.console.viewmodel.past.Comparing;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// Frames a window while it shows the past, and has what is on show there follow from instant to
/// instant. For the UI thread only.
public final class PastFrame {
  private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

  private final ConsoleModel model;
  private final BorderPane root;
  private final Supplier<Workbench> workbench;
  private final Supplier<Work> work;
  private final Chronicle chronicle;
  private final Comparing comparing;
  private final RecordingModel recording;
  private PastBand band;
  private PastTools tools;
  private int turns;

  /// @param root what is framed
  /// @param workbench what the window shows now
  /// @param work what is begun there
  PastFrame(
      ConsoleModel model, BorderPane root, Supplier<Workbench> workbench, Supplier<Work> work) {
    this.model = model;
    this.root = root;
    this.workbench = workbench;
    this.work = work;
    chronicle = new Chronicle(model.past(), model.injections()::thrown, this::tell);
    comparing = new Comparing(model.past(), () -> model.desk().home(), this::tell);
    recording = new RecordingModel(model.past(), this::showTools);
    tools = new PastTools(model.past(), recording);
    band = band();
    turns = model.desk().turns();
    model.listenToPast(this::show);
  }

  private PastBand band() {
    return new PastBand(model.past(), chronicle, tools.saving(), this::compare);
  }

  /// Puts its band below another, made anew in the language that is spoken now.
  void placeBelow(Node above) {
    tools = new PastTools(model.past(), recording);
    band = band();
    root.setTop(new VBox(above, band, tools));
  }

  /// Goes back in time, or from there to the present.
  public void toggle() {
    if (model.past().isOn()) {
      model.past().leave();
    } else if (work.get().editing().changes().size() > 0) {
      model.remark(
          () -> Wording.text("past.staged")); // They are of the present, and would be lost.
    } else {
      model.past().enter();
    }
  }

  /// Goes to the next mark on the line of time, or to the one before; from the present first into
  /// the past.
  ///
  /// @param later whether the next is wanted
  public void goToMoment(boolean later) {
    if (!model.past().isOn()) {
      toggle();
    } else if (later) {
      chronicle.goOn();
    } else {
      chronicle.goBack();
    }
  }

  /// Shows what has changed from the instant that is kept to the one that is shown.
  private void compare() {
    workbench.get().showComparison(comparing);
  }

  /// The window has turned to another place.
  void arrive() {
    turns = model.desk().turns();
  }

  private void tell() {
    band.update();
    workbench.get().mark(comparing);
  }

  private void showTools() {
    tools.update();
  }

  private void show() {
    showTools();
    chronicle.update();
    comparing.update();
    tell();
    root.pseudoClassStateChanged(PAST, model.past().isOn());
    if (model.desk().turns() != turns) {
      turns = model.desk().turns();
      workbench.get().turn();
      if (!model.past().isOn()) {
        workbench.get().endComparison();
      }
      if (root.getCenter() instanceof ReportPage report) {
        report.askAnew();
      }
    }
  }
}
