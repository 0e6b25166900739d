package dev.headroom.console.view.past;

import dev.headroom.console.view.control.FactRows;
import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.KeyedTable;
import dev.headroom.console.view.control.PageHead;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.viewmodel.Fact;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.past.Comparing;
import dev.headroom.console.viewmodel.past.Difference;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// What has changed between two instants, the largest changes first; the selected one is told below
/// with every digit. Enter shows its scope, Escape leads back. For the UI thread only.
public final class ComparisonPage extends VBox {
  private static final double SEARCH_WIDTH_MIN = 90;
  private static final double KINDS_WIDTH_MAX = 190;

  private final Comparing comparing;
  private final Label title = new Label();
  private final Label summary = Forms.caption("");
  private final Label said = Forms.caption("");
  private final ComboBox<String> kinds = new ComboBox<>();
  private final KeyedTable<Difference> table;
  private final FactRows detail = new FactRows();

  /// @param close is told that the page is done with
  /// @param open is told the address of a scope that shall be shown in full
  public ComparisonPage(
      Comparing comparing, Palette palette, Runnable close, Consumer<String> open) {
    this.comparing = comparing;
    title.getStyleClass().add("heading");
    table =
        new KeyedTable<Difference>("compare.name", Difference::key)
            .level("compare.column.what", 196, palette, Difference::level, Difference::what)
            .column("column.scope", 124, Difference::scope, Difference::address)
            .column("compare.column.before", 164, Difference::before, Difference::sentence)
            .column("compare.column.after", 164, Difference::after, Difference::sentence)
            .quiet("compare.column.change", 88, Difference::change)
            .onOpen(_ -> showSelected())
            .onAct(row -> open.accept(row.address()));
    VBox.setVgrow(table.node(), Priority.ALWAYS);
    table.node().getSelectionModel().selectedItemProperty().subscribe(_ -> showSelected());
    Forms.show(said, false);
    getStyleClass().addAll("scope-pane", "comparison-page");
    getChildren()
        .setAll(
            new PageHead(Wording.text("compare.name"), Wording.text("compare.close"), close),
            heading(),
            tools(),
            table.node(),
            detail,
            said);
    setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        close.run();
        event.consume();
      }
    });
    update();
  }

  private HBox heading() {
    title.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(summary, Priority.ALWAYS);
    var line = new HBox(title, summary);
    line.getStyleClass().add("form-buttons");
    return line;
  }

  private HBox tools() {
    TextField search = Forms.field(Wording.text("compare.filter"));
    search.setText(comparing.words());
    search.textProperty().subscribe(comparing::filter);
    HBox.setHgrow(search, Priority.ALWAYS);
    List<String> names = new ArrayList<>(List.of(Wording.text("compare.all")));
    for (Difference.Kind kind : Difference.Kind.values()) {
      names.add(Wording.text("compare.kind." + kind.name()));
    }
    kinds.getItems().setAll(names);
    kinds.getSelectionModel().select(comparing.kind().map(Enum::ordinal).orElse(-1) + 1);
    kinds.setAccessibleText(Wording.text("compare.kinds"));
    kinds.setOnAction(_ -> {
      int chosen = kinds.getSelectionModel().getSelectedIndex() - 1;
      comparing.choose(
          chosen < 0 ? Optional.empty() : Optional.of(Difference.Kind.values()[chosen]));
    });
    var export = new Button(Wording.text("compare.export"));
    export.setMinWidth(USE_PREF_SIZE);
    export.setOnAction(_ -> choose());
    search.setMinWidth(SEARCH_WIDTH_MIN);
    kinds.setMaxWidth(KINDS_WIDTH_MAX);
    var line = new HBox(search, kinds, export);
    line.getStyleClass().add("form-buttons");
    return line;
  }

  /// Shows what is known now.
  public void update() {
    title.setText(comparing.title());
    summary.setText(comparing.summary());
    table.show(comparing.rows(), comparing.placeholder());
  }

  /// Puts the focus onto the list.
  public void focusList() {
    table.node().requestFocus();
  }

  private void showSelected() {
    List<Fact> facts = new ArrayList<>();
    table
        .selected()
        .ifPresent(row -> {
          facts.add(new Fact(row.address(), row.what()));
          if (row.quantities().isEmpty()) {
            facts.add(
                new Fact(Wording.text("compare.column.change"), fromTo(row.before(), row.after())));
          }
          row.quantities().stream()
              .filter(Difference.Quantity::differs)
              .forEach(each ->
                  facts.add(new Fact(each.name(), fromTo(each.beforeText(), each.afterText()))));
        });
    detail.show(facts);
    Forms.show(detail, !facts.isEmpty());
  }

  private static String fromTo(String before, String after) {
    return Wording.text("compare.fromTo", before, after);
  }

  private void choose() {
    var chooser = new FileChooser();
    chooser.setInitialFileName("comparison.csv");
    File chosen = chooser.showSaveDialog(getScene().getWindow());
    if (chosen != null) {
      write(chosen.toPath());
    }
  }

  /// Writes what is on show as comma-separated values.
  void write(Path file) {
    try {
      Files.writeString(file, comparing.csv());
      said.setText(Wording.text("report.exported", file));
    } catch (IOException failure) {
      said.setText(Wording.text("report.export.failed", String.valueOf(failure.getMessage())));
    }
    Forms.show(said, true);
  }
}
