package dev.headroom.console.view;

import dev.headroom.console.view.control.Drawn;
import dev.headroom.console.view.control.Lettering;
import dev.headroom.console.view.control.Letterings;
import dev.headroom.console.view.control.LevelTones;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Tone;
import dev.headroom.console.viewmodel.ChainReading;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// Every constraint that a request meets, from `/` down, strung on a line, the binding one marked.
/// A click, or the arrow keys and Enter, lead to the scope that has it; a secondary click, or the
/// keys for that, to its form. For the UI thread only.
public final class ConstraintChain extends Drawn {
  private static final double ROW_HEIGHT = 46;
  private static final double RAIL = 14;
  private static final double TEXT_LEFT = 32;
  private static final double WIDE = 340;
  private static final double BAR_HEIGHT = 8;
  private static final double PADDING = 8;

  private final BarPainter painter;
  private final Predicate<KeyEvent> edits;
  private final Consumer<String> visit;
  private final Consumer<ChainReading> edit;
  private List<ChainReading> links = List.of();
  private boolean stale;
  private boolean awaited = true;
  private int current = -1;

  /// A chain without links.
  ///
  /// @param edits whether keys are those to change a constraint
  /// @param visit is told the path of a scope to go to
  /// @param edit is told which constraint is to be changed
  public ConstraintChain(
      Palette palette,
      Predicate<KeyEvent> edits,
      Consumer<String> visit,
      Consumer<ChainReading> edit) {
    super(palette);
    this.edits = edits;
    painter = new BarPainter(palette);
    this.visit = visit;
    this.edit = edit;
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setFocusTraversable(true);
    setMinHeight(ROW_HEIGHT);
    setPrefHeight(ROW_HEIGHT);
    setOnMouseMoved(event -> point((int) (event.getY() / ROW_HEIGHT)));
    setOnMouseExited(_ -> point(-1));
    setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.SECONDARY) {
        edit();
      } else {
        open();
      }
    });
    setOnKeyPressed(this::onKey);
    focusedProperty().subscribe(focused -> point(focused ? Math.max(current, 0) : -1));
  }

  /// Shows `now`; does nothing where it is what is shown already.
  public void show(List<ChainReading> now, boolean nowStale) {
    if (!awaited && nowStale == stale && now.equals(links)) {
      return;
    }
    if (now.size() != links.size()) {
      setMinHeight(Math.max(1, now.size()) * ROW_HEIGHT);
      setPrefHeight(getMinHeight());
    }
    awaited = false;
    links = now;
    stale = nowStale;
    setAccessibleText(sentences(now));
    repaint();
  }

  /// Says that the chain is on its way.
  void await() {
    if (!awaited || !links.isEmpty()) {
      awaited = true;
      links = List.of();
      repaint();
    }
  }

  @Override
  protected void paint(GraphicsContext graphics, double width, double height) {
    if (links.isEmpty()) {
      String text =
          Letterings.CAPTION.fit(Wording.text(awaited ? "list.loading" : "chain.none"), width);
      text(graphics, Letterings.CAPTION, Tone.TEXT_FAINT, text, 0, ROW_HEIGHT / 2);
      return;
    }
    double from = ROW_HEIGHT / 2;
    double to = (links.size() - 0.5) * ROW_HEIGHT;
    for (int row = 0; row < links.size(); row++) {
      ground(graphics, row, width);
    }
    graphics.setStroke(palette().of(Tone.BORDER_STRONG));
    graphics.setLineWidth(1.5);
    graphics.strokeLine(RAIL, from, RAIL, to);
    for (int row = 0; row < links.size(); row++) {
      link(graphics, links.get(row), row * ROW_HEIGHT, width);
    }
  }

  private void ground(GraphicsContext graphics, int row, double width) {
    ChainReading link = links.get(row);
    double y = row * ROW_HEIGHT + 2;
    if (link.binding()) {
      graphics.setFill(palette().of(LevelTones.soft(link.bar().level())));
      graphics.fillRoundRect(0, y, width, ROW_HEIGHT - 4, 10, 10);
    } else if (row == current) {
      graphics.setFill(palette().of(Tone.HOVER));
      graphics.fillRoundRect(0, y, width, ROW_HEIGHT - 4, 10, 10);
    }
    if (row == current && isFocused()) {
      graphics.setStroke(palette().of(Tone.ACCENT));
      graphics.setLineWidth(1.5);
      graphics.strokeRoundRect(1, y + 1, width - 2, ROW_HEIGHT - 6, 9, 9);
    }
  }

  private void link(GraphicsContext graphics, ChainReading link, double y, double width) {
    double upper = y + ROW_HEIGHT / 2 - 10;
    double lower = y + ROW_HEIGHT / 2 + 10;
    double right = width - PADDING;
    bead(graphics, link, y + ROW_HEIGHT / 2);
    Level level = link.bar().level();
    Lettering amount = link.binding() ? Letterings.BODY_STRONG : Letterings.BODY;
    Tone tone = link.binding() ? LevelTones.text(level) : Tone.TEXT_MUTED;
    graphics.setTextAlign(TextAlignment.RIGHT);
    text(graphics, amount, tone, link.left(), right, upper);
    double room = right - amount.widthOf(link.left()) - 2 * PADDING;
    if (link.binding()) {
      String binds = Wording.text("chain.binds");
      text(graphics, Letterings.CAPTION_STRONG, tone, binds, room + PADDING, upper);
      room -= Letterings.CAPTION_STRONG.widthOf(binds) + PADDING;
    }
    String used = used(link, width);
    text(graphics, Letterings.CAPTION, Tone.TEXT_MUTED, used, right, lower);
    graphics.setTextAlign(TextAlignment.LEFT);
    String scope = Letterings.BODY_STRONG.fit(link.scope(), room - TEXT_LEFT);
    text(graphics, Letterings.BODY_STRONG, Tone.TEXT, scope, TEXT_LEFT, upper);
    double left = TEXT_LEFT + Letterings.BODY_STRONG.widthOf(scope) + PADDING;
    String terms = Letterings.CAPTION.fit(link.terms(), room - left);
    text(graphics, Letterings.CAPTION, Tone.TEXT_MUTED, terms, left, upper + 1);
    double barWidth = Math.floor(right - TEXT_LEFT - 2 * PADDING - usedWidth(width));
    painter.bar(
        graphics, link.bar(), stale, TEXT_LEFT, lower - BAR_HEIGHT / 2, barWidth, BAR_HEIGHT);
  }

  private static String used(ChainReading link, double width) {
    String percent = link.bar().percent();
    return width >= WIDE ? link.bar().detail() + "   " + percent : percent;
  }

  /// The widest of what stands behind the bars, so that all bars end at one line.
  private double usedWidth(double width) {
    double widest = 0;
    for (ChainReading link : links) {
      widest = Math.max(widest, Letterings.CAPTION.widthOf(used(link, width)));
    }
    return widest;
  }

  private void bead(GraphicsContext graphics, ChainReading link, double middle) {
    double radius = link.binding() ? 6 : 4;
    Color colour = palette().of(stale ? Tone.STALE : LevelTones.fill(link.bar().level()));
    graphics.setFill(palette().of(Tone.RAISED));
    graphics.fillOval(RAIL - radius - 2, middle - radius - 2, 2 * radius + 4, 2 * radius + 4);
    graphics.setFill(colour);
    graphics.fillOval(RAIL - radius, middle - radius, 2 * radius, 2 * radius);
  }

  private void text(
      GraphicsContext graphics, Lettering lettering, Tone tone, String text, double x, double y) {
    graphics.setFont(lettering.font());
    graphics.setFill(palette().of(tone));
    graphics.setTextBaseline(VPos.CENTER);
    graphics.fillText(text, x, y);
  }

  private void point(int row) {
    int valid = row < links.size() ? row : -1;
    if (valid != current) {
      current = valid;
      repaint();
    }
  }

  private void open() {
    pointed().ifPresent(link -> visit.accept(link.path()));
  }

  /// The constraint that is pointed at.
  Optional<ChainReading> pointed() {
    return current >= 0 && current < links.size()
        ? Optional.of(links.get(current))
        : Optional.empty();
  }

  /// Shows the form of the constraint that is pointed at.
  void edit() {
    pointed().ifPresent(edit);
  }

  private void onKey(KeyEvent event) {
    if (edits.test(event)) {
      edit();
      event.consume();
      return;
    }
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case UP -> point(Math.max(0, current - 1));
      case DOWN -> point(Math.min(links.size() - 1, current + 1));
      case ENTER, SPACE -> open();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private static String sentences(List<ChainReading> links) {
    var all = new StringBuilder();
    for (ChainReading link : links) {
      all.append(link.scope()).append(", ").append(link.terms()).append(", ");
      all.append(link.left())
          .append(link.binding() ? ", " + Wording.text("chain.binds.spoken") + ". " : ". ");
    }
    return all.toString().strip();
  }
}
