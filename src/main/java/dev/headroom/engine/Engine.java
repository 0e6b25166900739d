package dev.headroom.engine;

import dev.headroom.model.Answer;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.wire.MalformedBytesException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The rules: state × command × time → state × events × outcome (rule D1).
///
/// Not thread-safe: one caller at a time, who also owns the only clock.
public final class Engine {
  /// How many request ids (A5), and how many allocations that ended (U4), are remembered unless
  /// said otherwise.
  public static final int REMEMBERED_REQUESTS_DEFAULT = 1 << 18;

  /// The form of what [#writeState] writes, which whoever keeps it must keep too. Form 2 is the
  /// same without what scopes have cost and when use changed there last, form 1 also without quota
  /// that is lent by command; both are read as well.
  public static final int STATE_FORM = 3;

  private final EngineState state;
  private final AllocationRules allocations;
  private final AtomicBatch together;
  private final UsageRules usage;
  private final ConfigRules config;
  private final QuotaRules quotas;
  private final ScopeRules scopes;
  private final AlertRules alerts;
  private final Foretelling foretelling;
  private final CheckpointRules checkpoints;
  private final Restoring restoring;
  private final WaitingRoom waitingRoom;

  /// An engine without scopes but `/`, limits or pools, at the epoch.
  ///
  /// @param sink takes every event
  /// @param rememberedRequests how many request ids, and how many ended allocations, to remember at
  ///   most; a power of two from 64 on
  public Engine(EventSink sink, int rememberedRequests) {
    this(new EngineState(sink, rememberedRequests));
  }

  private Engine(EngineState state) {
    this(state, new WaitingRoom(state));
  }

  Engine(EngineState state, WaitingRoom waitingRoom) {
    this.state = state;
    this.waitingRoom = waitingRoom;
    Ledger ledger = new Ledger(state, waitingRoom);
    this.allocations = new AllocationRules(state, ledger, waitingRoom);
    this.together = new AtomicBatch(state, allocations);
    this.usage = new UsageRules(state, allocations, ledger);
    this.quotas = new QuotaRules(state, waitingRoom);
    this.config = new ConfigRules(state, waitingRoom, quotas);
    this.scopes = new ScopeRules(state, allocations, config, quotas);
    this.alerts = new AlertRules(state);
    this.foretelling = new Foretelling(state);
    this.checkpoints = new CheckpointRules(state);
    this.restoring = new Restoring(state, ledger);
  }

  /// A copy with a future of its own: it shares nothing that changes, and the same commands at the
  /// same times bring both to the same answers, events and state. Takes as long as copying the
  /// memory that the state fills.
  ///
  /// @param sink takes what happens to the copy
  public Engine fork(EventSink sink) {
    EngineState copy = new EngineState(state, sink);
    return new Engine(copy, new WaitingRoom(waitingRoom, copy));
  }

  /// Does first what falls due until `at`, then decides about `command` at that instant. A refused
  /// command changes nothing else; a command decided before returns its first outcome (A5).
  ///
  /// @param at the time, in whole milliseconds; one that lies before the engine's time is taken as
  ///   the engine's time
  public Answer apply(Instant at, Command command) {
    advanceTo(at.toEpochMilli());
    if (command instanceof Command.AdvanceTime) {
      return new Outcome.TimeAdvanced();
    }
    return decideOnce(command);
  }

  /// Decides about a command unless it was decided before (A5).
  private Answer decideOnce(Command command) {
    long hash = RequestMemory.hash(command.id());
    if (state.memory.knows(hash, command.id())) {
      Optional<Outcome> first = state.memory.outcomeOf(hash, command);
      return first.isPresent() ? first.get() : new Refusal.RequestIdConflict(command.id());
    }
    Answer answer = decide(command);
    allocations.reconsiderWaiters();
    if (answer instanceof Outcome outcome) {
      state.memory.remember(hash, command, outcome, state.now());
    }
    return answer;
  }

  /// The engine's time: that of the last command.
  public Instant now() {
    return state.nowInstant();
  }

  /// The next instant at which time alone may change something, such as an expiry or the end of a
  /// window.
  ///
  /// @return empty where it does not until then
  public Optional<Instant> nextDue(Instant until) {
    long due = nextDue(until.toEpochMilli());
    return due <= until.toEpochMilli() ? Optional.of(Instant.ofEpochMilli(due)) : Optional.empty();
  }

  /// The number of the last event.
  public long sequence() {
    return state.sequence();
  }

  /// How many request ids it remembers (A5).
  public int rememberedRequests() {
    return state.memory.capacity();
  }

  /// What can be seen of the state without changing it.
  public Inspector inspector() {
    return new Inspector(state, waitingRoom);
  }

  /// Writes the state in its canonical form: equal for equal histories, on every machine (D2).
  ///
  /// @param sink takes the bytes piece by piece; it must use each before it returns
  public void writeCanonical(Consumer<ByteBuffer> sink) {
    new CanonicalState(state).write(new CanonicalForm(sink));
  }

  /// Writes the state as compact bytes, for [#read].
  ///
  /// @param sink takes blocks of about a megabyte in order; it must use each before it returns
  public void writeState(Consumer<ByteBuffer> sink) {
    SavedState.write(state, sink);
  }

  /// An engine that goes on from a state that was written: the same commands at the same times
  /// bring it to the same answers, events and state as the one that was written.
  ///
  /// @param sink takes what happens from now on
  /// @param blocks what [#writeState] has written, in the form [#STATE_FORM]
  /// @throws MalformedBytesException where it cannot be that
  public static Engine read(EventSink sink, Iterator<byte[]> blocks) {
    try {
      return SavedState.read(sink, blocks);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException wrong) {
      throw new MalformedBytesException("a state that cannot be: " + wrong, wrong);
    }
  }

  EngineState state() {
    return state;
  }

  /// Lets happen what falls due until then.
  void advance(Instant at) {
    advanceTo(at.toEpochMilli());
  }

  /// Applies a change set that no id stands for, and says why not if it cannot.
  Optional<Refusal> change(List<Change> changes) {
    if (changes.isEmpty()) {
      return Optional.of(Refusal.Invalid.at("/changes", "has no change to try"));
    }
    Command.ApplyChanges command =
        new Command.ApplyChanges(new RequestId("what-if"), changes, "what-if", "what-if");
    Answer answer = config.apply(command);
    allocations.reconsiderWaiters();
    return answer instanceof Refusal refusal ? Optional.of(refusal) : Optional.empty();
  }

  private Answer decide(Command command) {
    return switch (command) {
      case Command.Allocate(var _, var request) -> allocations.allocate(request);
      case Command.RecordUsage(var _, var record) -> usage.record(record);
      case Command.Release(var _, var allocation) -> allocations.release(allocation);
      case Command.Renew renew -> allocations.renew(renew);
      case Command.Resize resize -> allocations.resize(resize);
      case Command.CloseScope(var _, var path) -> scopes.close(path);
      case Command.ApplyChanges changes -> config.apply(changes);
      case Command.TopUp topUp -> config.topUp(topUp);
      case Command.LendQuota lend -> quotas.lend(lend);
      case Command.RecallQuota recall -> quotas.recall(recall);
      case Command.ResolveConflict resolve -> allocations.resolve(resolve);
      case Command.ReportScore(var _, var path, long score) -> scopes.reportScore(path, score);
      case Command.TakeCheckpoint(var _, var path) -> checkpoints.take(path);
      case Command.RestoreCheckpoint restore -> restoring.restore(restore);
      case Command.ForgetCheckpoint(var _, var checkpoint) -> checkpoints.forget(checkpoint);
      case Command.AllocateBatch batch ->
          batch.atomic() ? together.allocate(batch) : eachForItself(batch.requests());
      case Command.RecordUsageBatch(var _, var records) -> eachForItself(records);
      case Command.AcknowledgeAlert acknowledge -> alerts.acknowledge(acknowledge);
      case Command.ShelveAlerts shelve -> alerts.shelve(shelve);
      case Command.UnshelveAlerts unshelve -> alerts.unshelve(unshelve);
      case Command.Foretell foretell -> foretelling.foretell(foretell);
      case Command.AdvanceTime _ -> new Outcome.TimeAdvanced();
    };
  }

  /// As if they came one after the other at this instant (A6).
  private Outcome.Batched eachForItself(List<? extends Command> commands) {
    List<Answer> answers = new ArrayList<>(commands.size());
    for (Command command : commands) {
      answers.add(decideOnce(command));
    }
    return new Outcome.Batched(List.copyOf(answers));
  }

  /// Does all that falls due until `millis`, instant by instant: at each, expiries come first (A8),
  /// then windows and replenishment, then alerts, then those who wait, then the ends of waits.
  private void advanceTo(long millis) {
    long due = nextDue(millis);
    while (due <= millis) {
      state.moveBeforeWindows(due);
      doWhatIsDue();
      due = nextDue(millis);
    }
    state.moveTo(millis);
  }

  private long nextDue(long limit) {
    long look = Math.min(state.agenda.earliest(), state.alerts.earliest());
    return Math.min(state.deadlines.earliest(Math.min(limit, look)), look);
  }

  private void doWhatIsDue() {
    long now = state.now();
    boolean deadline = state.deadlines.earliest(now) == now;
    if (deadline) {
      for (int slot : state.deadlines.dueAt(now, false)) {
        allocations.expire(slot);
      }
    }
    state.moveTo(now);
    lookAtAll(state.agenda.takeUntil(now));
    state.alerts.doWhatIsDue();
    allocations.reconsiderWaiters();
    if (deadline) {
      for (int slot : state.deadlines.dueAt(now, true)) {
        allocations.timeOut(slot);
      }
      allocations.reconsiderWaiters();
    }
  }

  /// By path, type and kind: where scopes lie in memory must not decide who is first.
  private void lookAtAll(List<Agenda.Look> looks) {
    looks.stream()
        .filter(look -> state.scopes.exists(look.scope()))
        .sorted(
            Comparator.comparing((Agenda.Look look) -> state.scopes.path(look.scope()))
                .thenComparingInt(Agenda.Look::type)
                .thenComparing(Agenda.Look::ofPool))
        .map(look -> new Due(look, grantableBefore(look)))
        .toList()
        .forEach(this::lookAt);
  }

  /// What a pool would have granted just before now.
  private record Due(Agenda.Look look, long before) {}

  /// Of all pools before any is looked at: that brings it, and those it lends to, up to now.
  private long grantableBefore(Agenda.Look look) {
    return look.ofPool()
        ? state
            .poolAt(look.scope(), look.type())
            .map(pool -> state.lending.grantableAt(pool, state.now() - 1))
            .orElse(0L)
        : 0;
  }

  private void lookAt(Due due) {
    Agenda.Look look = due.look;
    if (look.ofPool()) {
      int site =
          Row.site(state.scopes.rows(look.scope()), ScopeTable.rowAt(look.scope(), look.type()));
      PoolState pool = site == 0 ? null : state.sites.at(site).pool;
      if (pool != null) {
        PoolAlerts.look(state, pool);
        quotas.endDue(pool);
        waitingRoom.replenished(pool, due.before);
      }
    } else {
      if (state.limits.beginDueWindows(look.scope(), look.type())) {
        waitingRoom.markLimits(look.scope(), look.type());
      }
      state.soft.look(look.scope(), look.type());
    }
  }
}
