package dev.headroom.console.view;

import dev.headroom.console.view.control.Dispensables;
import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Icons;
import dev.headroom.console.view.control.KeyHints;
import dev.headroom.console.viewmodel.SavedView;
import dev.headroom.console.viewmodel.ScopeTree;
import dev.headroom.console.viewmodel.TreeOrder;
import dev.headroom.console.viewmodel.TreeViews;
import dev.headroom.console.viewmodel.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// What is looked for in the tree, how much of it matches, and the order of siblings. For the UI
/// thread only.
final class SearchLine extends VBox {
  private static final PseudoClass UNCOUNTED = PseudoClass.getPseudoClass("uncounted");
  private static final Duration TYPING_PAUSE = Duration.millis(140);

  /// Below this width there are two lines.
  private static final double WIDTH_MIN = 470;

  /// Below this width one can type, but not read how much matches.
  private static final double COUNTED_WIDTH_MIN = 260;

  private final ScopeTree tree;
  private final TextField field = new TextField();
  private final Label count = new Label();
  private final Label fault = new Label();
  private final ToggleGroup orders = new ToggleGroup();

  /// Are there only while they hold: there is a menu to choose them from.
  private final List<ToggleButton> rarer = new ArrayList<>();

  private final TreeViews views;
  private final StackPane box;
  private final NameLine name;
  private final HBox upper;
  private final HBox lower = new HBox();
  private final HBox tools;
  private final QueryHelp help;

  /// @param hints by which keys something is done
  SearchLine(ScopeTree tree, TreeViews views, KeyHints hints) {
    this.tree = tree;
    this.views = views;
    name = new NameLine(views::whyNot);
    field.setPromptText(Wording.text("search.prompt"));
    field.setAccessibleText(Wording.text("search.accessible"));
    field.setText(tree.query());
    hints.hint(field, Wording.text("search.tooltip"), "findScopes");
    var pause = new PauseTransition(TYPING_PAUSE);
    pause.setOnFinished(_ -> {
      tree.filter(field.getText());
      showFault();
    });
    field.textProperty().subscribe(_ -> pause.playFromStart());
    field.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
        clear();
        event.consume();
      }
    });
    count.getStyleClass().addAll("caption", "search-count");
    count.setMouseTransparent(true);
    var icon = Icons.icon("search");
    icon.setMouseTransparent(true);
    field.setMinWidth(0);
    box = new StackPane(field, icon, count);
    box.setMinWidth(0);
    box.getStyleClass().add("search-box");
    HBox.setHgrow(box, Priority.ALWAYS);
    help = new QueryHelp(this::look);
    tools = new HBox(help, orders(), new ViewMenu(views, tree, this::show, view -> askName(view)));
    tools.getStyleClass().add("search-tools");
    tools.setMinWidth(USE_PREF_SIZE);
    new Dispensables(lower).add(help);
    setMinWidth(0);
    upper = new HBox(box);
    upper.getStyleClass().add("search-line");
    lower.getStyleClass().addAll("search-line", "search-lower");
    widthProperty().subscribe(width -> arrange(width.doubleValue()));
    arrange(WIDTH_MIN);
    fault.getStyleClass().addAll("problem", "search-fault");
    fault.setWrapText(true);
    Forms.show(fault, false);
    getChildren().addAll(upper, lower, fault, name);
  }

  /// Keeps the field wide enough to type in: where there is little room, all else has a line below.
  private void arrange(double width) {
    boolean narrow = width > 0 && width < WIDTH_MIN;
    HBox line = narrow ? lower : upper;
    if (!line.getChildren().contains(tools)) {
      (narrow ? upper : lower).getChildren().remove(tools);
      line.getChildren().add(tools);
    }
    Forms.show(lower, narrow);
    if (!narrow) {
      Forms.show(help, true); // Only the lower line leaves it out.
    }
    boolean counted = width <= 0 || width >= COUNTED_WIDTH_MIN;
    Forms.show(count, counted);
    box.pseudoClassStateChanged(UNCOUNTED, !counted);
  }

  /// Shows the newest count.
  void update() {
    String now = tree.count();
    if (!now.equals(count.getText())) {
      count.setText(now);
    }
    orders.getToggles().stream()
        .filter(toggle -> tree.order().equals(toggle.getUserData()))
        .forEach(orders::selectToggle);
    rarer.forEach(button -> Forms.show(button, tree.order().equals(button.getUserData())));
  }

  /// Shows a saved view.
  void show(SavedView view) {
    if (tree.order() != view.order()) {
      tree.sort(view.order());
    }
    views.setLook(view.look());
    look(view.query());
    update();
  }

  /// Asks for the name of what is shown.
  void saveView() {
    askName(Optional.empty());
  }

  private void askName(Optional<SavedView> known) {
    name.ask(
        known.map(SavedView::name).orElse(field.getText().strip()),
        called ->
            known.ifPresentOrElse(
                view -> views.rename(view, called),
                () -> views.save(called, field.getText(), tree.order())));
  }

  private void look(String query) {
    field.setText(query);
    tree.filter(query);
    showFault();
    field.requestFocus();
    field.end();
  }

  /// Ends the search.
  void clear() {
    field.clear();
    tree.filter("");
    showFault();
  }

  void focusField() {
    field.requestFocus();
    field.selectAll();
  }

  private void showFault() {
    fault.setText(tree.fault());
    Forms.show(fault, !tree.fault().isEmpty());
  }

  private HBox orders() {
    ToggleButton byName = order(TreeOrder.NAME);
    ToggleButton byPressure = order(TreeOrder.PRESSURE);
    byName.setSelected(true);
    Button again = Icons.button("again", Wording.text("order.again"));
    again.setOnAction(_ -> tree.sort(tree.order()));
    rarer.add(order(TreeOrder.COST));
    rarer.add(order(TreeOrder.RECENCY));
    var segments = new HBox(byName, byPressure);
    segments.getChildren().addAll(rarer);
    segments.getChildren().add(again);
    segments.getStyleClass().add("segments");
    segments.setMinWidth(USE_PREF_SIZE);
    return segments;
  }

  private ToggleButton order(TreeOrder order) {
    var button = new ToggleButton(Wording.text("order." + order.name()));
    button.setToggleGroup(orders);
    button.setUserData(order);
    button.setOnAction(_ -> {
      button.setSelected(true);
      tree.sort(order);
    });
    return Icons.described(button, Wording.text("order.tooltip." + order.name()));
  }
}
