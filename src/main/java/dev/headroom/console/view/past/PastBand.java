package dev.headroom.console.view.past;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.TwoEnds;
import dev.headroom.console.viewmodel.PastOrigin;
import dev.headroom.console.viewmodel.Stay;
import dev.headroom.console.viewmodel.TimeMachine;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.past.Chronicle;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Says unmistakably that the past is shown, what happened at the instant that is shown, and leads
/// back; below is what moves through time. Takes no room while the present is shown. For the UI
/// thread only.
public final class PastBand extends VBox {
  /// How much room there should be for what happened.
  private static final double HERE_WIDTH = 100;

  private final TimeMachine past;
  private final Chronicle chronicle;
  private final Label word = new Label();
  private final Label at = new Label();
  private final Label here = new Label();
  private final TimeLine line;
  private final Button keep;
  private final Button change;
  private final Button withNow;
  private final Button back;

  /// @param chronicle what happened when
  /// @param saving saves what is looked at
  /// @param compare is told that what has changed shall be shown
  public PastBand(TimeMachine past, Chronicle chronicle, Node saving, Runnable compare) {
    this.past = past;
    this.chronicle = chronicle;
    keep = button("compare.keep", () -> toggle(compare));
    change = button("compare.show", compare);
    withNow =
        button(
            "compare.withNow",
            () -> {
              past.compareWithNow();
              compare.run();
            });
    var palette = new Palette();
    line = new TimeLine(past, chronicle, palette);
    word.getStyleClass().add("past-word");
    word.setMinWidth(USE_PREF_SIZE);
    at.getStyleClass().add("past-at");
    at.setMinWidth(USE_PREF_SIZE);
    here.getStyleClass().add("past-here");
    here.setMinWidth(0);
    here.setPrefWidth(HERE_WIDTH);
    here.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(here, Priority.ALWAYS);
    back = button("past.back", past::leave);
    var head = new TwoEnds(List.of(word, at, here), List.of(keep, change, withNow, saving, back));
    head.getStyleClass().add("past-head");
    getStyleClass().add("past-band");
    getChildren().setAll(palette, head, line);
    update();
  }

  private static Button button(String key, Runnable action) {
    var button = new Button(Wording.text(key));
    button.setTooltip(new Tooltip(Wording.text(key + ".says")));
    button.setMinWidth(0);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /// Keeps the instant that is shown, to compare with, or none any more.
  private void toggle(Runnable compare) {
    if (isKept()) {
      past.unpin();
    } else {
      past.pin();
      compare.run();
    }
  }

  private boolean isKept() {
    return past.visit().flatMap(Stay::pinned).isPresent();
  }

  /// Shows which instant is shown now, and what happened when.
  public void update() {
    Forms.show(this, past.isOn());
    boolean recorded = past.origin().equals(Optional.of(PastOrigin.RECORDED));
    word.setText(Wording.text(recorded ? "past.word.recorded" : "past.word"));
    Forms.show(withNow, !recorded);
    Forms.show(back, !recorded);
    keep.setText(
        isKept() ? Wording.text("compare.release", past.keptText()) : Wording.text("compare.keep"));
    keep.setDisable(!isKept() && past.isUnderway());
    Forms.show(change, isKept());
    at.setText(past.text());
    String happened = chronicle.here();
    if (!happened.equals(here.getText())) {
      here.setText(happened);
      here.setTooltip(happened.isEmpty() ? null : new Tooltip(happened));
    }
    line.update();
  }
}
