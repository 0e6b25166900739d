package dev.headroom.engine.history;

import dev.headroom.engine.Inspector;
import dev.headroom.model.Alert;
import dev.headroom.model.AlertRef;
import dev.headroom.model.AlertState;
import dev.headroom.model.AllocationId;
import dev.headroom.model.Answer;
import dev.headroom.model.Change;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.Command;
import dev.headroom.model.ConflictId;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Exhaustion;
import dev.headroom.model.Foretold;
import dev.headroom.model.LentQuota;
import dev.headroom.model.Limit;
import dev.headroom.model.LoanStatus;
import dev.headroom.model.Outcome;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.SharingPolicy;
import dev.headroom.model.UsageRecord;
import dev.headroom.model.WaitStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Puts real names and versions for symbolic ones while a history is played.
final class Symbols {
  /// The version that holds when the command is played.
  static final long CURRENT = -1;

  /// A version that does not hold any more.
  static final long OUTDATED = -2;

  /// The conflict in which a request waits.
  static final ConflictId HERE = new ConflictId(2);

  /// A pool that there is when the command is played, and of which quota can be lent or is.
  static final PoolId ANY_POOL = new PoolId("any-pool");

  private static final String ANY_ALERT = "any alert";
  private static final String ANY_CONSTRAINT = "any-constraint-";

  /// Set in every name that no engine has given yet.
  private static final long NEVER_GIVEN = 0x7FFF_0000_0000_0000L;

  private record Said(Command symbolic, Command real) {}

  private final Inspector inspector;
  private final Map<AllocationId, AllocationId> names = new HashMap<>();
  private final Map<AllocationId, AllocationId> spokenOf = new HashMap<>();
  private final Map<RequestId, Said> said = new HashMap<>();

  /// @param inspector of the engine to which the history is played
  Symbols(Inspector inspector) {
    this.inspector = inspector;
  }

  /// The name of an alert that there will be when the command is played, or of none.
  static AlertRef alert(int number) {
    return new AlertRef(
        new ConstraintRef(ScopePath.ROOT, ConstraintRef.Kind.POOL, ANY_ALERT), number);
  }

  /// The name of a constraint that there will be when the command is played, or of none.
  static ConstraintRef constraint(int number) {
    return new ConstraintRef(ScopePath.ROOT, ConstraintRef.Kind.POOL, ANY_CONSTRAINT + number);
  }

  /// No checkpoint.
  static final CheckpointId NO_CHECKPOINT = new CheckpointId(Long.MAX_VALUE);

  /// The name of a checkpoint that there will be when the command is played, or of none.
  static CheckpointId checkpoint(int number) {
    return new CheckpointId(number + 1);
  }

  /// The command as the engine is to hear it. A command that was said before is said in the very
  /// same words.
  Command real(Step step) {
    Command symbolic = step.command();
    Said before = said.get(symbolic.id());
    if (before != null && before.symbolic.equals(symbolic)) {
      return before.real;
    }
    Command real = real(symbolic, step);
    said.putIfAbsent(symbolic.id(), new Said(symbolic, real));
    return real;
  }

  /// Takes note of the name that the engine has given; of a batch, of its first.
  void learn(Step step, Answer answer) {
    named(answer).findFirst().ifPresent(id -> name(step.made(), id));
    if (answer instanceof Outcome.Restored(var allocations)) {
      allocations.forEach(this::learn);
    }
  }

  /// Who is restored is spoken about as the one before was.
  private void learn(Outcome.Restoration one) {
    AllocationId symbolic = spokenOf.get(one.then());
    if (symbolic != null && one.now().isPresent()) {
      name(symbolic, one.now().get());
    }
  }

  private void name(AllocationId symbolic, AllocationId id) {
    names.put(symbolic, id);
    spokenOf.put(id, symbolic);
  }

  /// The names that an answer gives.
  static Stream<AllocationId> named(Answer answer) {
    return switch (answer) {
      case Outcome.Granted granted -> Stream.of(granted.allocation());
      case Outcome.Partial partial -> Stream.of(partial.allocation());
      case Outcome.Queued queued -> Stream.of(queued.allocation());
      case Outcome.Batched(var answers) -> answers.stream().flatMap(Symbols::named);
      default -> Stream.empty();
    };
  }

  private Command real(Command symbolic, Step step) {
    return switch (symbolic) {
      case Command.Allocate allocate -> allocate;
      case Command.RecordUsage record -> real(record);
      case Command.ReportScore report -> report;
      case Command.TakeCheckpoint take -> take;
      case Command.RestoreCheckpoint(var id, var checkpoint, var lease, boolean partial) ->
          new Command.RestoreCheckpoint(id, real(checkpoint), lease, partial);
      case Command.ForgetCheckpoint(var id, var checkpoint) ->
          new Command.ForgetCheckpoint(id, real(checkpoint));
      case Command.AllocateBatch batch -> batch;
      case Command.RecordUsageBatch(var id, var records) ->
          new Command.RecordUsageBatch(id, records.stream().map(this::real).toList());
      case Command.Release(var id, var allocation) -> new Command.Release(id, real(allocation));
      case Command.Renew(var id, var allocation, var lease) ->
          new Command.Renew(id, real(allocation), lease);
      case Command.Resize(var id, var allocation, var type, long amount) ->
          new Command.Resize(id, real(allocation), type, amount);
      case Command.CloseScope close -> close;
      case Command.ApplyChanges(var id, var changes, var author, var reason) ->
          new Command.ApplyChanges(
              id, changes.stream().map(change -> real(change, step)).toList(), author, reason);
      case Command.TopUp topUp -> topUp;
      case Command.LendQuota lend -> real(lend, step);
      case Command.RecallQuota recall -> real(recall);
      case Command.ResolveConflict resolve -> real(resolve, step);
      case Command.AcknowledgeAlert(var id, var alert, var author, var note) ->
          new Command.AcknowledgeAlert(id, real(alert, step), author, note);
      case Command.ShelveAlerts(var id, var what, var life, var author, var reason) ->
          new Command.ShelveAlerts(id, real(what, step), life, author, reason);
      case Command.UnshelveAlerts(var id, var what, var author, var reason) ->
          new Command.UnshelveAlerts(id, real(what, step), author, reason);
      case Command.Foretell(var id, var foretold) -> real(id, foretold, step);
      case Command.AdvanceTime advance -> advance;
    };
  }

  private Command.RecordUsage real(Command.RecordUsage record) {
    UsageRecord usage = record.usage();
    return new Command.RecordUsage(
        record.id(),
        new UsageRecord(
            real(usage.allocation()),
            usage.type(),
            usage.consumed(),
            usage.cost(),
            usage.category(),
            usage.labels()));
  }

  /// The conflict 2 stands for the one in which the request waits.
  private Command real(Command.ResolveConflict symbolic, Step step) {
    AllocationId allocation = real(symbolic.allocation());
    ConflictId conflict =
        symbolic.conflict().equals(HERE)
            ? inspector.waiting(allocation, step.at()).map(WaitStatus::conflict).orElse(HERE)
            : symbolic.conflict();
    return new Command.ResolveConflict(
        symbolic.id(),
        conflict,
        allocation,
        symbolic.resolution(),
        symbolic.author(),
        symbolic.reason());
  }

  private Command.Shelvable real(Command.Shelvable what, Step step) {
    return what instanceof Command.Shelvable.One(var alert)
        ? new Command.Shelvable.One(real(alert, step))
        : what;
  }

  /// One of the alerts that there are now.
  private AlertRef real(AlertRef symbolic, Step step) {
    if (!symbolic.constraint().id().startsWith(ANY_ALERT)) {
      return symbolic;
    }
    List<Alert> alerts =
        inspector.alerts(ScopePath.ROOT, EnumSet.allOf(AlertState.class), step.at());
    return alerts.isEmpty() ? symbolic : alerts.get(symbolic.percent() % alerts.size()).ref();
  }

  /// What is foretold counts from the beginning of the epoch, which stands for now.
  private Command real(RequestId id, List<Foretold> symbolic, Step step) {
    Map<ConstraintRef, Foretold> real = new LinkedHashMap<>();
    for (Foretold each : symbolic) {
      ConstraintRef constraint = real(each.constraint());
      Exhaustion then = each.exhaustion();
      var exhaustion =
          new Exhaustion(
              later(then.earliest(), step),
              later(then.expected(), step),
              later(then.latest(), step));
      real.putIfAbsent(constraint, new Foretold(constraint, exhaustion, each.holds()));
    }
    return new Command.Foretell(id, List.copyOf(real.values()));
  }

  private static Optional<Instant> later(Optional<Instant> sinceEpoch, Step step) {
    return sinceEpoch.map(at -> step.at().plusMillis(at.toEpochMilli()));
  }

  /// One of the constraints that there are now.
  private ConstraintRef real(ConstraintRef symbolic) {
    List<ConstraintRef> all =
        Stream.concat(
                inspector.config().limits().stream().map(Limit::ref),
                inspector.config().pools().stream().map(Pool::ref))
            .toList();
    int number = Integer.parseInt(symbolic.id().substring(ANY_CONSTRAINT.length()));
    return all.isEmpty() ? symbolic : all.get(number % all.size());
  }

  /// Until when counts from the beginning of the epoch, which stands for now.
  private Command.LendQuota real(Command.LendQuota symbolic, Step step) {
    Instant until = step.at().plusMillis(symbolic.until().toEpochMilli());
    List<Pool> pools =
        inspector.config().pools().stream()
            .filter(pool -> pool.terms().sharing() == SharingPolicy.QUOTA)
            .filter(pool -> pool.terms().members().size() > 1)
            .toList();
    if (pools.isEmpty() || !symbolic.pool().equals(ANY_POOL)) {
      return new Command.LendQuota(
          symbolic.id(),
          symbolic.pool(),
          symbolic.from(),
          symbolic.to(),
          symbolic.amount(),
          until,
          symbolic.author(),
          symbolic.reason());
    }
    int number = Integer.parseInt(symbolic.reason().substring("helps ".length()));
    Pool pool = pools.get(number % pools.size());
    List<Pool.Member> members = pool.terms().members();
    int from = number / 7 % members.size();
    int to = (from + 1 + number / 3 % (members.size() - 1)) % members.size();
    return new Command.LendQuota(
        symbolic.id(),
        pool.id(),
        members.get(from).path(),
        members.get(to).path(),
        symbolic.amount(),
        until,
        symbolic.author(),
        symbolic.reason());
  }

  /// One of the loans that there are now.
  private Command.RecallQuota real(Command.RecallQuota symbolic) {
    List<LoanStatus> loans = inspector.loans(ScopePath.ROOT);
    if (loans.isEmpty() || !symbolic.pool().equals(ANY_POOL)) {
      return symbolic;
    }
    LentQuota loan = loans.get((int) (symbolic.loan().value() % loans.size())).loan();
    return new Command.RecallQuota(
        symbolic.id(), loan.pool(), loan.id(), symbolic.author(), symbolic.reason());
  }

  /// One of the checkpoints that there are now.
  private CheckpointId real(CheckpointId symbolic) {
    int count = inspector.countCheckpoints(ScopePath.ROOT);
    if (count == 0 || symbolic.equals(NO_CHECKPOINT)) {
      return NO_CHECKPOINT;
    }
    int back = (int) (symbolic.value() % count);
    return inspector.checkpoints(ScopePath.ROOT, back, 1).getFirst().id();
  }

  private AllocationId real(AllocationId symbolic) {
    AllocationId name = names.get(symbolic);
    return name == null ? new AllocationId(NEVER_GIVEN | symbolic.value()) : name;
  }

  private Change real(Change change, Step step) {
    return switch (change) {
      case Change.PutLimits(var path, var limits, long basedOn) -> {
        Optional<ScopeStatus> scope = inspector.scope(path, step.at());
        yield new Change.PutLimits(
            path, limits, real(basedOn, scope.map(ScopeStatus::version).orElse(0L)));
      }
      case Change.PutPool(var pool, long basedOn) -> {
        Optional<PoolStatus> known = inspector.pool(pool.id(), step.at());
        yield new Change.PutPool(pool, real(basedOn, known.map(PoolStatus::version).orElse(0L)));
      }
      case Change.RemovePool(var pool, long basedOn) -> {
        Optional<PoolStatus> known = inspector.pool(pool, step.at());
        yield new Change.RemovePool(pool, real(basedOn, known.map(PoolStatus::version).orElse(0L)));
      }
      case Change.PutSettings(var settings, long basedOn) ->
          new Change.PutSettings(settings, real(basedOn, inspector.settingsVersion()));
    };
  }

  private static long real(long basedOn, long current) {
    if (basedOn == CURRENT) {
      return current;
    }
    return basedOn == OUTDATED ? current - 1 : basedOn;
  }
}
