package dev.headroom.console.view;

import dev.headroom.console.view.control.Icons;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.FrameTimes;
import dev.headroom.console.viewmodel.Freshness;
import dev.headroom.console.viewmodel.Wording;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// How far what is shown can be trusted, and what showing it costs. For the UI thread only.
final class StatusLine extends HBox {
  private final Region dot = Icons.icon("dot");
  private final Label state = new Label();
  private final Label rate = new Label();
  private final Label age = new Label();
  private final Label lag = new Label();
  private final Label frame = new Label();
  private final Label heap = new Label();

  StatusLine() {
    getStyleClass().add("status-line");
    var spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    getChildren().addAll(dot, state, age, lag, rate, spacer, frame, heap);
  }

  /// Shows the newest figures.
  ///
  /// @param frames how the window's frames came
  void update(Desk desk, FrameTimes frames) {
    long nanos = desk.nanos();
    Freshness freshness = desk.freshness();
    Freshness.State now = freshness.state(nanos);
    for (Freshness.State each : Freshness.State.values()) {
      String pseudo = each.name().toLowerCase(Locale.ROOT);
      pseudoClassStateChanged(PseudoClass.getPseudoClass(pseudo), each == now);
    }
    set(state, desk.instanceText() + " · " + desk.freshnessText());
    set(rate, freshness.rateText());
    set(age, freshness.ageText(nanos));
    set(lag, freshness.lagText());
    set(frame, frames.text());
    Runtime runtime = Runtime.getRuntime();
    long used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    set(heap, Wording.text("status.heap", used));
  }

  private static void set(Label label, String text) {
    if (!text.equals(label.getText())) {
      label.setText(text);
    }
  }
}
