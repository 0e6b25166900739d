package dev.headroom.console.viewmodel;

import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.LiveFrame;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/// Everything that one window shows of one instance. The link's thread leaves the newest frame; the
/// window's pulse takes it with [#take] when it has time to draw. All else is for the UI thread
/// only.
public final class Desk implements AutoCloseable {
  private static final long INFO_NANOS = 1_000_000_000L;

  private final Identity identity;
  private final ScopePath home;
  private final Calls calls;
  private final ShownInstance shown;
  private final LongSupplier nanos;
  private final InstantSource clock;
  private final ScopeTree tree;
  private final Curves curves = new Curves();
  private final Trends trends = new Trends(curves);
  private final Selection selection;
  private final FrameStream frames;
  private final Listing<WaitRow> waiting;
  private final Listing<AllocationRow> allocations;
  private final EventFeeds feeds;
  private int turns;
  private Instant now = Instant.EPOCH;
  private long infoNanos;
  private boolean started;
  private Attention attention = Attention.NONE;

  /// A desk at an instance that has no mark.
  ///
  /// @param ui where answers are delivered
  public Desk(Instance instance, Executor ui, Clocks clocks) {
    this(OpenPlace.of(instance, Optional.empty()), instance, ui, clocks);
  }

  /// @param place where the instance is
  /// @param ui where answers are delivered
  public Desk(OpenPlace place, Instance instance, Executor ui, Clocks clocks) {
    identity = new Identity(place);
    nanos = clocks.nanos();
    clock = clocks.clock();
    calls = new Calls(ui);
    shown = new ShownInstance(instance, calls);
    frames = new FrameStream(instance, calls, nanos);
    home = place.home();
    tree = new ScopeTree(shown, home);
    selection = new Selection(curves, home);
    waiting = new Listing<>(calls, () -> WaitRows.ask(shown.now(), home, now));
    allocations =
        new Listing<>(calls, () -> AllocationRows.ask(shown.now(), selection.path(), now));
    feeds = EventFeeds.of(instance, calls);
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
    frames.open(this::focus);
  }

  /// Shows how things are at another instant, or in the present again. What is selected, looked for
  /// and expanded stays, and so does whoever shows it.
  ///
  /// @param other the same instance at that instant
  /// @param isPast whether that is how it was
  void turnTo(Instance other, boolean isPast) {
    turns++;
    shown.turnTo(other);
    frames.turnTo(other, isPast);
    identity.doubt();
    tree.turn();
    feeds.turnTo(other);
    waiting.askAnew();
    allocations.askAnew();
    askWhetherSelectedIsThere();
    if (started) {
      askInfo();
      frames.open(this::focus);
    }
  }

  private void askWhetherSelectedIsThere() {
    ScopePath path = selection.path();
    shown.ask(
        then -> then.scope(path),
        reply -> {
          selection.take(path, reply);
          focus();
        });
  }

  /// Takes the newest frame into what is shown; called by the window's pulse.
  ///
  /// @return whether anything may have changed
  public boolean take() {
    long at = nanos.getAsLong();
    Optional<LiveFrame> came = frames.take();
    if (at - infoNanos >= INFO_NANOS) {
      askInfo();
    }
    boolean turned = frames.age(at);
    if (turned && frames.isStale()) {
      curves.interrupt(now.toEpochMilli());
    }
    came.ifPresent(frame -> apply(frame, at));
    return turned || came.isPresent();
  }

  private void askInfo() {
    infoNanos = nanos.getAsLong();
    shown.ask(
        Instance::info,
        answer -> {
          identity.learn(answer);
          freshness().onKind(answer.kind());
        });
  }

  private void apply(LiveFrame frame, long at) {
    now = frame.at();
    attention = Attention.of(frame, home);
    tree.apply(frame);
    selection.apply(frame, zone());
    curves.follow(frame, at);
    focus();
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
    frames.watch(paths);
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
    frames.setPaused(freeze);
  }

  public boolean isPaused() {
    return frames.isPaused();
  }

  /// Whether what is shown is too old to be trusted.
  public boolean isStale() {
    return frames.isStale();
  }

  /// What the stopwatch by which it says how old things are says now.
  public long nanos() {
    return nanos.getAsLong();
  }

  /// How what is shown stands, in words.
  public String freshnessText() {
    return freshness().stateText(nanos.getAsLong(), clock.instant());
  }

  /// Why nothing can be changed now, in a sentence; empty where it can.
  public String whyLocked() {
    if (freshness().isPast()) {
      return Wording.text("locked.past");
    }
    if (isStale()) {
      return Wording.text("locked.stale", freshnessText());
    }
    return identity.readOnlyCause().map(cause -> Wording.text("locked.readOnly", cause)).orElse("");
  }

  public ScopeTree tree() {
    return tree;
  }

  /// How use rises and falls at the scopes that are in view.
  public Trends trends() {
    return trends;
  }

  /// What a row's scope has cost, and when use changed there last.
  public CostReading cost(ScopeNode node) {
    return node.status()
        .map(status -> CostReading.of(status, now, zone()))
        .orElse(CostReading.NONE);
  }

  public Selection selection() {
    return selection;
  }

  public Freshness freshness() {
    return frames.freshness();
  }

  /// What is shown.
  public Instance instance() {
    return shown.now();
  }

  /// Counts up whenever another instant is shown, or the present again.
  public int turns() {
    return turns;
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
    return feeds.all();
  }

  /// The newest events at and below the selected scope.
  public List<EventRow> eventRows() {
    return feeds.all().rows(selection.address(), now, zone());
  }

  public EventFeed decisions() {
    return feeds.decisions();
  }

  /// How waits ended lately, anywhere.
  public List<EventRow> decisionRows() {
    return feeds.decisions().rows(home.text(), now, zone());
  }

  public EventFeed history() {
    return feeds.changes();
  }

  /// Who has changed limits, pools and settings, what, when and why.
  public List<EventRow> historyRows() {
    return feeds.changes().rows(home.text(), now, zone());
  }

  /// How far back a list of events reaches, and why no further; empty where there is no more.
  public String end(EventFeed feed) {
    return feed.end(now, zone());
  }

  /// What calls for attention anywhere.
  public Attention attention() {
    return attention;
  }

  /// How the place is told from others, if somebody has said how.
  public Optional<PlaceMark> mark() {
    return identity.mark();
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
  public ZoneId zone() {
    return identity.zone();
  }

  /// What the instance is called, and where it lives.
  public String instanceText() {
    return identity.text();
  }

  /// What is known of the instance.
  Optional<InstanceInfo> info() {
    return identity.info();
  }

  /// The instance's time of day.
  public String clockText() {
    return now.equals(Instant.EPOCH) ? "–" : Times.clock(now, now, zone());
  }

  /// Stops listening; the instance itself stays open.
  @Override
  public void close() {
    feeds.close();
    frames.close();
    calls.close();
  }

  private void focus() {
    frames.explain(selection.focus());
  }
}
