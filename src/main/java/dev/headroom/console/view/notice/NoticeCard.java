package dev.headroom.console.view.notice;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Icons;
import dev.headroom.console.view.control.LevelMark;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.notice.Notice;
import dev.headroom.console.viewmodel.notice.NoticeBoard;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The newest notice of a kind, with those before it folded. For the UI thread only.
final class NoticeCard extends VBox {
  private final LevelMark mark;
  private final Label text = new Label();
  private final Hyperlink more = new Hyperlink();
  private final VBox folded = new VBox();
  private final Button show = new Button(Wording.text("notice.show"));
  private final Button close = Icons.button("close", Wording.text("notice.close"));
  private boolean open;

  /// @param visit is told which notice is to be followed to its place
  /// @param dismiss is told that it is to go away
  NoticeCard(Palette palette, Consumer<Notice> visit, Runnable dismiss, Notice first) {
    getStyleClass().addAll("card", "notice-card");
    setAccessibleRole(AccessibleRole.TEXT);
    mark = new LevelMark(palette);
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    close.getStyleClass().add("quiet");
    close.setOnAction(_ -> dismiss.run());
    var line = new HBox(mark, text, close);
    line.getStyleClass().add("notice-words");
    show.getStyleClass().add("small");
    show.setUserData(first);
    show.setOnAction(_ -> visit.accept((Notice) show.getUserData()));
    more.setOnAction(_ -> {
      more.setVisited(false);
      open = !open;
      Forms.show(folded, open);
    });
    var actions = new HBox(show, more);
    actions.getStyleClass().add("notice-actions");
    folded.getStyleClass().add("notice-folded");
    getChildren().setAll(line, actions, folded);
  }

  /// Shows how it stands now.
  void show(NoticeBoard.Card card) {
    Notice newest = card.newest();
    mark.show(newest.level());
    text.setText(newest.text());
    setAccessibleText(newest.text());
    show.setUserData(newest);
    show.setAccessibleText(Wording.text("notice.show.long", newest.text()));
    boolean leads = !newest.address().isEmpty() || newest.kind() == Notice.Kind.RESULT;
    Forms.show(show, leads);
    more.setText(Wording.text("notice.more", card.more()));
    Forms.show(more, card.more() > 0);
    folded
        .getChildren()
        .setAll(card.folded().stream().map(before -> Forms.caption(before.text())).toList());
    Forms.show(folded, open && card.more() > 0);
  }

  /// Puts the keyboard on the first thing that can be done.
  void focus() {
    (show.isVisible() ? show : close).requestFocus();
  }
}
