package dev.headroom.console.view;

import dev.headroom.console.view.control.Dispensables;
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
  private final Dispensables dispensables = new Dispensables(this);

  StatusLine() {
    getStyleClass().add("status-line");
    var spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    getChildren().addAll(dot, state, age, lag, rate, spacer, frame, heap);
    state.setMinWidth(0);
    for (Label figure : new Label[] {heap, frame, lag, rate, age}) {
      figure.setMinWidth(USE_PREF_SIZE);
      dispensables.add(figure);
    }
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
    boolean longer = set(state, stateText(desk));
    longer |= set(rate, freshness.rateText());
    longer |= set(age, freshness.ageText(nanos));
    longer |= set(lag, freshness.lagText());
    longer |= set(frame, frames.text());
    Runtime runtime = Runtime.getRuntime();
    long used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    longer |= set(heap, Wording.text("status.heap", used));
    if (longer) {
      dispensables.fit();
    }
  }

  /// Which instance it is, and how that is, which may be all that is known of it.
  private static String stateText(Desk desk) {
    String place = desk.instanceText();
    String state = desk.freshnessText();
    return place.equalsIgnoreCase(state) ? place : place + " · " + state;
  }

  /// @return whether it is longer or shorter now
  private static boolean set(Label label, String text) {
    String before = label.getText();
    if (!text.equals(before)) {
      label.setText(text);
    }
    return text.length() != before.length();
  }
}
