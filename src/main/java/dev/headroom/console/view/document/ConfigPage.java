package dev.headroom.console.view.document;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Icons;
import dev.headroom.console.view.control.PageHead;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.document.ConfigText;
import dev.headroom.console.viewmodel.document.Fault;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Duration;

/// The page of the configuration as text, with what is wrong with it while it is typed, and the way
/// to stage what would change. For the UI thread only.
public final class ConfigPage extends VBox {
  private static final Duration TYPING_PAUSE = Duration.millis(250);
  private static final double FAULTS_HEIGHT = 112;

  private final ConfigText config;
  private final Runnable close;
  private final Runnable staged;
  private final TextArea area = new TextArea();
  private final PauseTransition pause = new PauseTransition(TYPING_PAUSE);
  private final Label hint = Forms.caption(Wording.text("text.hint"));
  private final Label summary = new Label();
  private final Label remark = Forms.caption("");
  private final ListView<Fault> faults = new ListView<>();
  private final Button stage = new Button(Wording.text("draft.stage"));
  private final Button unlock = new Button(Wording.text("lock.unlock"));
  private final Label whyNot = Forms.caption("");
  private String shown = "";
  private boolean showing;

  /// @param close is told that the page is done with
  /// @param staged is told when something was staged
  public ConfigPage(ConfigText config, Runnable close, Runnable staged) {
    this.config = config;
    this.close = close;
    this.staged = staged;
    area.setAccessibleText(Wording.text("text.area"));
    area.getStyleClass().add("code");
    area.textProperty()
        .subscribe(_ -> {
          if (!showing) {
            pause.playFromStart();
          }
        });
    pause.setOnFinished(_ -> read());
    VBox.setVgrow(area, Priority.ALWAYS);
    faults.setAccessibleText(Wording.text("text.faults"));
    faults.setCellFactory(_ -> new FaultCell());
    faults.setPrefHeight(FAULTS_HEIGHT);
    faults.setMinHeight(FAULTS_HEIGHT);
    faults.getSelectionModel().selectedItemProperty().subscribe(this::goTo);
    summary.setWrapText(true);
    summary.getStyleClass().add("heading");
    stage.getStyleClass().add("primary");
    stage.setOnAction(_ -> stage());
    stage.setMinWidth(USE_PREF_SIZE);
    unlock.setMinWidth(USE_PREF_SIZE);
    unlock.setOnAction(_ -> config.unlock());
    var buttons = new HBox(stage, unlock, whyNot);
    buttons.getStyleClass().add("form-buttons");
    getStyleClass().addAll("scope-pane", "config-page");
    getChildren()
        .setAll(
            new PageHead(Wording.text("text.title"), Wording.text("text.close"), close),
            tools(),
            hint,
            area,
            new VBox(summary, remark),
            faults,
            buttons);
    setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        close.run();
        event.consume();
      }
    });
    config.listen(this::update);
    config.load();
  }

  /// Puts the cursor into the text.
  public void focusText() {
    area.requestFocus();
  }

  /// Takes the text of a file.
  public void open(Path file) {
    config.open(file);
  }

  /// Keeps the text in a file.
  public void save(Path file) {
    config.save(file);
  }

  /// Shows how things stand now.
  public void update() {
    if (!config.text().equals(shown)) {
      shown = config.text();
      if (!area.getText().equals(shown)) {
        showing = true;
        area.setText(config.shown());
        showing = false;
      }
    }
    boolean editable = config.isEditable();
    area.setEditable(editable);
    hint.setText(
        editable
            ? Wording.text("text.hint")
            : Wording.text("text.long", Figures.whole(ConfigText.LINES_MAX)));
    summary.setText(config.summary());
    summary.getStyleClass().removeAll("problem");
    if (config.isWrong()) {
      summary.getStyleClass().add("problem");
    }
    remark.setText(config.remark());
    Forms.show(remark, !config.remark().isEmpty());
    if (!faults.getItems().equals(config.problems())) {
      faults.getItems().setAll(config.problems());
    }
    Forms.show(faults, !config.problems().isEmpty());
    Forms.show(unlock, !config.isUnlocked());
    String why = config.whyNotStage();
    Forms.enable(stage, whyNot, why);
    Forms.show(whyNot, !why.isEmpty() && !why.equals(config.summary()));
  }

  private HBox tools() {
    Button load =
        Icons.described(new Button(Wording.text("text.load")), Wording.text("text.load.long"));
    load.setOnAction(_ -> config.load());
    var copy = new Button(Wording.text("text.copy"));
    copy.setOnAction(_ -> copy());
    var open = new Button(Wording.text("text.open"));
    open.setOnAction(_ -> choose(false).ifPresent(file -> open(file.toPath())));
    var save = new Button(Wording.text("text.save"));
    save.setOnAction(_ -> choose(true).ifPresent(file -> save(file.toPath())));
    var spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    var line = new HBox(load, spacer, copy, open, save);
    line.getStyleClass().add("form-buttons");
    return line;
  }

  private Optional<File> choose(boolean saving) {
    var chooser = new FileChooser();
    chooser.setTitle(Wording.text("text.title"));
    chooser.setInitialFileName("headroom.yaml");
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                Wording.text("text.file"),
                Stream.of(".yaml", ".yml", ".json").map(end -> "*" + end).toList()));
    return Optional.ofNullable(
        saving
            ? chooser.showSaveDialog(getScene().getWindow())
            : chooser.showOpenDialog(getScene().getWindow()));
  }

  private void copy() {
    read();
    var content = new ClipboardContent();
    content.putString(config.isEditable() ? area.getText() : config.text());
    Clipboard.getSystemClipboard().setContent(content);
    remark.setText(Wording.text("text.copied"));
    Forms.show(remark, true);
  }

  private void read() {
    pause.stop();
    if (config.isEditable()) {
      config.type(area.getText());
    }
  }

  private void stage() {
    if (config.whyNotStage().isEmpty()) {
      config.stage();
      close.run();
      staged.run();
    }
  }

  /// Selects the line of a fault.
  private void goTo(@org.jspecify.annotations.Nullable Fault fault) {
    if (fault == null) {
      return;
    }
    String text = area.getText();
    int start = 0;
    for (int line = 1; line < fault.line() && start >= 0; line++) {
      start = text.indexOf('\n', start) + 1;
    }
    int end = text.indexOf('\n', start);
    area.selectRange(start, end < 0 ? text.length() : end);
  }

  private static final class FaultCell extends ListCell<Fault> {
    FaultCell() {
      setWrapText(true);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Fault fault, boolean empty) {
      super.updateItem(fault, empty);
      setText(
          empty || fault == null ? "" : Wording.text("text.fault", fault.line(), fault.sentence()));
    }
  }
}
