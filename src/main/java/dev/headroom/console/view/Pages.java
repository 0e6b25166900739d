package dev.headroom.console.view;

import dev.headroom.console.view.bulk.BulkPage;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.document.ConfigPage;
import dev.headroom.console.view.edit.EditTools;
import dev.headroom.console.view.map.UseMapPage;
import dev.headroom.console.view.past.ComparisonPage;
import dev.headroom.console.view.suggestion.SuggestionPage;
import dev.headroom.console.viewmodel.bulk.BulkEdit;
import dev.headroom.console.viewmodel.document.ConfigText;
import dev.headroom.console.viewmodel.map.UseMap;
import dev.headroom.console.viewmodel.past.Comparing;
import dev.headroom.console.viewmodel.suggestion.SuggestionModel;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The place of the scope page and the lists below it, and of the pages that stand in for them, one
/// at a time. For the UI thread only.
final class Pages extends StackPane {
  private final Work work;
  private final Palette palette;
  private final EditTools tools;
  private final Node usual;
  private final Listener told;
  private Runnable keepCurrent = () -> {};

  /// Hears of what happens here.
  interface Listener {
    /// Something else is shown.
    void turned();

    /// What stood in was left for the scope page.
    void left();

    /// A scope shall be shown.
    void visit(String address);
  }

  /// Shows elsewhere what stands in here.
  private Optional<Consumer<Pages>> again = Optional.empty();

  /// Asks again for what stands in, where it is about one instant only.
  private Runnable anew = () -> {};

  /// @param work what the pages are about
  /// @param tools with which something is changed there
  /// @param usual the scope page and the lists
  /// @param told hears of what happens here
  Pages(Work work, Palette palette, EditTools tools, Node usual, Listener told) {
    this.work = work;
    this.palette = palette;
    this.tools = tools;
    this.usual = usual;
    this.told = told;
    getChildren().setAll(usual);
  }

  /// Whether the scope page and the lists are shown.
  boolean isUsual() {
    return getChildren().contains(usual);
  }

  /// Shows the scope page and the lists.
  void showUsual() {
    show(usual, () -> {});
  }

  /// Shows on these what stands in on others.
  void followOn(Pages others) {
    others.again.ifPresent(show -> show.accept(this));
  }

  /// Brings what stands in up to date.
  void update() {
    keepCurrent.run();
  }

  /// Shows what stands in as it is at another instant.
  void turn() {
    anew.run();
    keepCurrent.run();
  }

  private void show(Node instead, Runnable update) {
    getChildren().setAll(instead);
    keepCurrent = update;
    again = Optional.empty();
    anew = () -> {};
    told.turned();
  }

  private void leave() {
    showUsual();
    told.left();
  }

  /// See [Workbench#changeMany].
  void changeMany() {
    var bulk = new BulkEdit(work.desk(), work.editing(), work.marks());
    var many = new BulkPage(bulk, palette, this::leave, tools::showChanges);
    show(many, many::update);
    anew = this::changeMany;
    many.focusNumber();
  }

  /// See [Workbench#showUseMap].
  void showUseMap() {
    var map = new UseMap(work.desk());
    var page = new UseMapPage(map, palette, work.desk()::isStale, this::leave, this::open);
    show(page, page::update);
    again = Optional.of(Pages::showUseMap);
    page.focusMap();
  }

  /// See [Workbench#showComparison].
  void showComparison(Comparing comparing) {
    var page = new ComparisonPage(comparing, palette, this::leave, this::open);
    show(page, page::update);
    again = Optional.of(pages -> pages.showComparison(comparing));
    page.focusList();
  }

  /// Shows the scope page instead of what has changed between two instants.
  void endComparison() {
    if (getChildren().getFirst() instanceof ComparisonPage) {
      showUsual();
    }
  }

  /// See [Workbench#showConfigText].
  void showConfigText() {
    var text = new ConfigText(work.operator(), work.editing());
    var page = new ConfigPage(text, this::leave, tools::showChanges);
    show(page, page::update);
    anew = this::showConfigText;
    page.focusText();
  }

  /// See [Workbench#showSuggestions].
  void showSuggestions() {
    var model =
        new SuggestionModel(work.operator(), work.editing(), work.desk().selection().address());
    var page = new SuggestionPage(model, palette, this::leave, this::open, tools::showChanges);
    show(page, page::update);
    anew = model::look;
    page.requestFocus();
  }

  private void open(String address) {
    showUsual();
    told.visit(address);
  }
}
