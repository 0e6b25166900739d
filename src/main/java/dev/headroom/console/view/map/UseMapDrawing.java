package dev.headroom.console.view.map;

import dev.headroom.console.view.control.Drawn;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Sheet;
import dev.headroom.console.view.control.Tone;
import dev.headroom.console.viewmodel.map.Box;
import dev.headroom.console.viewmodel.map.PlacedCell;
import dev.headroom.console.viewmodel.map.UseMap;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// The map, drawn onto one sheet; what is pointed at and selected is framed on another, so that
/// moving about draws two frames and not the map. For the UI thread only.
final class UseMapDrawing extends Drawn {
  private final UseMap map;
  private final CellPainter painter;
  private final Sheet frames = new Sheet();
  private Optional<PlacedCell> pointed = Optional.empty();
  private Runnable told = () -> {};
  private Runnable open = () -> {};
  private int shownVersion = -1;
  private boolean stale;

  UseMapDrawing(Palette palette, UseMap map) {
    super(palette);
    this.map = map;
    painter = new CellPainter(palette);
    frames.setMouseTransparent(true);
    getChildren().add(frames);
    getStyleClass().add("use-map");
    setMinSize(160, 120);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setOnMouseMoved(event -> point(map.at(event.getX() - left(), event.getY() - top())));
    setOnMouseExited(_ -> point(Optional.empty()));
    setOnMousePressed(this::press);
    setOnKeyPressed(this::key);
    focusedProperty().subscribe(_ -> frame());
  }

  /// @param now is told when something else is pointed at, selected or looked into
  /// @param opened is told that the selected scope shall be shown in full
  void listen(Runnable now, Runnable opened) {
    told = now;
    open = opened;
  }

  /// What is pointed at, or else selected.
  Optional<PlacedCell> looked() {
    return pointed.or(map::selected);
  }

  /// Whether somebody points at the map or moves on it.
  boolean isInUse() {
    return isHover() || isFocused();
  }

  /// Draws what has changed.
  void update(boolean nowStale) {
    if (map.version() != shownVersion || nowStale != stale) {
      shownVersion = map.version();
      stale = nowStale;
      setAccessibleText(map.accessible());
      pointed = pointed.flatMap(this::again);
      repaint();
      frame();
    }
  }

  /// The cell that is pointed at, where it lies now.
  private Optional<PlacedCell> again(PlacedCell before) {
    return map.placed().stream()
        .filter(one -> one.cell().key().equals(before.cell().key()))
        .findFirst();
  }

  @Override
  protected void layoutChildren() {
    double width = Math.max(0, Math.floor(getWidth() - left() - snappedRightInset()));
    double height = Math.max(0, Math.floor(getHeight() - top() - snappedBottomInset()));
    if (place(frames)) {
      map.resize(width, height);
      update(stale);
    }
    super.layoutChildren();
    frame();
  }

  @Override
  protected void paint(GraphicsContext graphics, double width, double height) {
    map.placed().forEach(one -> painter.paint(graphics, one, stale));
  }

  private void frame() {
    GraphicsContext graphics = frames.clear();
    pointed.ifPresent(one -> frame(graphics, one.box(), Tone.TEXT_MUTED, 1.5));
    if (isFocused()) {
      map.selected().ifPresent(one -> frame(graphics, one.box(), Tone.ACCENT, 3));
    } else if (pointed.isEmpty()) {
      map.selected().ifPresent(one -> frame(graphics, one.box(), Tone.BORDER_STRONG, 1.5));
    }
  }

  private void frame(GraphicsContext graphics, Box box, Tone tone, double line) {
    graphics.setStroke(palette().of(tone));
    graphics.setLineWidth(line);
    graphics.strokeRect(
        box.x() + line / 2,
        box.y() + line / 2,
        Math.max(0, box.width() - line),
        Math.max(0, box.height() - line));
  }

  private double left() {
    return snappedLeftInset();
  }

  private double top() {
    return snappedTopInset();
  }

  private void point(Optional<PlacedCell> now) {
    if (!now.equals(pointed)) {
      pointed = now;
      frame();
      told.run();
    }
  }

  private void press(MouseEvent event) {
    requestFocus();
    map.at(event.getX() - left(), event.getY() - top()).ifPresent(map::select);
    if (event.getClickCount() == 2) {
      lookInto();
    }
    tell();
    event.consume();
  }

  /// Looks into what is selected; a scope with nothing below it is shown in full.
  void lookInto() {
    if (!map.lookInto() && map.selected().filter(one -> !one.cell().standIn()).isPresent()) {
      open.run();
    }
  }

  private void key(KeyEvent event) {
    boolean known = true;
    switch (event.getCode()) {
      case LEFT -> map.move(-1, 0);
      case RIGHT -> map.move(1, 0);
      case UP -> map.move(0, -1);
      case DOWN -> map.move(0, 1);
      case ENTER -> lookInto();
      case BACK_SPACE -> map.lookUp();
      case SPACE -> open.run();
      default -> known = false;
    }
    if (known) {
      pointed = Optional.empty();
      tell();
      event.consume();
    }
  }

  private void tell() {
    update(stale);
    told.run();
  }
}
