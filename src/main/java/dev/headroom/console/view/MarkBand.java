package dev.headroom.console.view;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Icons;
import dev.headroom.console.view.control.PlaceColours;
import dev.headroom.console.viewmodel.PlaceMark;
import dev.headroom.console.viewmodel.Wording;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Tells a marked place from others at all times: a line in its colour, or a band that says
/// PRODUCTION. Takes no room elsewhere. For the UI thread only.
final class MarkBand extends HBox {
  private static final PseudoClass PRODUCTION = PseudoClass.getPseudoClass("production");

  private final Label word = new Label("", Icons.icon("production"));
  private final Label name = new Label();
  private final Label about = new Label();

  MarkBand() {
    getStyleClass().add("mark-band");
    word.getStyleClass().add("mark-word");
    name.getStyleClass().add("mark-name");
    setAccessibleRole(AccessibleRole.TEXT);
    getChildren().setAll(word, name, about);
    show(Optional.empty());
  }

  /// Shows how a place is told from others, in the language that is spoken now.
  void show(Optional<PlaceMark> mark) {
    boolean production = mark.filter(PlaceMark::production).isPresent();
    Forms.show(this, mark.isPresent());
    for (Label label : new Label[] {word, name, about}) {
      Forms.show(label, production);
    }
    word.setText(Wording.text("mark.production"));
    about.setText(Wording.text("mark.production.about"));
    pseudoClassStateChanged(PRODUCTION, production);
    PlaceColours.show(this, mark.map(PlaceMark::colour));
    mark.ifPresent(shown -> {
      name.setText(shown.name());
      setAccessibleText(production ? Wording.text("mark.accessible", shown.name()) : shown.name());
    });
  }
}
