package dev.headroom.console.view;

import dev.headroom.console.viewmodel.command.Actions;
import dev.headroom.console.viewmodel.command.Shortcuts;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys that act wherever the focus is. For the UI thread only.
record WindowKeys(Scene scene) {
  /// Has all shortcuts act as they are now, and no others.
  void act(Actions actions) {
    scene.getAccelerators().clear();
    for (Actions.Action action : actions.all()) {
      if (!action.keys().isEmpty() && !action.local()) {
        for (String keys : Shortcuts.alike(action.keys())) {
          scene.getAccelerators().put(KeyCombination.valueOf(keys), action.run());
        }
      }
    }
  }

  /// Has `?` ask for help, unless it is typed. A sign, wherever on the keyboard it is; so it can be
  /// no accelerator.
  void addHelp(Node root, Runnable help) {
    root.addEventHandler(
        KeyEvent.KEY_TYPED,
        event -> {
          boolean typing = scene.getFocusOwner() instanceof TextInputControl;
          if (event.getCharacter().equals("?") && !typing) {
            help.run();
            event.consume();
          }
        });
  }
}
