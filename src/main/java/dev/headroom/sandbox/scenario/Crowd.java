package dev.headroom.sandbox.scenario;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import dev.headroom.sandbox.Dice;
import dev.headroom.sandbox.Stage;
import dev.headroom.sandbox.TimedQueue;
import dev.headroom.sandbox.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everyone in a scenario at work. Runs begin tasks at chance intervals; a task reserves, reports
/// at half time, reports the rest and releases; after some hundred tasks a run closes, and its team
/// begins another.
///
/// A task whose allocation ends under it stops at once and reports, late, what it had used. If it
/// waits again it will begin anew: what it had done by then is lost. Whatever else someone does to
/// the engine meanwhile, callers take no for an answer.
final class Crowd implements Workload {
  /// Within how long all runs of the beginning begin.
  private static final long OPENING_MILLIS = 1000;

  private static final long TASKS_PER_RUN_LEAST = 150;
  private static final long TASKS_PER_RUN_MOST = 450;
  private static final long RUN_NUMBER_MAX = 900;
  private static final long GAP_MILLIS_LEAST = 500;
  private static final long GAP_MILLIS_MOST = 3000;
  private static final Duration WORKSPACE_LEASE = Duration.ofHours(12);
  private static final Duration SPARE_LEASE = Duration.ofSeconds(8);

  private final Stage stage;
  private final Dice dice;
  private final long startMillis;
  private final double tasksPerActivity;
  private final TimedQueue<Runnable> agenda = new TimedQueue<>();
  private final Map<AllocationId, Errand> waiting = new HashMap<>();
  private final Map<AllocationId, Job> underWay = new HashMap<>();
  private final Reaches reaches = new Reaches();
  private final Map<Population.Team, Long> runNumbers = new HashMap<>();

  /// @param tasksPerActivity how many tasks a run of activity 1 begins in a second
  Crowd(Stage stage, Population population, double tasksPerActivity, long seed) {
    this.stage = stage;
    this.dice = new Dice(seed);
    this.startMillis = stage.now();
    this.tasksPerActivity = tasksPerActivity;
    List<Population.Team> openings = new ArrayList<>();
    for (Population.User user : population.users()) {
      for (Population.Team team : user.teams()) {
        for (int run = 0; run < team.runs(); run++) {
          openings.add(team);
        }
      }
    }
    for (int place = 0; place < openings.size(); place++) {
      Population.Team team = openings.get(place);
      agenda.add(startMillis + OPENING_MILLIS * place / openings.size(), () -> open(nextRun(team)));
    }
  }

  @Override
  public long nextAt() {
    return Math.max(stage.now(), agenda.earliest());
  }

  @Override
  public void act() {
    agenda.take().run();
  }

  @Override
  public void onEvent(Event event) {
    switch (event.body()) {
      case Event.Granted granted -> {
        Errand errand = waiting.remove(granted.allocation());
        if (errand != null) {
          work(errand, granted.allocation(), granted.lines());
        }
        reaches
            .ended(granted.allocation())
            .ifPresent(own -> after(0, () -> goOn(own, granted.allocation())));
      }
      case Event.Denied denied -> denied.allocation().ifPresent(this::giveUp);
      case Event.Preempted preempted ->
          preempted.requeuedAs().ifPresent(name -> waitAgain(preempted.allocation(), name));
      case Event.Shrunk shrunk ->
          underWay.computeIfPresent(
              shrunk.allocation(), (_, job) -> job.without(shrunk.type(), shrunk.amount()));
      case Event.Ended ended -> {
        giveUp(ended.allocation());
        stop(ended.allocation()).ifPresent(job -> after(0, () -> end(job.errand().run())));
      }
      default -> {}
    }
  }

  private void waitAgain(AllocationId allocation, AllocationId name) {
    stop(allocation).ifPresent(job -> waiting.put(name, job.errand()));
  }

  /// What was under way on an allocation that has ended under it; empty where nothing was.
  private Optional<Job> stop(AllocationId allocation) {
    Optional<Job> stopped = Optional.ofNullable(underWay.remove(allocation));
    long at = stage.now();
    stopped.ifPresent(job -> after(0, () -> reportLate(job, at)));
    reaches.letGo(allocation).ifPresent(more -> after(0, () -> release(more)));
    return stopped;
  }

  private void giveUp(AllocationId allocation) {
    Errand errand = waiting.remove(allocation);
    if (errand != null) {
      after(0, () -> end(errand.run()));
    }
    reaches.ended(allocation).ifPresent(own -> after(0, () -> leave(own)));
  }

  private Run nextRun(Population.Team team) {
    Long last = runNumbers.get(team);
    long number = last == null ? dice.between(1, RUN_NUMBER_MAX) : last + 1;
    runNumbers.put(team, number);
    long tasks = dice.between(TASKS_PER_RUN_LEAST, TASKS_PER_RUN_MOST);
    return new Run(team, number, tasks, 1 / (tasksPerActivity * team.crew().activity()));
  }

  private void open(Run run) {
    for (ScopePath step : run.steps()) {
      AllocationRequest request =
          request(step, Workspace.PORTIONS, 1).withLease(WORKSPACE_LEASE).withPurpose("workspace");
      Answer answer = stage.submit(new Command.Allocate(stage.nextId(), request));
      if (answer instanceof Outcome.Granted granted) {
        GrantedLine memory = granted.lines().getFirst();
        long inUse = Math.round(memory.granted() * (0.3 + 0.6 * dice.fraction()));
        use(granted.allocation(), memory.type(), inUse, "workspace");
      }
    }
    expectTask(run);
  }

  /// Arrivals without memory: how long it takes does not depend on how long it took, so that at a
  /// changed tempo one may simply ask again.
  private void expectTask(Run run) {
    Tempo tempo = run.crew().tempo();
    double factor = tempo.at((stage.now() - startMillis) / 1000.0);
    double seconds =
        factor > 0 ? dice.waitFor(run.secondsPerTask() / factor) : Double.POSITIVE_INFINITY;
    if (seconds > tempo.holdsSeconds()) {
      after(Math.round(tempo.holdsSeconds() * 1000), () -> expectTask(run));
    } else {
      after(Math.round(seconds * 1000), () -> beginTask(run));
    }
  }

  private void beginTask(Run run) {
    List<Task> tasks = run.crew().tasks();
    Task task = tasks.get((int) dice.between(0, tasks.size() - 1));
    ScopePath step = run.steps().get((int) dice.between(0, run.steps().size() - 1));
    long millis = dice.between(task.leastMillis(), task.mostMillis());
    var errand = new Errand(run, task, step, millis);
    Answer answer = ask(errand, task.portions(), run.begin());
    switch (answer) {
      case Outcome.Granted granted -> work(errand, granted.allocation(), granted.lines());
      case Outcome.Partial partial -> work(errand, partial.allocation(), partial.lines());
      case Outcome.Queued queued -> waiting.put(queued.allocation(), errand);
      default -> end(run);
    }
    if (run.hasTasksLeft()) {
      expectTask(run);
    }
  }

  private Answer ask(Errand errand, List<Portion> portions, double times) {
    Manners manners = errand.task().manners();
    Duration lease = Duration.ofMillis(errand.millis() * 2).plus(SPARE_LEASE);
    var request =
        new AllocationRequest(
            errand.step(),
            lines(portions, manners, times),
            manners.priority(),
            errand.task().later().isEmpty() ? lease : lease.plus(manners.patience()),
            manners.patience(),
            manners.negotiable(),
            manners.requeue(),
            errand.task().purpose(),
            Map.of());
    return stage.submit(new Command.Allocate(stage.nextId(), request));
  }

  private void work(Errand errand, AllocationId allocation, List<GrantedLine> lines) {
    boolean overruns = dice.happens(errand.run().crew().habits().overrunPercent());
    double share = overruns ? 1.1 + 0.3 * dice.fraction() : 0.6 + 0.4 * dice.fraction();
    long millis = errand.millis();
    long late = stage.answersLateMillis();
    underWay.put(
        allocation,
        new Job(errand, allocation, lines, share, new Job.Span(stage.now() + late, millis)));
    after(late + millis / 2, () -> beAtHalfTime(allocation));
    if (errand.task().later().isEmpty()) {
      after(2 * late + millis, () -> finish(allocation)); // It awaits the answer at half time too.
    }
  }

  private void beAtHalfTime(AllocationId allocation) {
    Job job = underWay.get(allocation);
    if (job == null) {
      return;
    }
    reportHalfTime(job);
    if (!job.errand().task().later().isEmpty()) {
      reachFurther(job);
    }
  }

  private void reachFurther(Job job) {
    switch (ask(job.errand(), job.errand().task().later(), 1)) {
      case Outcome.Granted granted -> goOn(job.allocation(), granted.allocation());
      case Outcome.Queued queued -> reaches.await(job.allocation(), queued.allocation());
      default -> leave(job.allocation());
    }
  }

  /// The second half, with all that it needs.
  private void goOn(AllocationId own, AllocationId more) {
    Job job = underWay.get(own);
    if (job == null) {
      release(more);
      return;
    }
    reaches.hold(own, more);
    after(stage.answersLateMillis() + job.span().millis() / 2, () -> finish(own));
  }

  /// Half done is done in vain: without more it lets go of what it has.
  private void leave(AllocationId own) {
    Job job = underWay.remove(own);
    if (job != null) {
      release(own);
      end(job.errand().run());
    }
  }

  /// Only the first of the types that it spends shows how far it has come.
  private void reportHalfTime(Job job) {
    for (GrantedLine line : job.lines()) {
      if (line.type().isSpent()) {
        use(
            job.allocation(),
            line.type(),
            job.usedAtHalfTime(line),
            job.errand().task().category());
        return;
      }
    }
  }

  private void finish(AllocationId allocation) {
    Job job = underWay.remove(allocation);
    if (job == null) {
      return;
    }
    boolean first = true;
    for (GrantedLine line : job.lines()) {
      if (line.type().isSpent()) {
        long rest = first ? job.usedAfterHalfTime(line) : job.usedWithinReservation(line);
        use(job.allocation(), line.type(), rest, job.errand().task().category());
        first = false;
      }
    }
    Crew crew = job.errand().run().crew();
    if (crew.worth() > 0) {
      ScopePath run = job.errand().run().path();
      stage.submit(new Command.ReportScore(stage.nextId(), run, crew.worth()));
    }
    if (!dice.happens(crew.habits().forgetPercent())) {
      release(allocation);
    }
    reaches.letGo(allocation).ifPresent(this::release);
    end(job.errand().run());
  }

  private void reportLate(Job job, long stoppedAt) {
    boolean first = true;
    for (GrantedLine line : job.lines()) {
      if (line.type().isSpent()) {
        long used = job.unreportedBy(stoppedAt, line, first);
        if (used > 0) {
          use(job.allocation(), line.type(), used, job.errand().task().category());
        }
        first = false;
      }
    }
  }

  private void end(Run run) {
    run.end();
    if (run.isOver()) {
      stage.submit(new Command.CloseScope(stage.nextId(), run.path()));
      Population.Team team = run.team();
      after(dice.between(GAP_MILLIS_LEAST, GAP_MILLIS_MOST), () -> open(nextRun(team)));
    }
  }

  private void release(AllocationId allocation) {
    stage.submit(new Command.Release(stage.nextId(), allocation));
  }

  private void use(AllocationId allocation, ResourceType type, long amount, String category) {
    var usage = new UsageRecord(allocation, type, amount, Optional.empty(), category, Map.of());
    stage.submit(new Command.RecordUsage(stage.nextId(), usage));
  }

  private AllocationRequest request(ScopePath path, List<Portion> portions, double times) {
    return AllocationRequest.of(
        path, lines(portions, Manners.PLAIN, times).toArray(RequestLine[]::new));
  }

  private List<RequestLine> lines(List<Portion> portions, Manners manners, double times) {
    List<RequestLine> lines = new ArrayList<>(portions.size());
    for (Portion portion : portions) {
      long drawn = dice.between(portion.least(), portion.most());
      long amount = Math.round(drawn * times);
      lines.add(RequestLine.required(portion.type(), amount).atLeast(manners.leastOf(amount)));
    }
    return lines;
  }

  private void after(long millis, Runnable action) {
    agenda.add(stage.now() + millis, action);
  }
}
