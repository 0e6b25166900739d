package dev.headroom.console.view.edit;

import dev.headroom.console.view.control.Drawer;
import dev.headroom.console.view.control.KeyHints;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.viewmodel.ChainReading;
import dev.headroom.console.viewmodel.Times;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.edit.Draft;
import dev.headroom.console.viewmodel.edit.Editing;
import dev.headroom.console.viewmodel.edit.Subject;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// The lock against accidental edits and the way to the staged changes, and what opens their places
/// in the drawer. For the UI thread only.
public final class EditTools extends HBox {
  private final Editing editing;
  private final KeyHints hints;
  private final Drawer drawer;
  private final ToggleButton lock = new ToggleButton();
  private final Button changes = new Button();
  private final ChangesCard card;

  /// @param drawer where forms and changes are shown
  /// @param hints by which keys something is done
  public EditTools(Editing editing, Palette palette, Drawer drawer, KeyHints hints) {
    this.editing = editing;
    this.hints = hints;
    this.drawer = drawer;
    card = new ChangesCard(editing.changes(), palette, this::edit);
    getStyleClass().add("edit-tools");
    lock.setOnAction(_ -> {
      editing.lock().set(lock.isSelected());
      update();
    });
    changes.setOnAction(_ -> showChanges());
    getChildren().setAll(changes, lock);
    setMinWidth(USE_PREF_SIZE);
    editing.changes().listen(this::update);
    update();
  }

  /// Shows how things stand now.
  public void update() {
    boolean unlocked = editing.lock().isUnlocked();
    lock.setSelected(unlocked);
    lock.setText(Wording.text(unlocked ? "lock.editing" : "lock.readOnly"));
    String span = Times.span(editing.lock().idle());
    hints.described(
        lock,
        unlocked ? Wording.text("lock.lock") : Wording.text("lock.unlock.long", span),
        "lock");
    int size = editing.changes().size();
    changes.setText(size == 0 ? Wording.text("changes") : Wording.text("changes") + "  " + size);
    hints.described(changes, Wording.text("changes.show", size), "changes");
    card.update();
  }

  /// Lets edits be made, or not any more.
  public void toggleLock() {
    editing.lock().set(!editing.lock().isUnlocked());
    update();
  }

  /// Lets edits be made.
  public void unlock() {
    editing.lock().set(true);
    update();
  }

  /// Shows the staged changes.
  public void showChanges() {
    drawer.show(Wording.text("changes"), card, card::update, () -> {});
    card.focusReason();
  }

  /// Shows the form of a constraint.
  public void edit(ChainReading link) {
    edit(editing.draft(link));
  }

  /// Shows the form of something that is to be changed.
  public void edit(Draft draft) {
    var form = new DraftCard(draft, editing.lock(), this::showChanges);
    drawer.show(Wording.text("draft.title"), form, form::refresh, () -> {});
  }

  /// Asks what is to be added to a scope.
  public void add(String address) {
    drawer.show(
        Wording.text("add.title"), new AddCard(editing, address, this::edit), () -> {}, () -> {});
  }

  /// Whether a change of something at a scope is staged.
  public boolean isPending(String address) {
    return editing.changes().isPending(address);
  }

  /// Who is told when other changes are staged.
  public void listen(Runnable told) {
    editing.changes().listen(told);
  }

  private void edit(Subject subject) {
    edit(editing.draft(subject));
  }
}
