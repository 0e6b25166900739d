package dev.headroom.console.view.command;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Placeholder;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.command.Finder;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The palette: type what you look for, and do it or go there with Enter. For the UI thread only.
public final class FinderBox extends VBox {
  private static final double ROW_HEIGHT = 34;

  private final Finder finder;
  private final Runnable done;
  private final TextField field = Forms.field(Wording.text("finder.prompt"));
  private final ListView<Finder.Hit> list = new ListView<>();

  /// @param done is told before something is done
  public FinderBox(Finder finder, Runnable done) {
    this.finder = finder;
    this.done = done;
    getStyleClass().add("finder");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    list.setFixedCellSize(ROW_HEIGHT);
    list.setCellFactory(_ -> new HitCell());
    list.setPlaceholder(new Placeholder(Wording.text("finder.none")));
    list.setAccessibleText(Wording.text("finder.found"));
    list.setFocusTraversable(false);
    list.setOnMouseClicked(_ -> choose());
    field.textProperty().addListener((_, _, text) -> finder.find(text));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    getChildren().setAll(field, list);
    finder.listen(this::show);
    finder.find("");
  }

  /// Puts the cursor to where one types.
  public void focusField() {
    field.requestFocus();
  }

  private void show() {
    int selected = Math.max(0, list.getSelectionModel().getSelectedIndex());
    list.getItems().setAll(finder.hits());
    list.getSelectionModel().select(Math.min(selected, list.getItems().size() - 1));
  }

  private void onKey(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.DOWN || code == KeyCode.UP || code == KeyCode.TAB) {
      // Tab goes on in the list: nothing else can be had while the palette is open.
      int step = code == KeyCode.UP || event.isShiftDown() ? -1 : 1;
      int next = list.getSelectionModel().getSelectedIndex() + step;
      if (next >= 0 && next < list.getItems().size()) {
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - 4));
      }
      event.consume();
    } else if (code == KeyCode.ENTER) {
      choose();
      event.consume();
    }
  }

  private void choose() {
    Optional<Finder.Hit> hit = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    if (hit.isPresent()) {
      done.run();
      hit.get().run().run();
    }
  }

  private static final class HitCell extends ListCell<Finder.Hit> {
    private final Label group = new Label();
    private final Label title = new Label();
    private final Label keys = new Label();
    private final HBox line;

    HitCell() {
      group.getStyleClass().addAll("kind", "hit-group");
      keys.getStyleClass().addAll("caption", "keys");
      var spacer = new Region();
      HBox.setHgrow(spacer, Priority.ALWAYS);
      line = new HBox(group, title, spacer, keys);
      line.getStyleClass().add("hit");
    }

    @Override
    protected void updateItem(Finder.Hit hit, boolean empty) {
      super.updateItem(hit, empty);
      if (empty || hit == null) {
        setGraphic(null);
        return;
      }
      group.setText(hit.group());
      title.setText(hit.title());
      keys.setText(Keys.text(hit.keys()));
      keys.setVisible(!hit.keys().isEmpty());
      setAccessibleText(hit.group() + ": " + hit.title());
      setGraphic(line);
    }
  }
}
