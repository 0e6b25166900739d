package dev.headroom.console.view;

import dev.headroom.console.view.preference.PreferencePage;
import dev.headroom.console.view.report.ReportPage;
import dev.headroom.console.view.start.StartPage;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.command.Actions;
import dev.headroom.console.viewmodel.command.Shortcuts;
import dev.headroom.console.viewmodel.report.ReportModel;
import dev.headroom.console.viewmodel.report.ReportSpan;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.BorderPane;

/// What a window shows in place of all else until that is left: the choice of another place, what
/// is preferred, a report. For the UI thread only.
final class WindowPages {
  private final ConsoleModel model;
  private final BorderPane root;
  private final Supplier<ConsolePane> console;
  private Optional<StartPage> start;
  private Optional<PreferencePage> preferences = Optional.empty();

  /// @param console what is shown where none of them is
  WindowPages(ConsoleModel model, BorderPane root, Supplier<ConsolePane> console) {
    this.model = model;
    this.root = root;
    this.console = console;
    start = startPage();
  }

  private Optional<StartPage> startPage() {
    return model.start().map(choice -> new StartPage(choice, this::leave));
  }

  /// Shows the choice of another place, where there is one; what was shown goes on behind it.
  void showStart() {
    start.ifPresent(page -> {
      root.setCenter(page);
      page.open(model.desk().instanceText());
    });
  }

  /// Reports on the selected scope.
  void showReport() {
    ReportSpan first = model.isSandbox() ? ReportSpan.HOUR : ReportSpan.TODAY;
    var page = new ReportPage(new ReportModel(model.desk(), first), this::leave);
    root.setCenter(page);
    page.open(model.desk().selection().address());
  }

  /// Shows how the console is wanted to be.
  ///
  /// @param actions whose shortcuts can be changed there
  PreferencePage showPreferences(Actions actions) {
    var shortcuts = new Shortcuts(actions, model.preferences());
    var page = new PreferencePage(model.preferences(), shortcuts, this::leave);
    preferences = Optional.of(page);
    root.setCenter(page);
    return page;
  }

  /// Whether that is what is shown.
  boolean isInPreferences() {
    return preferences.isPresent();
  }

  /// Shows what is preferred now.
  void updatePreferences() {
    preferences.ifPresent(PreferencePage::update);
  }

  /// Shows the console again.
  void leave() {
    preferences = Optional.empty();
    root.setCenter(console.get());
    console.get().workbench().requestFocus();
  }

  /// Is made anew, in the language that is spoken now.
  void rebuild() {
    start = startPage();
  }
}
