package dev.headroom.app.simulation;

import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.sandbox.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Gives an engine as many commands as it is told, all made up from a seed, and checks after each
/// what is quickly checked, and now and then all of the state. What it keeps does not grow with the
/// number of commands.
public final class Simulation {
  private static final long AUDIT_EVERY_MIN = 500;
  private static final long AUDIT_EVERY_MAX = 100_000;
  private static final int AUDITS_USUAL = 100;

  /// So many decisions can be asked for again.
  private static final int RECENT_MAX = 128;

  /// The engine must remember them for so long at least (A5).
  private static final Duration REMEMBERED = Duration.ofHours(24);

  private static final int REPEATS_PERCENT = 3;
  private static final int OTHERS_PERCENT = 20;
  private static final double NANOS_PER_SECOND = 1e9;

  /// A decision that must be the same when asked for again.
  private record Decision(Command command, Answer answer, Instant at) {}

  private final long seed;
  private final long commands;
  private final LongConsumer progress;
  private final Dice dice;
  private final ErraticClock clock;
  private final OpenBook open = new OpenBook();
  private final Witness witness = new Witness(open);
  private final Deeds deeds;
  private final Subject subject;
  private final List<Decision> recent = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private Command last = new Command.AdvanceTime();
  private long done;
  private long decisions;
  private long refusals;
  private long repeats;
  private long reforms;
  private long interventions;
  private long restored;
  private long audits;
  private int mostOpen;

  private Simulation(long seed, long commands, LongConsumer progress, Subject.Maker maker) {
    this.seed = seed;
    this.commands = commands;
    this.progress = progress;
    this.dice = new Dice(seed);
    this.clock = new ErraticClock(dice);
    this.deeds = new Deeds(dice, open);
    this.subject = maker.make(witness::hear);
  }

  /// Runs one.
  ///
  /// @param seed where everything follows from
  /// @param commands how many commands; at least 1
  /// @param progress told the number of commands so far, a hundred times or more often
  public static SimulationReport run(long seed, long commands, LongConsumer progress) {
    return run(seed, commands, progress, Subject::engine);
  }

  static SimulationReport run(
      long seed, long commands, LongConsumer progress, Subject.Maker maker) {
    return new Simulation(seed, commands, progress, maker).run();
  }

  private SimulationReport run() {
    long began = System.nanoTime();
    long auditEvery = Math.clamp(commands / AUDITS_USUAL, AUDIT_EVERY_MIN, AUDIT_EVERY_MAX);
    String violation = "";
    try {
      decide(deeds.founding(), clock.next());
      while (done < commands) {
        step();
        if (done % auditEvery == 0 || done == commands) {
          audit();
          progress.accept(done);
        }
      }
    } catch (ViolationException wrong) {
      violation = String.valueOf(wrong.getMessage());
    }
    double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
    return new SimulationReport(
        seed,
        done,
        violation,
        violation.isEmpty() ? "" : last.toString(),
        witness.sequence(),
        witness.granted(),
        witness.queued(),
        witness.denied(),
        witness.preempted(),
        refusals,
        repeats,
        reforms,
        interventions,
        restored,
        audits,
        mostOpen,
        now.toString(),
        seconds,
        (long) (done / seconds));
  }

  /// Lets time pass, then gives one command, mostly a new one.
  private void step() {
    Instant shown = clock.next();
    if (shown.isAfter(now)) {
      apply(shown, new Command.AdvanceTime());
    }
    if (!recent.isEmpty() && dice.happens(REPEATS_PERCENT)) {
      repeat(recent.get((int) dice.between(0, recent.size() - 1)), shown);
    } else {
      decide(deeds.next(subject.inspector(), subject.now()), shown);
    }
  }

  private void decide(Command command, Instant shown) {
    witness.asking(
        command instanceof Command.Allocate(var _, var request)
            ? Optional.of(request)
            : Optional.empty());
    Answer answer = give(command, shown);
    witness.asking(Optional.empty());
    Referee.check(command, answer);
    if (answer instanceof Outcome) {
      reforms += command instanceof Command.ApplyChanges ? 1 : 0;
      interventions += isIntervention(command) ? 1 : 0;
      restored += answer instanceof Outcome.Restored ? 1 : 0;
      remember(new Decision(command, answer, now));
    }
  }

  private static boolean isIntervention(Command command) {
    return command instanceof Command.ResolveConflict
        || command instanceof Command.AcknowledgeAlert
        || command instanceof Command.ShelveAlerts
        || command instanceof Command.UnshelveAlerts
        || command instanceof Command.Foretell;
  }

  /// What was decided is answered as before, and the same id for something else is refused (A5).
  private void repeat(Decision before, Instant shown) {
    if (Duration.between(before.at, now).compareTo(REMEMBERED) >= 0) {
      recent.clear();
      return;
    }
    repeats++;
    long sequence = witness.sequence();
    if (dice.happens(OTHERS_PERCENT)) {
      Answer answer = give(deeds.other(before.command.id()), shown);
      ViolationException.unless(
          answer instanceof Refusal.RequestIdConflict, "an id was taken twice (A5)", answer);
    } else {
      Answer answer = give(before.command, shown);
      ViolationException.unless(
          answer.equals(before.answer), "not answered again as before (A5)", answer);
    }
    ViolationException.unless(
        witness.sequence() == sequence, "a repeated command has changed something (A5)", before);
  }

  private Answer give(Command command, Instant shown) {
    long sequence = witness.sequence();
    done++;
    Answer answer = apply(shown, command);
    if (answer instanceof Refusal) {
      refusals++;
      ViolationException.unless(
          witness.sequence() == sequence, "a refused command has changed something", answer);
    }
    mostOpen = Math.max(mostOpen, open.size());
    return answer;
  }

  private Answer apply(Instant shown, Command command) {
    last = command;
    Answer answer;
    try {
      answer = subject.apply(shown, command);
    } catch (ViolationException violation) {
      throw violation;
    } catch (RuntimeException failure) {
      throw new ViolationException("it has thrown " + failure, failure);
    }
    ViolationException.unless(
        subject.sequence() == witness.sequence(), "events told of are not all", subject.sequence());
    ViolationException.unless(
        !subject.now().isBefore(now) && !subject.now().isBefore(shown),
        "time has gone back (D1)",
        subject.now());
    now = subject.now();
    return answer;
  }

  private void remember(Decision decision) {
    if (recent.size() < RECENT_MAX) {
      recent.add(decision);
    } else {
      recent.set((int) (decisions % RECENT_MAX), decision);
    }
    decisions++;
  }

  private void audit() {
    audits++;
    Audit.check(subject.inspector(), open, now);
  }
}
