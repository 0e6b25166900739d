package dev.headroom.console.viewmodel.map;

import dev.headroom.client.Instance;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A map of who uses what below a scope. It keeps current by itself; nothing changes its place
/// unless one looks elsewhere, asks for it, or has turned away. For the UI thread only.
public final class UseMap {
  /// Neighbours touch but for what rounding makes of it.
  private static final double SLACK = 0.5;

  private final Desk desk;
  private final MapLayout layout = new MapLayout(UseMap::standIn);
  private Measure measure;
  private ScopePath focus;
  private MapReading reading = new MapReading.Asking();
  private Box box = new Box(0, 0, 0, 0);
  private List<PlacedCell> placed = List.of();
  private String selected = "";
  private boolean underway;
  private long asked;
  private int version;

  /// A map of all that can be seen, by the type that is shown of the selected scope.
  public UseMap(Desk desk) {
    this.desk = desk;
    measure = new Measure.OfType(desk.selection().type().orElse(ResourceType.TOKENS));
    focus = desk.home();
  }

  /// What areas stand for.
  public Measure measure() {
    return measure;
  }

  /// Has areas stand for something else.
  public void measureBy(Measure other) {
    measure = other;
    begin();
  }

  /// The address of the scope that the map is about.
  public String focusAddress() {
    return focus.text();
  }

  /// The way from the highest scope that can be seen down to the one that the map is about.
  public List<String> way() {
    return focus.chain().stream()
        .filter(step -> step.isWithin(desk.home()))
        .map(ScopePath::text)
        .toList();
  }

  /// Shows what is below a scope.
  public void lookInto(String address) {
    ScopePath path = ScopePath.of(address);
    if (path.isWithin(desk.home()) && !path.equals(focus)) {
      selected = "";
      focus = path;
      begin();
    }
  }

  /// Shows what is below the selected scope.
  ///
  /// @return whether there is anything below
  public boolean lookInto() {
    Optional<UseCell> cell = selected().map(PlacedCell::cell).filter(UseCell::hasBelow);
    cell.ifPresent(inside -> lookInto(inside.address()));
    return cell.isPresent();
  }

  /// Shows what is beside the scope that the map is about, and selects that.
  public void lookUp() {
    String left = focus.text();
    focus
        .parent()
        .ifPresent(parent -> {
          lookInto(parent.text());
          if (!focus.text().equals(left)) {
            selected = left;
          }
        });
  }

  /// Asks for what is used now, unless it is being asked, or what is shown is frozen.
  public void refresh() {
    if (!underway && !(desk.isPaused() && reading instanceof MapReading.Shown)) {
      ask();
    }
  }

  /// Lays everything out anew: the greatest first.
  public void arrange() {
    layout.forget();
    place();
  }

  /// Nobody points at the map or moves on it: what has become narrow may be laid out anew.
  public void rest() {
    if (layout.isWorn()) {
      arrange();
    }
  }

  /// The map has another size.
  public void resize(double width, double height) {
    box = new Box(0, 0, width, height);
    arrange();
  }

  /// Counts up whenever something else is to be drawn.
  public int version() {
    return version;
  }

  /// What is shown, those first that are drawn first.
  public List<PlacedCell> placed() {
    return placed;
  }

  /// The cell at a place of the map, the innermost.
  public Optional<PlacedCell> at(double x, double y) {
    return placed.reversed().stream().filter(one -> one.box().contains(x, y)).findFirst();
  }

  /// The selected cell; the first where none was chosen.
  public Optional<PlacedCell> selected() {
    return placed.stream()
        .filter(one -> one.cell().key().equals(selected))
        .findFirst()
        .or(() -> placed.stream().findFirst());
  }

  /// Selects a cell.
  public void select(PlacedCell cell) {
    selected = cell.cell().key();
    version++;
  }

  /// Selects the nearest cell of the same level in a direction, if there is one.
  ///
  /// @param right how far to the right: -1, 0 or 1
  /// @param down how far down: -1, 0 or 1
  public void move(int right, int down) {
    selected()
        .ifPresent(from ->
            placed.stream()
                .filter(
                    to -> to.depth() == from.depth() && isBeyond(from.box(), to.box(), right, down))
                .min(Comparator.comparingDouble(to -> distance(from, to, right)))
                .ifPresent(this::select));
  }

  private static boolean isBeyond(Box from, Box to, int right, int down) {
    if (right != 0) {
      return right > 0 ? to.x() >= from.right() - SLACK : to.right() <= from.x() + SLACK;
    }
    return down > 0 ? to.y() >= from.bottom() - SLACK : to.bottom() <= from.y() + SLACK;
  }

  /// What lies straight ahead is nearer than what lies aside.
  private static double distance(PlacedCell from, PlacedCell to, int right) {
    Box one = from.box();
    Box other = to.box();
    double across = Math.max(0, Math.max(other.x() - one.right(), one.x() - other.right()));
    double along = Math.max(0, Math.max(other.y() - one.bottom(), one.y() - other.bottom()));
    double ahead = right != 0 ? across : along;
    double aside = right != 0 ? along : across;
    double offset = right != 0 ? Math.abs(other.y() - one.y()) : Math.abs(other.x() - one.x());
    return ahead + 4 * aside + offset / 1000;
  }

  /// What to say instead of a map; empty where there is one.
  public String placeholder() {
    return switch (reading) {
      case MapReading.Asking _ -> Wording.text("list.loading");
      case MapReading.Failed(var why) -> why;
      case MapReading.Shown(var cell) ->
          cell.weight() > 0 ? "" : Wording.text("map.empty", scope(), measure.title());
    };
  }

  /// The map in a sentence, for screen readers: those that use most.
  public String accessible() {
    if (!placeholder().isEmpty()) {
      return placeholder();
    }
    String most =
        placed.stream()
            .filter(one -> one.depth() == 1 && !one.cell().standIn())
            .sorted(Comparator.comparingDouble((PlacedCell one) -> one.cell().weight()).reversed())
            .limit(5)
            .map(one -> one.cell().sentence())
            .reduce((one, other) -> one + " " + other)
            .orElse("");
    String here = selected().map(one -> one.cell().sentence()).orElse("");
    return Wording.text("map.accessible", measure.title(), scope(), here, most);
  }

  /// How much there is in all, and what areas stand for, in words.
  public String summary() {
    if (!(reading instanceof MapReading.Shown(var cell))) {
      return measure.help();
    }
    return Wording.text("map.summary", scope(), cell.exact(), measure.help());
  }

  private String scope() {
    return Phrases.scope(focus);
  }

  private void begin() {
    layout.forget();
    reading = new MapReading.Asking();
    place();
    ask();
  }

  private void ask() {
    underway = true;
    asked++;
    long turn = asked;
    Instance instance = desk.instance();
    ScopePath about = focus;
    Measure of = measure;
    desk.calls()
        .ask(
            () ->
                switch (of) {
                  case Measure.OfType(var type) -> TypeUse.ask(instance, about, type);
                  case Measure.Cost _ -> CostUse.ask(instance, about);
                },
            answer -> take(instance, turn, answer));
  }

  private void take(Instance about, long turn, MapReading answer) {
    if (turn == asked) {
      underway = false;
      if (!about.equals(desk.instance())) {
        ask(); // That was at another instant.
      } else if (!answer.equals(reading)) {
        reading = answer;
        place();
      }
    }
  }

  private void place() {
    placed =
        reading instanceof MapReading.Shown(var cell) && box.area() > 0
            ? layout.place(cell, box)
            : List.of();
    version++;
  }

  private static UseCell standIn(UseCell parent, int hidden, double weight) {
    String share = Figures.percent(Math.round(weight), Math.max(1, Math.round(parent.weight())));
    String count = Figures.whole(hidden);
    String owner = Phrases.scope(ScopePath.of(parent.address()));
    return new UseCell(
        parent.address(),
        true,
        hidden > 0 ? Wording.text("map.more", count) : Wording.text("map.rest"),
        weight,
        Level.UNBOUNDED,
        "",
        "",
        hidden > 0
            ? Wording.text("map.more.sentence", count, owner, share)
            : Wording.text("map.rest.sentence", owner, share),
        0,
        List.of());
  }
}
