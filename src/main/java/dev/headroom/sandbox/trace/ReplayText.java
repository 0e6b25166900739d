package dev.headroom.sandbox.trace;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.headroom.model.ResourceType;
import java.util.Locale;

/// A [ReplayReport] in words and columns.
final class ReplayText {
  private static final long SECONDS_PER_HOUR = 3600;
  private static final long SECONDS_PER_MINUTE = 60;

  private final StringBuilder text = new StringBuilder();
  private final ReplayReport report;

  private ReplayText(ReplayReport report) {
    this.report = report;
  }

  static String of(ReplayReport report) {
    return new ReplayText(report).write();
  }

  private String write() {
    line("%,d rows, replayed in %.2f s", report.rows(), report.seconds());
    line("");
    outcome("granted", report.granted(), "");
    outcome("partial", report.partial(), "");
    outcome("denied", report.deniedInAll(), reasons());
    outcome("skipped", report.skipped(), "");
    outcome("had to wait", report.queued(), waits());
    if (report.queued() > 0) {
      line("  %s", passed());
    }
    if (report.contention().preemptions().count() > 0) {
      preemptions(report.contention().preemptions());
    }
    line("");
    line("  %-12s %24s %24s", "at /", "consumed", "most reserved at once");
    report.types().forEach(this::type);
    line("");
    report
        .contention()
        .utilisation()
        .forEach((pool, part) -> line("  pool %s: %.1f %% reserved on average", pool, 100 * part));
    line("  %,d allocations ended by their lease", report.expired());
    line("  %,d alerts raised", report.alerts());
    line("  %,d commands, %,d per second", report.commands(), report.commandsPerSecond());
    text.append("  state ").append(report.stateHash());
    return text.toString();
  }

  private void outcome(String what, long count, String remark) {
    double percent = report.rows() == 0 ? 0 : 100.0 * count / report.rows();
    line("  %-12s %,12d %6.1f %%%s", what, count, percent, remark.isEmpty() ? "" : "   " + remark);
  }

  private String reasons() {
    StringBuilder words = new StringBuilder();
    report
        .denied()
        .forEach((reason, count) ->
            words
                .append(words.isEmpty() ? "" : ", ")
                .append(String.format(Locale.ROOT, "%s %,d", reason, count)));
    return words.toString();
  }

  private String waits() {
    if (report.queued() == 0) {
      return "";
    }
    ReplayReport.WaitSeconds waits = report.waitSeconds();
    return String.format(
        Locale.ROOT,
        "half up to %s, 95 %% up to %s, 99 %% up to %s, all up to %s",
        span(waits.p50()),
        span(waits.p95()),
        span(waits.p99()),
        span(waits.max()));
  }

  private String passed() {
    return report.contention().passedSeconds() == 0
        ? "nobody was passed after the starvation interval"
        : "someone was passed who had waited for %s beyond the starvation interval"
            .replace("%s", span(report.contention().passedSeconds()));
  }

  private void preemptions(ReplayReport.Preemptions preemptions) {
    line("");
    line(
        "  %,d preemptions: %,d waited again, %,d were lost; %s had been run in vain",
        preemptions.count(),
        preemptions.requeued(),
        preemptions.count() - preemptions.requeued(),
        span(preemptions.lostSeconds()));
  }

  private void type(ResourceType type, ReplayReport.TypeUse use) {
    String consumed = type.isSpent() ? amount(type, use.consumed()) : "held";
    line("  %-12s %24s %24s", type, consumed, amount(type, use.peakReserved()));
  }

  /// Amounts as the rules count them, but time in hours and compute in cores.
  private static String amount(ResourceType type, long amount) {
    return switch (type) {
      case TIME -> String.format(Locale.ROOT, "%,.1f h", amount / 3_600_000.0);
      case COMPUTE -> String.format(Locale.ROOT, "%,.3f cores", amount / 1000.0);
      case CREDITS, TOKENS, API_CALLS, MEMORY, STORAGE, NETWORK ->
          String.format(Locale.ROOT, "%,d %ss", amount, type.unit());
    };
  }

  private static String span(double seconds) {
    if (seconds < SECONDS_PER_MINUTE) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < SECONDS_PER_HOUR) {
      return whole / SECONDS_PER_MINUTE + " min " + whole % SECONDS_PER_MINUTE + " s";
    }
    return whole / SECONDS_PER_HOUR
        + " h "
        + whole % SECONDS_PER_HOUR / SECONDS_PER_MINUTE
        + " min";
  }

  @FormatMethod
  private void line(@FormatString String form, Object... details) {
    text.append(String.format(Locale.ROOT, form, details).stripTrailing()).append('\n');
  }
}
