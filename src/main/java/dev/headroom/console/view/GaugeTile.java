package dev.headroom.console.view;

import dev.headroom.console.view.control.LevelTones;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.viewmodel.GaugeReading;
import dev.headroom.console.viewmodel.Level;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One resource type of the scope page: the number to read from across the room, what it is
/// measured against, what is left, and a ring for the percentage. For the UI thread only; at most
/// eight alive.
public final class GaugeTile extends VBox {
  private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
  private static final PseudoClass LONGER = PseudoClass.getPseudoClass("longer");
  private static final int LONG_CHARACTERS = 7;
  private static final int LONGER_CHARACTERS = 9;

  private final Label name = new Label();
  private final Label value = new Label();
  private final Label of = new Label();
  private final Label left = new Label();
  private final Tooltip exact = new Tooltip();
  private final Ring ring;
  private Optional<GaugeReading> reading = Optional.empty();

  /// An empty tile.
  public GaugeTile(Palette palette) {
    ring = new Ring(palette);
    getStyleClass().addAll("card", "gauge-tile");
    name.getStyleClass().add("caption-title");
    value.getStyleClass().add("metric");
    of.getStyleClass().add("caption");
    left.getStyleClass().add("gauge-left");
    var words = new VBox(name, value);
    words.getStyleClass().add("gauge-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    var upper = new HBox(words, ring);
    upper.getStyleClass().add("gauge-upper");
    getChildren().addAll(upper, of, left);
    Tooltip.install(this, exact);
    setAccessibleRole(AccessibleRole.TEXT);
    setFocusTraversable(true);
  }

  /// Shows `now`; sets nothing that is shown already.
  public void show(GaugeReading now) {
    if (Optional.of(now).equals(reading)) {
      return;
    }
    Optional<Level> before = reading.map(GaugeReading::level);
    reading = Optional.of(now);
    name.setText(now.name());
    value.setText(now.value());
    value.pseudoClassStateChanged(LONG, now.value().length() > LONG_CHARACTERS);
    value.pseudoClassStateChanged(LONGER, now.value().length() > LONGER_CHARACTERS);
    of.setText(now.of());
    left.setText(now.left());
    exact.setText(now.sentence());
    setAccessibleText(now.sentence());
    ring.show(now.percent(), LevelTones.fill(now.level()));
    if (before.isEmpty() || before.get() != now.level()) {
      for (Level level : Level.values()) {
        String pseudo = level.name().toLowerCase(Locale.ROOT);
        pseudoClassStateChanged(PseudoClass.getPseudoClass(pseudo), level == now.level());
      }
    }
  }
}
