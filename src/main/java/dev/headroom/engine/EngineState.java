package dev.headroom.engine;

import dev.headroom.model.Event;
import dev.headroom.model.Settings;
import dev.headroom.model.WindowCalendar;
import java.time.Instant;
import java.util.Optional;

/// Everything an engine knows, in one place, for the rules beside it to read and change.
final class EngineState {
  final ScopeTable scopes;
  final SiteTable sites;
  final TermsTable terms;
  final AllocationSlab allocations;
  final TimerWheel deadlines;
  final Agenda agenda;
  final PoolTable pools;
  final Lending lending;
  final AlertBook alerts;
  final SoftBook soft;
  final LimitBook limits;
  final HolderBook holders;
  final ConflictBook conflicts;
  final ScoreBook scores;
  final ActivityBook activity;
  final CheckpointBook checkpoints;
  final WaitingScopes waitingScopes;
  final RequestMemory memory;
  final EndedAllocations ended;

  private final EventSink sink;
  private Settings settings = Settings.DEFAULT;
  private long settingsVersion;
  private long configVersion;
  private long sequence;
  private long arrivals;
  private long now;
  private long windowTime;
  private int windowMinute;
  private Instant nowInstant = Instant.EPOCH;

  EngineState(EventSink sink, int rememberedRequests) {
    this.sink = sink;
    this.scopes = new ScopeTable();
    this.sites = new SiteTable(scopes);
    this.terms = new TermsTable(new WindowCalendar(Settings.DEFAULT.timeZone()));
    this.allocations = new AllocationSlab();
    this.deadlines = new TimerWheel(allocations);
    this.agenda = new Agenda();
    this.pools = new PoolTable();
    this.lending = new Lending(this);
    this.alerts = new AlertBook(this);
    this.soft = new SoftBook(this);
    this.limits = new LimitBook(this);
    this.holders = new HolderBook(this);
    this.conflicts = new ConflictBook(this);
    this.scores = new ScoreBook(scopes);
    this.activity = new ActivityBook();
    this.checkpoints = new CheckpointBook();
    this.waitingScopes = new WaitingScopes(this);
    this.memory = new RequestMemory(rememberedRequests);
    this.ended = new EndedAllocations(rememberedRequests);
  }

  /// A copy with a future of its own, in which nobody waits until [WaitingRoom] lets them in.
  /// Whatever state is added to an engine is to be copied here too; `ForkTest` finds what is not.
  ///
  /// @param sink takes what happens to the copy
  EngineState(EngineState other, EventSink sink) {
    this.sink = sink;
    this.scopes = new ScopeTable(other.scopes);
    this.pools = new PoolTable(other.pools);
    this.sites = new SiteTable(other.sites, scopes, pools);
    this.terms = new TermsTable(other.terms);
    this.allocations = new AllocationSlab(other.allocations);
    this.deadlines = new TimerWheel(other.deadlines, allocations);
    this.agenda = new Agenda(other.agenda);
    this.lending = new Lending(other.lending, this);
    this.alerts = new AlertBook(other.alerts, this);
    this.soft = new SoftBook(other.soft, this);
    this.limits = new LimitBook(other.limits, this);
    this.holders = new HolderBook(this);
    this.conflicts = new ConflictBook(other.conflicts, this);
    this.scores = new ScoreBook(other.scores, scopes);
    this.activity = new ActivityBook(other.activity);
    this.checkpoints = new CheckpointBook(other.checkpoints);
    this.waitingScopes = new WaitingScopes(this);
    this.memory = new RequestMemory(other.memory);
    this.ended = new EndedAllocations(other.ended);
    this.settings = other.settings;
    this.settingsVersion = other.settingsVersion;
    this.configVersion = other.configVersion;
    this.sequence = other.sequence;
    this.arrivals = other.arrivals;
    this.now = other.now;
    this.windowTime = other.windowTime;
    this.windowMinute = other.windowMinute;
    this.nowInstant = other.nowInstant;
  }

  /// The engine's time in epoch milliseconds.
  long now() {
    return now;
  }

  /// The instant whose windows count: now, but the one before while what expires now is ended,
  /// which is gone before a window can begin (A8).
  long windowTime() {
    return windowTime;
  }

  /// The same in whole minutes since the epoch: windows end on whole minutes.
  int windowMinute() {
    return windowMinute;
  }

  Instant nowInstant() {
    return nowInstant;
  }

  /// Moves time forward to `millis`; earlier instants are held back to now (D1).
  void moveTo(long millis) {
    moveBeforeWindows(millis);
    setWindowTime(now);
  }

  /// The same, but no window begins yet.
  void moveBeforeWindows(long millis) {
    if (millis > now) {
      now = millis;
      nowInstant = Instant.ofEpochMilli(millis);
      setWindowTime(millis - 1);
    }
  }

  private void setWindowTime(long millis) {
    windowTime = millis;
    windowMinute = (int) (millis / 60_000);
  }

  /// Enters an allocation, live or waiting, in the list of its scope.
  void link(int slot, int scope) {
    int first = scopes.firstAllocation(scope);
    allocations.setSiblings(slot, AllocationSlab.NONE, first);
    if (first != AllocationSlab.NONE) {
      allocations.setSiblings(first, slot, allocations.next(first));
    }
    scopes.setFirstAllocation(scope, slot);
  }

  /// The pool of a type that a scope owns.
  Optional<PoolState> poolAt(int scope, int type) {
    int site = Row.site(scopes.rows(scope), ScopeTable.rowAt(scope, type));
    return site == 0 ? Optional.empty() : Optional.ofNullable(sites.at(site).pool);
  }

  void emit(Event.Body body) {
    sequence++;
    sink.accept(new Event(sequence, nowInstant, body));
  }

  /// Goes on from where another engine was, at that time, after so many events and so many that
  /// waited.
  void goOn(long millis, long lastEvent, long lastArrival) {
    moveTo(millis);
    sequence = lastEvent;
    arrivals = lastArrival;
  }

  /// The number of the last event.
  long sequence() {
    return sequence;
  }

  /// The next place in the order in which requests began to wait.
  long nextArrival() {
    return ++arrivals;
  }

  long arrivals() {
    return arrivals;
  }

  Settings settings() {
    return settings;
  }

  long settingsVersion() {
    return settingsVersion;
  }

  void setSettings(Settings changed, long version) {
    settings = changed;
    settingsVersion = version;
    terms.setCalendar(new WindowCalendar(changed.timeZone()));
  }

  long configVersion() {
    return configVersion;
  }

  void setConfigVersion(long version) {
    configVersion = version;
  }
}
