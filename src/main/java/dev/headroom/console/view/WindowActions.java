package dev.headroom.console.view;

import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.InjectModel;
import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.PreferenceModel;
import dev.headroom.console.viewmodel.SandboxControl;
import dev.headroom.console.viewmodel.SavedView;
import dev.headroom.console.viewmodel.Setting;
import dev.headroom.console.viewmodel.StartModel;
import dev.headroom.console.viewmodel.TreeColumn;
import dev.headroom.console.viewmodel.TreeLook;
import dev.headroom.console.viewmodel.TreeOrder;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.Zoom;
import dev.headroom.console.viewmodel.command.Actions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Collects everything that can be done in a window. For the UI thread only.
final class WindowActions {
  private static final List<Double> SPEEDS =
      List.of(SandboxControl.SPEED_MIN, 1.0, 10.0, 100.0, SandboxControl.SPEED_MAX);

  private final ConsoleModel model;
  private final ConsoleWindow window;
  private final Supplier<Workbench> shown;
  private final Actions actions;

  private WindowActions(ConsoleModel model, ConsoleWindow window, Supplier<Workbench> shown) {
    this.model = model;
    this.window = window;
    this.shown = shown;
    actions = new Actions(() -> model.preferences().now().keys());
  }

  /// @param shown what the window shows now
  static Actions of(ConsoleModel model, ConsoleWindow window, Supplier<Workbench> shown) {
    var all = new WindowActions(model, window, shown);
    all.addPlaces();
    all.addEdits();
    all.addLocals();
    all.addLooks();
    all.addSettings();
    all.addSandbox();
    return all.actions;
  }

  private void addPlaces() {
    actions
        .add("go", "palette", "Shortcut+K", window::showFinder)
        .add("go", "findScopes", "Shortcut+F", () -> shown.get().focusSearch())
        .add("go", "root", "Shortcut+Home", () -> window.goTo(model.desk().homeAddress()))
        .add("go", "expandToAlerts", "Shortcut+L", () -> shown.get().expandToAlerts());
    for (ConsoleWindow.Page page : ConsoleWindow.Page.values()) {
      actions.add(
          "go", "list." + page.name(), "Shortcut+" + (page.ordinal() + 1), () -> window.goTo(page));
    }
    actions.add("go", "waitGraph", "Shortcut+G", window::showWaitGraph);
    actions.add("go", "useMap", "Shortcut+U", window::showUseMap);
    actions.add("go", "report", "Shortcut+R", window::showReport);
    actions.add("go", "suggestions", "Shortcut+I", window::showSuggestions);
    model.start().ifPresent(this::addStart);
    actions
        .add("go", "notices", "F6", window::focusNotices)
        .add("go", "tour", "", window::showTour)
        .add("go", "shortcuts", "F1", window::showShortcuts);
  }

  private void addStart(StartModel start) {
    actions
        .add("go", "start", "Shortcut+O", window::showStart)
        .add(
            "go",
            "attach",
            "",
            () -> {
              window.showStart();
              start.attach().begin();
            })
        .addChanging("go", () -> copies(start))
        .addChanging("go", () -> lately(start));
  }

  /// The ways to a copy of what is shown, and back from one.
  private Map<String, Runnable> copies(StartModel start) {
    Map<String, Runnable> copies = new LinkedHashMap<>();
    if (start.canTryOut()) {
      copies.put(Wording.text("copy.begin"), window::tryOut);
    }
    if (model.place().origin().isPresent()) {
      copies.put(Wording.text("copy.carry"), window::carryBack);
      copies.put(Wording.text("copy.leave"), window::leaveCopy);
    }
    return copies;
  }

  /// What was opened before, as it can be opened again.
  private Map<String, Runnable> lately(StartModel start) {
    Map<String, Runnable> lately = new LinkedHashMap<>();
    for (Connection connection : start.connections()) {
      lately.put(
          Wording.text("start.server.again", connection.name()),
          () -> {
            window.showStart();
            start.attach().attach(connection);
          });
    }
    start.folders().forEach(folder -> put(lately, start, folder, new Place.Folder(folder, false)));
    start.recentRecordings().forEach(file -> put(lately, start, file, new Place.Recording(file)));
    return lately;
  }

  private void put(Map<String, Runnable> lately, StartModel start, Path path, Place place) {
    lately.put(
        Wording.text("start.again", path.toString()),
        () -> {
          window.showStart();
          start.open(place);
        });
  }

  private void addEdits() {
    actions
        .add("edit", "lock", "Shortcut+E", () -> shown.get().tools().toggleLock())
        .add("edit", "changes", "Shortcut+D", () -> shown.get().tools().showChanges())
        .add("edit", "editBinding", "Shortcut+B", () -> shown.get().editBinding())
        .add("edit", "add", "Shortcut+N", () -> shown.get().add())
        .add("edit", "changeMany", "Shortcut+M", () -> shown.get().changeMany())
        .add("edit", "configText", "Shortcut+T", () -> shown.get().showConfigText())
        .add("edit", "markMatches", "", () -> shown.get().markMatches())
        .add("edit", "markClear", "", () -> shown.get().clearMarks())
        .add("do", "lend", "", () -> shown.get().showLoans())
        .add("do", "act", "Shortcut+Enter", () -> shown.get().actOnFirst());
  }

  /// What is done with a key alone where the focus is.
  private void addLocals() {
    actions
        .addLocal("do", "alerts.acknowledge", "A", () -> shown.get().showAlerts().acknowledge())
        .addLocal("do", "alerts.shelve", "S", () -> shown.get().showAlerts().shelve())
        .addLocal("edit", "chain.edit", "E", () -> shown.get().editConstraint())
        .addLocal("edit", "tree.mark", "Space", () -> shown.get().markSelected())
        .addLocal("edit", "tree.mark.to", "Shift+Space", () -> shown.get().markToSelected());
  }

  private void addLooks() {
    actions.add(
        "look", "pause", "Shortcut+P", () -> model.desk().setPaused(!model.desk().isPaused()));
    actions.add("look", "forecast", "", window::toggleForecast);
    actions.add("look", "past", "Shortcut+H", () -> window.past().toggle());
    actions.add("look", "past.previous", "Alt+Left", () -> window.past().goToMoment(false));
    actions.add("look", "past.next", "Alt+Right", () -> window.past().goToMoment(true));
    actions.add("look", "performance", "F12", window::togglePerformance);
    actions.add("look", "views.save", "", () -> shown.get().saveView());
    for (TreeColumn column : TreeColumn.values()) {
      actions.add("look", "column." + column.name(), "", () -> toggle(column));
    }
    actions.addChanging(() -> model.views().all().stream().map(this::show).toList());
    for (TreeOrder order : TreeOrder.values()) {
      actions.add("look", "order." + order.name(), "", () -> model.desk().tree().sort(order));
    }
    actions
        .add("look", "zoom.in", "Shortcut+Plus", () -> window.zoom(model.zoom().larger()))
        .add("look", "zoom.out", "Shortcut+Minus", () -> window.zoom(model.zoom().smaller()))
        .add("look", "zoom.normal", "Shortcut+0", () -> window.zoom(Zoom.NORMAL));
  }

  /// Every choice of every setting.
  private void addSettings() {
    PreferenceModel preferences = model.preferences();
    for (Setting<?> setting : Setting.ALL) {
      List<String> words = setting.words();
      for (int at = 0; at < words.size(); at++) {
        int index = at;
        actions.addNamed(
            "setting",
            Wording.text("action.setting", setting.name(), words.get(at)),
            () -> preferences.choose(setting, index));
      }
    }
    actions
        .add("setting", "preferences", "Shortcut+Comma", window::showPreferences)
        .add("setting", "keys.change", "", window::showKeys)
        .add("setting", "keys.reset", "", () -> preferences.change(now -> now.withKeys(Map.of())));
  }

  private void toggle(TreeColumn column) {
    TreeLook look = model.views().look();
    model.views().setLook(look.with(column, !look.columns().contains(column)));
  }

  private Actions.Action show(SavedView view) {
    return new Actions.Action(
        "",
        Wording.text("group.look"),
        Wording.text("action.view", view.name()),
        "",
        false,
        () -> shown.get().show(view));
  }

  /// How what was thrown in can be ended.
  private Map<String, Runnable> endings() {
    Map<String, Runnable> endings = new LinkedHashMap<>();
    for (InjectModel.Line line : model.injections().underway()) {
      endings.put(
          Wording.text("inject.end.accessible", line.text()),
          () -> model.injections().end(line.number()));
    }
    return endings;
  }

  private void addSandbox() {
    if (!model.isSandbox()) {
      return;
    }
    actions
        .add("play", "play.pause", "", () -> model.setSandboxPaused(!model.isSandboxPaused()))
        .add("play", "play.step", "", model::step)
        .add("play", "play.again", "", model::playAgain)
        .add("play", "inject", "Shortcut+J", window::showInjections);
    for (InjectModel.Choice choice : model.injections().choices()) {
      actions.addNamed(
          "play",
          Wording.text("action.inject.kind", choice.name()),
          () -> model.injections().inject(choice.kind()));
    }
    actions.addChanging("play", this::endings);
    for (double speed : SPEEDS) {
      String factor = Figures.factor(speed);
      actions.addNamed(
          "play", Wording.text("action.play.speed", factor), () -> model.setSpeed(speed));
    }
    for (SandboxControl.Scenario scenario : model.scenarios()) {
      actions.addNamed(
          "play",
          Wording.text("action.play", scenario.name()),
          () -> model.play(scenario.name(), model.seed()));
    }
  }
}
