package dev.headroom.app.report;

import dev.headroom.app.input.UnusableInputException;
import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.history.History;
import dev.headroom.history.rollup.HistoryException;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Period;
import dev.headroom.model.report.ReportCsv;
import dev.headroom.model.report.UsageQuery;
import dev.headroom.model.report.UsageReport;
import dev.headroom.wire.json.Json;
import dev.headroom.wire.json.Reports;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `headroom report`: what was used, what it cost and what was wasted.
@Command(
    name = "report",
    description = "Says what was used at and below a scope, what it cost and what was wasted.",
    footer = {
      "",
      "What the figures are (all of the span; spent types in units, held types over time):",
      "  total        spent: all that was consumed. Held: the sum of what was reserved times the",
      "               seconds for which it was (unit seconds).",
      "  average      spent: total / hours. Held: total / seconds.",
      "  peak         spent: the most in one minute. Held: the most reserved at one time.",
      "  efficiency   spent: consumed within reservations / (that + given back unused). Held: in"
          + " use",
      "               / reserved, both over time, of allocations with samples. Of all types"
          + " together:",
      "               their mean, weighted by what each cost.",
      "  wasted       spent: given back unused. Held: reserved and not in use, over time.",
      "  utilisation  of an allowance: used / allowed. Of a pool: used / what it supplies: held"
          + " its",
      "               capacity over time, spent what it gains within the span, else its capacity.",
      "  never used   of an allowance: what windows that are over had left.",
      "               A window allows what held last in it; one that the span cuts counts in part,",
      "               and a minute in which a limit was changed as the limit was then.",
      "  loans        of which pool's quota who lent whom how much, the most of it that was used"
          + " at",
      "               once, and when it returned; in brackets when it will.",
      "  overage      what consumption beyond soft limits was charged on top.",
      "  trend        (now - before) / before, against the span before: as many calendar months or",
      "               days where the span is whole months or days, else of the same length.",
      "  forecast     what will be used from now on, where the span reaches up to now, with bounds"
          + " between",
      "               which it lies in four of five cases, and when the scope's own limits and"
          + " pools run",
      "               out: in one of ten cases sooner, most likely, in one of ten cases later. What"
          + " is",
      "               reserved now counts as used and is taken to stay so; demand that was denied"
          + " is not",
      "               seen. Several simple methods are combined by how well each has done"
          + " (headroom",
      "               backtest measures them).",
      "Where only coarser sums are kept of the past, the span is widened to whole hours, days or",
      "months, which the report says."
    },
    mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {
  private static final Duration USUAL = Duration.ofDays(30);

  @Spec private CommandSpec spec;

  @Mixin private SourceOptions source;

  @Mixin private ScopeOption scope;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "When it begins: an instant, a day or a month in the instance's time zone, such as"
              + " 2026-03 (default: 30 days before its end).")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "When it ends, which is the first instant after it (default: now).")
  private @Nullable String to;

  @Option(
      names = "--step",
      paramLabel = "PERIOD",
      description = "Into how long parts it is divided as well, such as P1D.")
  private @Nullable String step;

  @Option(
      names = "--children",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many children are compared at most (default: ${DEFAULT-VALUE}).")
  private int children;

  @Option(names = "--json", description = "Print one JSON object, as /v1/reports/usage gives.")
  private boolean json;

  @Option(names = "--csv", description = "Print comma-separated values, one figure a line.")
  private boolean csv;

  @Override
  public Integer call() {
    if (json && csv) {
      throw wrong("--json or --csv, not both");
    }
    UsageReport report = source.folder().map(this::ofFolder).orElseGet(this::ofServer);
    spec.commandLine().getOut().print(text(report));
    spec.commandLine().getOut().flush();
    return CommandLine.ExitCode.OK;
  }

  private String text(UsageReport report) {
    if (json) {
      return Json.text(Reports.USAGE, report) + System.lineSeparator();
    }
    return csv ? ReportCsv.of(report) : ReportText.of(report);
  }

  private UsageReport ofFolder(Path data) {
    FolderHistory kept = new FolderHistory(data, scope.path());
    try (History history = kept.open()) {
      kept.note().ifPresent(note -> spec.commandLine().getErr().println("headroom: " + note));
      Instant now = history.last().orElse(Instant.EPOCH);
      return history.report(query(history.zone(), now), kept.standings(), now);
    } catch (HistoryException unreadable) {
      throw new UnusableInputException("cannot report on " + data + ": " + unreadable.getMessage());
    }
  }

  private UsageReport ofServer() {
    try (Instance instance = source.open()) {
      InstanceInfo info = instance.info();
      return ServerReply.of(instance.usage(query(info.timeZone(), info.now())));
    }
  }

  private UsageQuery query(ZoneId zone, Instant now) {
    Instant end = source.instant("--to", Optional.ofNullable(to), zone).orElse(now.plusMillis(1));
    Instant begin =
        source.instant("--from", Optional.ofNullable(from), zone).orElse(end.minus(USUAL));
    try {
      Optional<Period> steps = Optional.ofNullable(step).map(Period::of);
      return new UsageQuery(scope.path(), begin, end, steps, children);
    } catch (InvalidValueException invalid) {
      throw wrong(invalid.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
