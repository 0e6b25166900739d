package dev.headroom.console.viewmodel;

import dev.headroom.client.AllocationPage;
import dev.headroom.client.AllocationQuery;
import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.LiveFrame;
import dev.headroom.client.LiveView;
import dev.headroom.client.Subscription;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Everything that one window shows of one instance. The link's thread leaves the newest frame; the
/// window's pulse takes it with [#take] when it has time to draw. All else is for the UI thread
/// only.
public final class Desk implements AutoCloseable {
  private static final Duration FRAME_INTERVAL = Duration.ofMillis(100);
  private static final long SAMPLE_NANOS = 450_000_000L;
  private static final long INFO_NANOS = 1_000_000_000L;
  private static final int ROWS_MAX = 500;

  private final Instance instance;
  private final Optional<PlaceMark> mark;
  private final Optional<String> recording;
  private final ScopePath home;
  private final Calls calls;
  private final LongSupplier nanos;
  private final InstantSource clock;
  private final ScopeTree tree;
  private final Curves curves = new Curves();
  private final Selection selection;
  private final Freshness freshness = new Freshness();
  private final Listing<WaitRow> waiting;
  private final Listing<AllocationRow> allocations;
  private final EventFeed events;
  private final EventFeed decisions;
  private final EventFeed history;
  private final AtomicReference<Optional<Arrival>> newest = new AtomicReference<>(Optional.empty());
  private Optional<Subscription> link = Optional.empty();
  private Optional<LiveView> live = Optional.empty();
  private Optional<InstanceInfo> info = Optional.empty();
  private List<ScopePath> watched = List.of();
  private Optional<LiveView.Focus> focused = Optional.empty();
  private Instant now = Instant.EPOCH;
  private long sampledNanos;
  private long infoNanos;
  private boolean started;
  private boolean paused;
  private boolean stale;
  private int alertCount;
  private int waiterCount;

  /// A frame, and when it came.
  private record Arrival(LiveFrame frame, long nanos) {}

  /// A desk at an instance that has no mark.
  ///
  /// @param ui where answers are delivered
  public Desk(Instance instance, Executor ui, Clocks clocks) {
    this(OpenPlace.of(instance, Optional.empty()), instance, ui, clocks);
  }

  /// @param place where the instance is
  /// @param ui where answers are delivered
  public Desk(OpenPlace place, Instance instance, Executor ui, Clocks clocks) {
    this.instance = instance;
    this.mark = place.mark();
    this.recording = place.recording().map(file -> String.valueOf(file.getFileName()));
    nanos = clocks.nanos();
    clock = clocks.clock();
    calls = new Calls(ui);
    home = place.home();
    tree = new ScopeTree(instance, calls, home);
    selection = new Selection(curves, home);
    waiting = new Listing<>(calls, this::askWaiting);
    allocations = new Listing<>(calls, this::askAllocations);
    events = EventFeed.ofAll(instance, calls);
    decisions = EventFeed.ofDecisions(instance, calls);
    history = EventFeed.ofChanges(instance, calls);
  }

  /// Connects: from now on frames come, and the tree fills. Once connected, only tells somebody
  /// else of the tree's rows.
  ///
  /// @param rows is told of the tree's rows
  public void start(ScopeTree.Listener rows) {
    tree.start(rows);
    if (started) {
      return;
    }
    started = true;
    askInfo();
    calls.ask(
        () -> instance.watchLink(now -> calls.tell(() -> freshness.onLink(now))),
        watching -> link = Optional.of(watching));
    calls.ask(() -> instance.live(FRAME_INTERVAL, this::onFrame), this::onLive);
  }

  /// Takes the newest frame into what is shown; called by the window's pulse.
  ///
  /// @return whether anything may have changed
  public boolean take() {
    long at = nanos.getAsLong();
    Optional<Arrival> came = newest.getAndSet(Optional.empty());
    came.ifPresent(
        arrival -> freshness.onFrame(arrival.frame.sequence(), arrival.nanos, nanos.getAsLong()));
    if (at - infoNanos >= INFO_NANOS) {
      askInfo();
    }
    boolean staleNow = freshness.state(at).isStale();
    boolean turned = staleNow != stale;
    if (turned && staleNow) {
      curves.interrupt(now.toEpochMilli());
    }
    stale = staleNow;
    if (came.isEmpty() || paused) {
      return turned;
    }
    apply(came.get().frame, at);
    return true;
  }

  private void onFrame(LiveFrame frame) {
    newest.set(Optional.of(new Arrival(frame, nanos.getAsLong())));
  }

  private void askInfo() {
    infoNanos = nanos.getAsLong();
    calls.ask(
        instance::info,
        answer -> {
          info = Optional.of(answer);
          freshness.onKind(answer.kind());
        });
  }

  private void apply(LiveFrame frame, long at) {
    now = frame.at();
    count(frame);
    tree.apply(frame);
    selection.apply(frame, zone());
    if (at - sampledNanos >= SAMPLE_NANOS) {
      sampledNanos = at;
      curves.sample(frame);
    }
    focus();
  }

  /// Who sees a part is told nothing of the whole, but how that part stands.
  private void count(LiveFrame frame) {
    alertCount = frame.alertCount();
    waiterCount = frame.waiterCount();
    for (ScopeStatus scope : frame.scopes()) {
      if (!home.isRoot() && scope.path().equals(home)) {
        alertCount = scope.alerts().total();
        waiterCount = scope.waiters();
      }
    }
  }

  /// Says which rows are visible, so that they are kept current.
  public void watch(List<ScopeNode> visible) {
    List<ScopePath> paths = new ArrayList<>(visible.size() + 1);
    paths.add(selection.path());
    if (!home.equals(selection.path())) {
      paths.add(home);
    }
    for (ScopeNode node : visible) {
      if (node.role() == ScopeNode.Role.SCOPE && !paths.contains(node.path())) {
        paths.add(node.path());
      }
    }
    if (!paths.equals(watched) && live.isPresent()) {
      LiveView view = live.get();
      watched = List.copyOf(paths);
      calls.say(() -> view.watch(paths));
    }
  }

  /// Shows another scope in full.
  public void select(ScopeNode node) {
    if (node.role() == ScopeNode.Role.SCOPE && !node.path().equals(selection.path())) {
      selection.select(node.path(), node.status());
      allocations.reset();
      focus();
    }
  }

  /// Shows the constraints and the curve of the type of tile `index`.
  public void choose(int index) {
    selection.choose(index);
    focus();
  }

  /// Freezes what is shown, or lets it go on.
  public void setPaused(boolean freeze) {
    paused = freeze;
    freshness.setPaused(freeze);
  }

  public boolean isPaused() {
    return paused;
  }

  /// Whether what is shown is too old to be trusted.
  public boolean isStale() {
    return stale;
  }

  /// What the stopwatch by which it says how old things are says now.
  public long nanos() {
    return nanos.getAsLong();
  }

  /// How what is shown stands, in words.
  public String freshnessText() {
    return freshness.stateText(nanos.getAsLong(), clock.instant());
  }

  /// Why nothing can be changed now, in a sentence; empty where it can.
  public String whyLocked() {
    if (freshness.isPast()) {
      return Wording.text("locked.past");
    }
    if (stale) {
      return Wording.text("locked.stale", freshnessText());
    }
    return info.flatMap(InstanceInfo::readOnlyCause)
        .map(cause -> Wording.text("locked.readOnly", cause))
        .orElse("");
  }

  public ScopeTree tree() {
    return tree;
  }

  public Selection selection() {
    return selection;
  }

  public Freshness freshness() {
    return freshness;
  }

  /// What is shown.
  public Instance instance() {
    return instance;
  }

  /// How the instance is asked; closed with this desk.
  public Calls calls() {
    return calls;
  }

  /// The instance's time, as it is on show; long ago while nothing has come.
  public Instant now() {
    return now;
  }

  public Listing<WaitRow> waiting() {
    return waiting;
  }

  public Listing<AllocationRow> allocations() {
    return allocations;
  }

  public EventFeed events() {
    return events;
  }

  /// The newest events at and below the selected scope.
  public List<EventRow> eventRows() {
    return events.rows(selection.address(), now, zone());
  }

  public EventFeed decisions() {
    return decisions;
  }

  /// How waits ended lately, anywhere.
  public List<EventRow> decisionRows() {
    return decisions.rows(home.text(), now, zone());
  }

  public EventFeed history() {
    return history;
  }

  /// Who has changed limits, pools and settings, what, when and why.
  public List<EventRow> historyRows() {
    return history.rows(home.text(), now, zone());
  }

  /// How many alerts stand anywhere.
  public int alertCount() {
    return alertCount;
  }

  /// How many requests wait anywhere.
  public int waiterCount() {
    return waiterCount;
  }

  /// How the place is told from others, if somebody has said how.
  public Optional<PlaceMark> mark() {
    return mark;
  }

  /// The highest scope that can be seen.
  public ScopePath home() {
    return home;
  }

  /// Its address.
  public String homeAddress() {
    return home.text();
  }

  /// By whose clocks times are told.
  ZoneId zone() {
    return info.map(InstanceInfo::timeZone).orElse(ZoneOffset.UTC);
  }

  /// What the instance is called, and where it lives.
  public String instanceText() {
    return info.map(known ->
            Wording.text(
                "instance." + known.kind().name(),
                mark.map(PlaceMark::name).or(() -> recording).orElse(known.name())))
        .orElse(Wording.text("instance.unknown"));
  }

  /// What is known of the instance.
  Optional<InstanceInfo> info() {
    return info;
  }

  /// The instance's time of day.
  public String clockText() {
    return now.equals(Instant.EPOCH) ? "–" : Times.clock(now, now, zone());
  }

  /// Stops listening; the instance itself stays open.
  @Override
  public void close() {
    events.close();
    decisions.close();
    history.close();
    link.ifPresent(watching -> calls.aside(watching::close));
    live.ifPresent(view -> calls.aside(view::close));
    live = Optional.empty();
    calls.close();
  }

  private void onLive(LiveView view) {
    live = Optional.of(view);
    focus();
  }

  private void focus() {
    Optional<LiveView.Focus> wanted = selection.focus();
    if (!wanted.equals(focused) && live.isPresent()) {
      LiveView view = live.get();
      focused = wanted;
      calls.say(() -> view.explain(wanted));
    }
  }

  private Supplier<Listing.Fetched<AllocationRow>> askAllocations() {
    Instant at = now;
    var query = new AllocationQuery(selection.path(), false, 0, ROWS_MAX);
    return () ->
        Listing.Fetched.from(
            instance.allocations(query),
            (AllocationPage page) ->
                Listing.Fetched.of(
                    page.allocations().stream().map(status -> Rows.allocation(status, at)).toList(),
                    page.total()));
  }

  private Supplier<Listing.Fetched<WaitRow>> askWaiting() {
    return WaitRows.ask(instance, home, now);
  }
}
