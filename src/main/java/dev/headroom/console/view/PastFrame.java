package dev.headroom.console.view;

import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.Wording;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// Frames a window while it shows the past, and keeps what is selected there. For the UI thread
/// only.
final class PastFrame {
  private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

  private final ConsoleModel model;
  private final BorderPane root;
  private final Consumer<String> goTo;
  private PastBand band;
  private Desk visited;
  private String address;

  /// @param root what is framed
  /// @param goTo selects a scope
  PastFrame(ConsoleModel model, BorderPane root, Consumer<String> goTo) {
    this.model = model;
    this.root = root;
    this.goTo = goTo;
    band = new PastBand(model.past());
    visited = model.desk();
    address = visited.homeAddress();
    model.listenToPast(this::show);
  }

  /// Puts its band below another, made anew in the language that is spoken now.
  void placeBelow(Node above) {
    band = new PastBand(model.past());
    root.setTop(new VBox(above, band));
  }

  /// Goes back in time, or from there to the present.
  ///
  /// @param isStaged whether changes are staged, which are of the present and would be lost
  void toggle(boolean isStaged) {
    if (model.past().isOn()) {
      model.past().leave();
    } else if (isStaged) {
      model.remark(Wording.text("past.staged"));
    } else {
      model.past().enter();
    }
  }

  private void show() {
    band.update();
    root.pseudoClassStateChanged(PAST, model.past().isOn());
    if (model.desk().equals(visited)) {
      address = visited.selection().address();
    } else {
      visited = model.desk();
      goTo.accept(address);
    }
  }
}
