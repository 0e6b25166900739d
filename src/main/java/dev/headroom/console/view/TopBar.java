package dev.headroom.console.view;

import dev.headroom.console.view.control.Dispensables;
import dev.headroom.console.view.control.Icons;
import dev.headroom.console.view.control.KeyHints;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.Wording;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Which instance, what time it is there, and how the window looks. For the UI thread only.
final class TopBar extends HBox {
  private static final double INSTANCE_WIDTH_MIN = 72;

  private final ConsoleModel model;
  private final Optional<SandboxBar> sandbox;
  private final Button instance = new Button();
  private final Label clock = new Label();
  private final HBox tools = new HBox();
  private final Dispensables dispensables = new Dispensables(this);
  private final Map<Theme, ToggleButton> themes = new EnumMap<>(Theme.class);
  private final ToggleButton pause = new ToggleButton(Wording.text("view.pause.short"));

  /// Which look the window has, and how it is given another.
  ///
  /// @param first the one at first
  /// @param chosen is told of another
  record Looks(Theme first, Consumer<Theme> chosen) {}

  /// @param hints by which keys something is done
  /// @param elsewhere is told that another place shall be chosen
  TopBar(ConsoleModel model, Looks looks, KeyHints hints, Runnable elsewhere) {
    this.model = model;
    getStyleClass().add("top-bar");
    var brand = new Label(Wording.text("brand"), Icons.icon("brand"));
    brand.getStyleClass().add("brand");
    instance.getStyleClass().addAll("chip", "place");
    instance.setOnAction(_ -> elsewhere.run());
    model.start().ifPresent(_ -> hints.described(instance, Wording.text("start.open"), "start"));
    instance.setMouseTransparent(model.start().isEmpty());
    instance.setFocusTraversable(model.start().isPresent());
    clock.getStyleClass().add("chip");
    clock.setAccessibleText(Wording.text("clock.accessible"));
    hints.described(pause, Wording.text("view.pause"), "pause");
    pause.setOnAction(_ -> model.desk().setPaused(pause.isSelected()));
    var spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    getChildren().addAll(brand, instance);
    sandbox = model.isSandbox() ? Optional.of(new SandboxBar(model, hints)) : Optional.empty();
    sandbox.ifPresent(getChildren()::add);
    tools.setMinWidth(USE_PREF_SIZE);
    HBox looksBox = themes(looks);
    getChildren().addAll(spacer, tools, clock, pause, looksBox);
    getChildren().stream()
        .filter(part -> !part.equals(spacer))
        .map(Region.class::cast)
        .forEach(part -> part.setMinWidth(USE_PREF_SIZE));
    instance.setMinWidth(INSTANCE_WIDTH_MIN);
    // What is left out can be done from the palette too.
    dispensables.add(clock);
    sandbox.ifPresent(bar -> bar.dispensable().forEach(dispensables::add));
    dispensables.add(looksBox);
    dispensables.add(pause);
    dispensables.add(whole ->
        brand.setContentDisplay(whole ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
    sandbox.ifPresent(bar -> dispensables.add(bar.run()));
  }

  /// Shows what can be thrown into the simulation, if it is one.
  void showInjections() {
    sandbox.ifPresent(SandboxBar::showInjections);
  }

  /// What is done with what the window shows.
  void show(Node tool) {
    tools.getChildren().setAll(tool);
    dispensables.fit();
  }

  /// Shows the newest time.
  void update() {
    boolean longer = set(instance, model.desk().instanceText());
    longer |= set(clock, model.desk().clockText());
    if (longer) {
      dispensables.fit();
    }
    pause.setSelected(model.desk().isPaused());
    sandbox.ifPresent(SandboxBar::update);
  }

  /// Marks the look that the window has now.
  void showTheme(Theme theme) {
    Objects.requireNonNull(themes.get(theme)).setSelected(true);
  }

  private HBox themes(Looks looks) {
    var group = new ToggleGroup();
    var box = new HBox();
    box.getStyleClass().add("segments");
    for (Theme theme : List.of(Theme.LIGHT, Theme.SYSTEM, Theme.DARK)) {
      String name = theme.name().toLowerCase(java.util.Locale.ROOT);
      ToggleButton button = Icons.toggle(name, Wording.text("theme." + theme.name()));
      button.setToggleGroup(group);
      button.setSelected(theme == looks.first);
      button.setOnAction(_ -> {
        looks.chosen.accept(theme);
      });
      themes.put(theme, button);
      box.getChildren().add(button);
    }
    return box;
  }

  /// @return whether it is longer or shorter now
  private static boolean set(Labeled label, String text) {
    String before = label.getText();
    if (!text.equals(before)) {
      label.setText(text);
    }
    return text.length() != before.length();
  }
}
