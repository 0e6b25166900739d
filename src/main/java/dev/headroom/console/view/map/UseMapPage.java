package dev.headroom.console.view.map;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.PageHead;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Placeholder;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.map.Measure;
import dev.headroom.console.viewmodel.map.PlacedCell;
import dev.headroom.console.viewmodel.map.UseMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The page that shows who uses what as a map: what is counted, where one is, the map, and what is
/// pointed at in exact numbers. For the UI thread only.
public final class UseMapPage extends VBox {
  private final UseMap map;
  private final BooleanSupplier stale;
  private final Consumer<String> open;
  private final UseMapDrawing drawing;
  private final ComboBox<Measure> measures = new ComboBox<>();
  private final HBox way = new HBox();
  private final Label summary = new Label();
  private final Label whyNot = Forms.caption("");
  private final Label detail = new Label();
  private final Button inside = new Button(Wording.text("map.inside"));
  private final Button show = new Button(Wording.text("map.open"));
  private final HBox doing = new HBox();
  private final Placeholder placeholder = new Placeholder("");
  private List<String> shownWay = List.of();

  /// @param stale whether what is shown is too old to be trusted
  /// @param close is told that the page is done with
  /// @param open is told the address of a scope that shall be shown in full
  public UseMapPage(
      UseMap map, Palette palette, BooleanSupplier stale, Runnable close, Consumer<String> open) {
    this.map = map;
    this.stale = stale;
    this.open = open;
    drawing = new UseMapDrawing(palette, map);
    drawing.listen(this::showLooked, this::openSelected);
    var area = new StackPane(drawing, placeholder);
    area.setMinHeight(120);
    VBox.setVgrow(area, Priority.ALWAYS);
    placeholder.setMouseTransparent(true);
    getStyleClass().addAll("scope-pane", "use-map-page");
    getChildren()
        .setAll(
            new PageHead(Wording.text("map.title"), Wording.text("map.close"), close),
            tools(),
            area,
            foot());
    setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        close.run();
        event.consume();
      }
    });
    map.refresh();
    update();
  }

  /// Puts the focus onto the map.
  public void focusMap() {
    drawing.requestFocus();
  }

  /// Fetches what is used now, and shows what has come.
  public void update() {
    map.refresh();
    if (!drawing.isInUse()) {
      map.rest();
    }
    show();
  }

  private void show() {
    drawing.update(stale.getAsBoolean());
    placeholder.setText(map.placeholder());
    Forms.show(placeholder, !map.placeholder().isEmpty());
    Forms.show(doing, map.placeholder().isEmpty());
    summary.setText(map.summary());
    if (!map.way().equals(shownWay)) {
      shownWay = map.way();
      showWay();
    }
    showLooked();
  }

  private HBox tools() {
    measures.getItems().setAll(Measure.all());
    measures.setValue(map.measure());
    measures.setAccessibleText(Wording.text("map.measure"));
    measures.setConverter(new MeasureNames());
    measures.setMinWidth(USE_PREF_SIZE);
    measures.setOnAction(_ -> {
      map.measureBy(measures.getValue());
      show();
    });
    Button arrange = new Button(Wording.text("map.arrange"));
    arrange.setMinWidth(USE_PREF_SIZE);
    arrange.getStyleClass().add("small");
    arrange.setOnAction(_ -> {
      map.arrange();
      show();
    });
    way.getStyleClass().add("map-way");
    var spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    var line = new HBox(measures, way, spacer, arrange);
    line.getStyleClass().addAll("form-buttons", "map-tools");
    return line;
  }

  private VBox foot() {
    detail.getStyleClass().add("map-detail");
    detail.setWrapText(true);
    HBox.setHgrow(detail, Priority.ALWAYS);
    detail.setMaxWidth(Double.MAX_VALUE);
    detail.setMinWidth(0);
    inside.setMinWidth(USE_PREF_SIZE);
    inside.setOnAction(_ -> {
      drawing.lookInto();
      drawing.requestFocus();
      show();
    });
    show.setMinWidth(USE_PREF_SIZE);
    show.setOnAction(_ -> openSelected());
    summary.getStyleClass().add("caption");
    summary.setWrapText(true);
    doing.getChildren().setAll(detail, inside, show);
    doing.getStyleClass().addAll("form-buttons", "map-foot");
    whyNot.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(summary, Priority.ALWAYS);
    summary.setMaxWidth(Double.MAX_VALUE);
    var said = new HBox(summary, whyNot);
    said.getStyleClass().add("form-buttons");
    return new VBox(doing, said);
  }

  private void showWay() {
    List<Node> steps = new ArrayList<>();
    for (String address : shownWay.subList(0, shownWay.size() - 1)) {
      var link = new Hyperlink(name(address));
      link.setOnAction(_ -> {
        map.lookInto(address);
        drawing.requestFocus();
        show();
      });
      var separator = new Label("›");
      separator.getStyleClass().add("faint");
      steps.add(link);
      steps.add(separator);
    }
    var here = new Label(name(shownWay.getLast()));
    here.getStyleClass().add("heading");
    steps.add(here);
    way.getChildren().setAll(steps);
  }

  private static String name(String address) {
    return address.equals("/")
        ? Wording.text("scope.root")
        : address.substring(address.lastIndexOf(':') + 1);
  }

  private void showLooked() {
    if (!map.way().equals(shownWay)) {
      show();
      return;
    }
    Optional<PlacedCell> looked = drawing.looked();
    String now = looked.map(one -> one.cell().sentence()).orElse("");
    if (!now.equals(detail.getText())) {
      detail.setText(now);
    }
    Optional<PlacedCell> selected = map.selected();
    String unnamed =
        selected
            .map(one -> one.cell().standIn() ? Wording.text("map.whyNot.several") : "")
            .orElse(Wording.text("map.whyNot.none"));
    boolean below = selected.filter(one -> one.cell().hasBelow()).isPresent();
    String closed = unnamed.isEmpty() && !below ? Wording.text("map.whyNot.leaf") : unnamed;
    show.setDisable(!unnamed.isEmpty());
    show.setAccessibleHelp(unnamed);
    Forms.enable(inside, whyNot, below ? "" : closed);
  }

  private void openSelected() {
    map.selected()
        .filter(one -> !one.cell().standIn())
        .ifPresent(one -> open.accept(one.cell().address()));
  }

  private static final class MeasureNames extends StringConverter<Measure> {
    @Override
    public String toString(@org.jspecify.annotations.Nullable Measure measure) {
      return measure == null ? "" : measure.title();
    }

    @Override
    public Measure fromString(String title) {
      return Measure.all().stream()
          .filter(one -> one.title().equals(title))
          .findFirst()
          .orElseThrow();
    }
  }
}
