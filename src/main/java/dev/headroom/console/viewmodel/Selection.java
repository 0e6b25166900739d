package dev.headroom.console.viewmodel;

import dev.headroom.client.LiveFrame;
import dev.headroom.client.LiveView;
import dev.headroom.client.Reply;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Explanation;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.SharingPolicy;
import dev.headroom.model.TypeStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The scope that the page shows in full, and the type whose constraints and curve it shows. The
/// type stays as chosen from scope to scope where the scope has it; else it is the most pressing.
/// For the UI thread only.
public final class Selection {
  private static final long[] SPANS_MILLIS = {
    60_000,
    120_000,
    300_000,
    600_000,
    1_800_000,
    3_600_000,
    7_200_000,
    14_400_000,
    28_800_000,
    86_400_000,
    604_800_000
  };
  private static final int AHEAD_SPANS = 4;

  private final Curves curves;
  private final ScopePath home;
  private ScopePath path;
  private Optional<ScopeStatus> status = Optional.empty();
  private boolean missing;
  private Optional<Explanation> explanation = Optional.empty();
  private Optional<ResourceType> chosen = Optional.empty();
  private Optional<ResourceType> first = Optional.empty();
  private Instant now = Instant.EPOCH;
  private ZoneId zone = ZoneId.of("UTC");

  /// The highest scope that can be seen.
  Selection(Curves curves, ScopePath home) {
    this.curves = curves;
    this.home = home;
    this.path = home;
  }

  /// Shows another scope from now on.
  void select(ScopePath to, Optional<ScopeStatus> known) {
    path = to;
    status = known;
    missing = false;
    first = Optional.empty();
    explanation = Optional.empty();
  }

  /// Takes whether a scope is there at all, where time has become another.
  void take(ScopePath of, Reply<ScopeStatus> reply) {
    if (of.equals(path)) {
      status =
          reply instanceof Reply.Decided<ScopeStatus>(var known)
              ? Optional.of(known)
              : Optional.empty();
      missing = status.isEmpty();
    }
  }

  /// Shows the type of tile `index` from now on.
  public void choose(int index) {
    chosen = Optional.of(types().get(index));
    explanation = Optional.empty();
  }

  /// What a live view must watch for this page.
  Optional<LiveView.Focus> focus() {
    return type().map(shown -> new LiveView.Focus(path, shown));
  }

  /// Takes the newest state.
  void apply(LiveFrame frame, ZoneId instanceZone) {
    now = frame.at();
    zone = instanceZone;
    for (ScopeStatus scope : frame.scopes()) {
      if (scope.path().equals(path)) {
        status = Optional.of(scope);
        missing = false;
      }
    }
    frame.focus().ifPresent(focus -> explanation = Optional.of(focus));
  }

  /// One step of the way to the scope.
  ///
  /// @param kind the kind's word
  /// @param name the scope's name; `/` for the root
  /// @param address where it leads
  public record Crumb(String kind, String name, String address) {}

  /// The scope's address.
  public String address() {
    return path.text();
  }

  /// The way from `/`, or the highest scope that can be seen, down to and including the scope.
  public List<Crumb> crumbs() {
    return path.chain().stream()
        .filter(step -> step.isWithin(home))
        .map(step -> new Crumb(Phrases.kind(step.kind()), step.name(), step.text()))
        .toList();
  }

  ScopePath path() {
    return path;
  }

  /// A sentence about the scope: what is below it.
  public String summary() {
    return status
        .map(now ->
            Wording.text(
                now.allocations() == 1 ? "scope.summary.one" : "scope.summary",
                Figures.count(now.children()),
                Figures.count(now.allocations()),
                Figures.count(now.waiters())))
        .orElseGet(() -> Wording.text(missing ? "scope.missing" : "scope.loading"));
  }

  /// Types with a limit of the scope's own or in use there; where there are none, all that anything
  /// on the way from `/` limits.
  private List<TypeStatus> shown() {
    List<TypeStatus> all =
        status.stream()
            .flatMap(scope -> scope.types().stream())
            .sorted(Comparator.comparing(TypeStatus::type))
            .toList();
    List<TypeStatus> own =
        all.stream()
            .filter(type -> type.tightest().isPresent() || Readings.used(type) > 0)
            .toList();
    return own.isEmpty() ? all : own;
  }

  private List<ResourceType> types() {
    return shown().stream().map(TypeStatus::type).toList();
  }

  /// The tile of each type, in the fixed order of types.
  public List<GaugeReading> gauges() {
    return shown().stream().map(type -> Readings.gauge(type, path, now)).toList();
  }

  /// The name of the type whose constraints and curve are shown; empty where the scope has none.
  public String typeName() {
    return type().map(Figures::name).orElse("");
  }

  /// Which tile is that of the type whose constraints and curve are shown; -1 for none.
  public int chosenIndex() {
    return type().map(types()::indexOf).orElse(-1);
  }

  /// The chosen type, or else the one that pressed most when the scope was selected: it must not
  /// change by itself while somebody reads.
  public Optional<ResourceType> type() {
    List<ResourceType> types = types();
    if (chosen.isPresent() && types.contains(chosen.get())) {
      return chosen;
    }
    if (first.isEmpty() || !types.contains(first.get())) {
      first = mostPressing();
    }
    return first;
  }

  /// The chain of constraints of the chosen type, without links where there is no type; empty until
  /// it is known.
  public Optional<List<ChainReading>> chain() {
    boolean unused = status.isPresent() && type().isEmpty();
    return unused ? Optional.of(List.of()) : current().map(Readings::chain);
  }

  /// The constraint that binds, by name; empty where none does.
  public String bindingName() {
    return binding()
        .map(link ->
            Wording.text(
                "fact.title",
                Phrases.scope(link.constraint().path())
                    + " · "
                    + Phrases.constraint(link.constraint())))
        .orElse("");
  }

  /// What is known about the constraint that binds; empty where none does.
  public List<Fact> bindingFacts() {
    return binding()
        .flatMap(link -> type().map(shown -> Facts.of(shown, link, now, zone)))
        .orElse(List.of());
  }

  /// What a unit costs where the constraint that binds is a pool whose price has steps.
  public Optional<PriceCurve> bindingPrice() {
    return binding().flatMap(Explanation.Link::pool).flatMap(PriceCurve::of);
  }

  /// Whether what binds is a pool of whose quotas members can lend each other (P7).
  public boolean isQuotaBinding() {
    return binding()
        .flatMap(Explanation.Link::pool)
        .filter(status -> status.pool().terms().sharing() == SharingPolicy.QUOTA)
        .isPresent();
  }

  /// The constraint that binds; empty where none does, or it is not known yet.
  public Optional<ConstraintRef> bindingConstraint() {
    return binding().map(Explanation.Link::constraint);
  }

  private Optional<Explanation.Link> binding() {
    return current().flatMap(known -> known.binding().map(at -> known.links().get(at)));
  }

  private Optional<Explanation> current() {
    return explanation.filter(
        known -> known.path().equals(path) && type().equals(Optional.of(known.type())));
  }

  /// The curve of the chosen type; empty until the scope was looked at.
  public Optional<ChartReading> chart() {
    return type().flatMap(shown -> curves.of(path, shown).map(curve -> chart(shown, curve)));
  }

  private ChartReading chart(ResourceType type, Curves.Curve curve) {
    long nowMillis = now.toEpochMilli();
    long past = curve.used().size() == 0 ? 0 : nowMillis - curve.used().millisAt(0);
    long span = SPANS_MILLIS[SPANS_MILLIS.length - 1];
    for (int at = SPANS_MILLIS.length - 1; at >= 0 && SPANS_MILLIS[at] >= past; at--) {
      span = SPANS_MILLIS[at];
    }
    long horizon = nowMillis + AHEAD_SPANS * span;
    OptionalLong exhausted = curve.exhaustedAt();
    boolean near =
        exhausted.isPresent()
            && exhausted.getAsLong() < Math.min(horizon, windowEnd(type).orElse(Long.MAX_VALUE));
    return new ChartReading(
        Figures.name(type),
        level(type),
        curve.used(),
        curve.allowance(),
        amount -> Figures.amount(type, amount),
        Figures.base(type),
        nowMillis,
        span,
        near ? exhausted : OptionalLong.empty(),
        zone);
  }

  private Level level(ResourceType type) {
    return statusOf(type).map(found -> Readings.bar(found).level()).orElse(Level.CALM);
  }

  private Optional<Long> windowEnd(ResourceType type) {
    return statusOf(type)
        .flatMap(TypeStatus::tightest)
        .flatMap(LimitStatus::windowEnd)
        .map(Instant::toEpochMilli);
  }

  private Optional<TypeStatus> statusOf(ResourceType type) {
    return shown().stream().filter(found -> found.type() == type).findFirst();
  }

  private Optional<ResourceType> mostPressing() {
    return shown().stream()
        .max(
            Comparator.comparing((TypeStatus type) -> Readings.bar(type).level())
                .thenComparingDouble(type -> Readings.bar(type).used()))
        .map(TypeStatus::type);
  }
}
