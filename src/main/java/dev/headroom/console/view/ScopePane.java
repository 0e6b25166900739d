package dev.headroom.console.view;

import dev.headroom.console.view.control.Abreast;
import dev.headroom.console.view.control.Dispensables;
import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Icons;
import dev.headroom.console.view.control.KeyHints;
import dev.headroom.console.view.control.LiveScroll;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Placeholder;
import dev.headroom.console.view.control.PricePlot;
import dev.headroom.console.view.edit.EditTools;
import dev.headroom.console.viewmodel.ChainReading;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.GaugeReading;
import dev.headroom.console.viewmodel.LoanBoard;
import dev.headroom.console.viewmodel.Selection;
import dev.headroom.console.viewmodel.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One scope in full: where it is, how much of what it uses, what binds it, and how that came
/// about. For the UI thread only.
final class ScopePane extends VBox {
  private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");

  /// Below this width the chain and the curve lie below each other.
  private static final double CARDS_WIDTH_MIN = 560;

  private static final double CARD_GAP = 12;

  /// The head, the chain's first rows, and what binds.
  private static final double CARD_HEIGHT = 200;

  /// The chain's part of the width: its rows are sentences, and a curve can be narrow.
  private static final double BAR_WIDTH = 10;

  private static final double CHAIN_SHARE = 0.57;

  private final Desk desk;
  private final Palette palette;
  private final Consumer<String> visit;
  private final HBox crumbs = new HBox();
  private final Label kind = new Label();
  private final Label name = new Label();
  private final Label summary = new Label();
  private final TileGrid grid = new TileGrid();
  private final List<GaugeTile> tiles = new ArrayList<>();
  private final Label chainTitle = new Label();
  private final Label chartTitle = new Label();
  private final ConstraintChain chain;
  private final Node lower;
  private final Placeholder nothing = new Placeholder("");
  private final Label factsTitle = new Label();
  private final FactList facts = new FactList();
  private final PricePlot price = new PricePlot();
  private final UseCurves curves;
  private final Hyperlink lent = new Hyperlink();
  private final Button lend = new Button(Wording.text("loan.open"));
  private final LoanBoard loans;
  private final Button raise = new Button(Wording.text("chain.raise"));
  private String shownAddress = "";

  /// @param work what is shown, and what is lent there
  /// @param tools with which a constraint is changed
  /// @param hints by which keys something is done
  /// @param visit is told the address of a scope to go to
  /// @param showLoans shows what the scope lends and borrows
  ScopePane(
      Work work,
      Palette palette,
      EditTools tools,
      KeyHints hints,
      Consumer<String> visit,
      Runnable showLoans) {
    this.desk = work.desk();
    this.loans = work.loans();
    lent.getStyleClass().add("lent");
    lent.setMinWidth(0);
    lent.setOnAction(_ -> showLoans.run());
    lend.setOnAction(_ -> showLoans.run());
    lend.getStyleClass().add("small");
    lend.setMinWidth(USE_PREF_SIZE);
    this.palette = palette;
    this.visit = visit;
    chain = new ConstraintChain(palette, hints.pressed("chain.edit"), visit, tools::edit);
    curves = new UseCurves(desk, palette);
    getStyleClass().add("scope-pane");
    factsTitle.getStyleClass().addAll("caption-title", "facts-title");
    // One scroll for both: where there is little room, the chain is what must be seen first.
    raise.setOnAction(_ -> binding().ifPresent(tools::edit));
    raise.getStyleClass().add("small");
    raise.setMinWidth(USE_PREF_SIZE);
    raise.setAccessibleText(Wording.text("chain.raise.accessible"));
    HBox.setHgrow(factsTitle, Priority.ALWAYS);
    factsTitle.setMaxWidth(Double.MAX_VALUE);
    var factsHead = new HBox(factsTitle, lend, raise);
    factsHead.getStyleClass().add("facts-head");
    var scrolled = new VBox(chain, factsHead, price, facts);
    var scroll = new LiveScroll(scrolled);
    // As wide with a bar as without: facts that wrap only beside one would need it for ever.
    scrolled.setMinWidth(0);
    scrolled.prefWidthProperty().bind(scroll.widthProperty().subtract(BAR_WIDTH));
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    var chainAbout = new Label(Wording.text("chain.subtitle"));
    chainAbout.getStyleClass().add("caption");
    Node constraints = card(chainTitle, chainAbout, scroll);
    Node history = card(chartTitle, curves.choice(), curves);
    lower =
        new Abreast(
            CARD_GAP, CARDS_WIDTH_MIN, List.of(constraints, history), CHAIN_SHARE, 1 - CHAIN_SHARE);
    VBox.setVgrow(lower, Priority.ALWAYS);
    VBox.setVgrow(nothing, Priority.ALWAYS);
    nothing.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    getChildren().addAll(header(tools), grid, lower, nothing);
  }

  /// Shows the newest state of the scope, but for the curve.
  void update() {
    Selection selection = desk.selection();
    if (!selection.address().equals(shownAddress)) {
      shownAddress = selection.address();
      showPlace(selection);
    }
    set(summary, selection.summary());
    showTiles(selection);
    String type = selection.typeName();
    boolean unused = type.isEmpty();
    set(nothing, Wording.text(selection.chain().isPresent() ? "chain.unused" : "list.loading"));
    Forms.show(nothing, unused);
    Forms.show(lower, !unused);
    set(chainTitle, Wording.text("chain.title", Wording.within(type)));
    set(chartTitle, type);
    selection.chain().ifPresentOrElse(links -> chain.show(links, desk.isStale()), chain::await);
    set(factsTitle, selection.bindingName());
    facts.show(selection.bindingFacts());
    price.show(selection.bindingPrice());
    Forms.show(raise, binding().isPresent());
    Forms.show(lend, selection.isQuotaBinding());
    String sentences = loans.sentences(selection.address());
    String first = sentences.lines().findFirst().orElse("");
    long more = sentences.lines().count() - 1;
    lent.setText(more > 0 ? Wording.text("loan.more", first, more) : first);
    lent.setAccessibleText(sentences);
    Forms.show(lent, !sentences.isEmpty());
  }

  /// Shows the form of the constraint that binds.
  void editBinding() {
    raise.fire();
  }

  /// Shows the form of the constraint that is pointed at, else of the one that binds.
  void editConstraint() {
    chain.pointed().ifPresentOrElse(_ -> chain.edit(), this::editBinding);
  }

  private Optional<ChainReading> binding() {
    return desk.selection()
        .chain()
        .flatMap(links -> links.stream().filter(ChainReading::binding).findFirst());
  }

  /// Shows what is expected of what is used, or no longer.
  void toggleForecast() {
    curves.toggle();
  }

  /// Draws the curve anew.
  void updateChart() {
    curves.update();
    desk.freshness().onDrawn(1);
  }

  private Node header(EditTools tools) {
    crumbs.getStyleClass().add("crumbs");
    kind.getStyleClass().add("kind");
    name.getStyleClass().add("title");
    summary.getStyleClass().addAll("caption", "scope-summary");
    Button copy = Icons.button("copy", Wording.text("scope.copy"));
    copy.getStyleClass().add("quiet");
    copy.setOnAction(_ -> {
      var content = new ClipboardContent();
      content.putString(desk.selection().address());
      Clipboard.getSystemClipboard().setContent(content);
    });
    var add = new Button(Wording.text("scope.add"));
    add.getStyleClass().add("small");
    add.setMinWidth(USE_PREF_SIZE);
    add.setAccessibleText(Wording.text("scope.add.accessible"));
    add.setOnAction(_ -> tools.add(desk.selection().address()));
    // Where there is little room, the summary goes without, not the way.
    summary.setMinWidth(0);
    summary.setPrefWidth(0);
    summary.setMaxWidth(Double.MAX_VALUE);
    summary.setAlignment(Pos.CENTER_RIGHT);
    HBox.setHgrow(summary, Priority.ALWAYS);
    var place = new HBox(crumbs, summary);
    place.getStyleClass().add("scope-place");
    var title = new HBox(name, kind, copy, add);
    title.getStyleClass().add("scope-title");
    kind.setMinWidth(USE_PREF_SIZE);
    var dispensables = new Dispensables(title);
    dispensables.add(kind);
    dispensables.add(copy);
    name.textProperty().subscribe(dispensables::fit);
    return new VBox(place, title, lent);
  }

  private void showPlace(Selection selection) {
    List<Node> way = new ArrayList<>();
    List<Selection.Crumb> steps = selection.crumbs();
    for (Selection.Crumb step : steps.subList(0, steps.size() - 1)) {
      var link = new Hyperlink(step.name());
      link.setOnAction(_ -> visit.accept(step.address()));
      link.setAccessibleText(step.kind() + " " + step.name());
      var separator = new Label("›");
      separator.getStyleClass().add("faint");
      way.add(link);
      way.add(separator);
    }
    var here = new Label(steps.getLast().name());
    here.getStyleClass().add("muted");
    way.add(here);
    crumbs.getChildren().setAll(way);
    kind.setText(steps.getLast().kind().toUpperCase(Locale.ROOT));
    name.setText(
        steps.getLast().address().equals("/")
            ? Wording.text("scope.root")
            : steps.getLast().name());
  }

  private void showTiles(Selection selection) {
    List<GaugeReading> gauges = selection.gauges();
    if (gauges.size() != grid.getChildrenUnmodifiable().size()) {
      while (tiles.size() < gauges.size()) {
        tiles.add(tile(tiles.size()));
      }
      grid.show(tiles.subList(0, gauges.size()));
    }
    int chosen = selection.chosenIndex();
    for (int at = 0; at < gauges.size(); at++) {
      tiles.get(at).show(gauges.get(at));
      tiles.get(at).pseudoClassStateChanged(PICKED, at == chosen);
    }
  }

  private GaugeTile tile(int index) {
    var tile = new GaugeTile(palette);
    tile.setOnMouseClicked(_ -> desk.choose(index));
    tile.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
        desk.choose(index);
        event.consume();
      }
    });
    return tile;
  }

  private static Node card(Label title, Node about, Region content) {
    title.getStyleClass().add("heading");
    title.setMinWidth(USE_PREF_SIZE);
    var head = new HBox(title, about);
    head.getStyleClass().add("card-head");
    var card = new VBox(head, content);
    card.getStyleClass().add("card");
    card.setMinWidth(0);
    card.setPrefHeight(CARD_HEIGHT);
    VBox.setVgrow(content, Priority.ALWAYS);
    return card;
  }

  private static void set(Label label, String text) {
    if (!text.equals(label.getText())) {
      label.setText(text);
    }
  }
}
