package dev.headroom.console.view.start;

import dev.headroom.console.view.control.Icons;
import dev.headroom.console.viewmodel.Wording;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// One way to begin: what it is, in a word and a sentence, with whatever it takes below.
class StartWay extends VBox {
  /// @param name of the way, which its texts are called by
  /// @param icon the sign beside its title
  StartWay(String name, String icon) {
    getStyleClass().addAll("card", "start-way");
    var title = new Label(Wording.text(name + ".title"), Icons.icon(icon));
    title.getStyleClass().add("start-way-title");
    var about = new Label(Wording.text(name + ".about"));
    about.getStyleClass().add("muted");
    about.setWrapText(true);
    setMinWidth(0);
    setPrefWidth(320);
    getChildren().addAll(title, about);
  }
}
