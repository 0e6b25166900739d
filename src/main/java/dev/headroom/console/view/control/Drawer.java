package dev.headroom.console.view.control;

import dev.headroom.console.viewmodel.Wording;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The place at the window's right edge where things are done: one at a time, with a title, closed
/// by Escape. For the UI thread only.
public final class Drawer extends VBox {
  private final Label title = new Label();
  private final ScrollPane scroll = new ScrollPane();
  private Runnable closed = () -> {};
  private Runnable update = () -> {};

  /// A closed drawer.
  public Drawer() {
    getStyleClass().add("drawer");
    title.getStyleClass().add("heading");
    var spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    Button close = Icons.button("close", Wording.text("drawer.close"));
    close.getStyleClass().add("quiet");
    close.setOnAction(_ -> close());
    var head = new HBox(title, spacer, close);
    head.getStyleClass().add("drawer-head");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(head, scroll);
    setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        close();
        event.consume();
      }
    });
    setOpen(false);
  }

  /// Shows something in place of what was there.
  ///
  /// @param keepCurrent what brings the content up to date; run about once a second
  /// @param whenClosed is told when it is there no more
  public void show(String heading, Node content, Runnable keepCurrent, Runnable whenClosed) {
    closed.run();
    closed = whenClosed;
    update = keepCurrent;
    title.setText(heading);
    content.getStyleClass().add("drawer-content");
    scroll.setContent(content);
    scroll.setVvalue(0);
    setOpen(true);
  }

  /// Whether something is shown.
  public boolean isOpen() {
    return isManaged();
  }

  /// Brings what is shown up to date.
  public void update() {
    if (isOpen()) {
      update.run();
    }
  }

  /// Shows nothing more and takes no room.
  public void close() {
    setOpen(false);
    scroll.setContent(new Region());
    Runnable last = closed;
    closed = () -> {};
    update = () -> {};
    last.run();
  }

  private void setOpen(boolean open) {
    setVisible(open);
    setManaged(open);
  }
}
