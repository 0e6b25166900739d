package dev.headroom.console.view.notice;

import dev.headroom.console.view.control.Motions;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.viewmodel.notice.Notice;
import dev.headroom.console.viewmodel.notice.NoticeBoard;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The notices in the lower right corner of a pane, above whatever is there. They take neither the
/// keyboard nor clicks beside them; one goes there by a key, and back by Escape. For the UI thread
/// only.
public final class NoticeStack extends StackPane {
  private static final double IN_FRONT = -1;

  private final Palette palette = new Palette();
  private final VBox cards = new VBox();
  private final Map<Notice.Kind, NoticeCard> made = new EnumMap<>(Notice.Kind.class);
  private final Consumer<Notice> visit;
  private Optional<NoticeBoard> board = Optional.empty();
  private Optional<Node> focusBefore = Optional.empty();
  private long shownVersion = -1;

  /// @param visit is told which notice is to be followed to its place
  public NoticeStack(Pane pane, Consumer<Notice> visit) {
    this.visit = visit;
    getStyleClass().add("notice-stack");
    cards.getStyleClass().add("notice-cards");
    cards.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    cards.setPickOnBounds(false);
    setPickOnBounds(false);
    setManaged(false);
    setViewOrder(IN_FRONT);
    setAlignment(cards, Pos.BOTTOM_RIGHT);
    getChildren().setAll(palette, cards);
    pane.getChildren().add(this);
    pane.layoutBoundsProperty().subscribe(this::cover);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
          }
        });
  }

  /// Shows another board from now on.
  public void show(NoticeBoard now) {
    board = Optional.of(now);
    shownVersion = -1;
    made.clear();
    cards.getChildren().clear();
    update();
  }

  /// Shows how things stand now.
  public void update() {
    board.ifPresent(now -> {
      now.update(cards.isHover() || isReached());
      if (now.version() != shownVersion) {
        shownVersion = now.version();
        show(now.cards(), now);
      }
    });
  }

  /// Puts the keyboard on what is told of; shows it again where it has gone away.
  public void focusFirst() {
    board.ifPresent(now -> {
      now.showAgain();
      update();
      if (!isReached() && getScene() != null) {
        focusBefore = Optional.ofNullable(getScene().getFocusOwner());
      }
      applyCss();
      cards.getChildren().stream()
          .findFirst()
          .map(NoticeCard.class::cast)
          .ifPresent(NoticeCard::focus);
    });
  }

  private void show(List<NoticeBoard.Card> now, NoticeBoard of) {
    boolean reached = isReached();
    List<Node> wanted = new ArrayList<>();
    for (NoticeBoard.Card card : now) {
      Notice.Kind kind = card.newest().kind();
      NoticeCard shown = made.get(kind);
      if (shown == null) {
        shown = new NoticeCard(palette, visit, () -> dismiss(of, kind), card.newest());
        made.put(kind, shown);
      }
      shown.show(card);
      wanted.add(shown);
    }
    List<Node> fresh = wanted.stream().filter(card -> !cards.getChildren().contains(card)).toList();
    if (!cards.getChildren().equals(wanted)) {
      cards.getChildren().setAll(wanted);
      fresh.forEach(Motions::fadeIn);
    }
    if (reached && !isReached()) {
      leave();
    }
  }

  private void dismiss(NoticeBoard of, Notice.Kind kind) {
    of.dismiss(kind);
    update();
  }

  /// Whether the keyboard is on one of them.
  private boolean isReached() {
    for (Node each = getScene() == null ? null : getScene().getFocusOwner();
        each != null;
        each = each.getParent()) {
      if (each.equals(this)) {
        return true;
      }
    }
    return false;
  }

  private void leave() {
    focusBefore.ifPresent(Node::requestFocus);
    focusBefore = Optional.empty();
  }

  private void cover(Bounds bounds) {
    resizeRelocate(0, 0, bounds.getWidth(), bounds.getHeight());
  }
}
