package dev.headroom.console.view.control;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/// A scroll pane for what changes while it is looked at. JavaFX's own keeps a picture of what it
/// scrolls, all of which is drawn anew for every change of a part, and then copied to the window.
public final class LiveScroll extends ScrollPane {
  public LiveScroll(Node content) {
    super(content);
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    Skin<?> skin = super.createDefaultSkin();
    getChildren().forEach(part -> part.setCache(false));
    return skin;
  }
}
