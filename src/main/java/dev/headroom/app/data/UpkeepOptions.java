package dev.headroom.app.data;

import dev.headroom.journal.Upkeep;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// When snapshots of a data folder are taken, and how long its history is kept.
public final class UpkeepOptions {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,15})\\s?([kMGT]?B?)");
  private static final String UNITS = "kMGT";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--snapshot-every",
      paramLabel = "COMMANDS",
      description =
          "Take a snapshot after so many commands, once the file of the journal that has them is"
              + " full (default: 500000). The fewer, the faster the folder is opened.")
  private @Nullable Long every;

  @Option(
      names = "--keep",
      paramLabel = "PERIOD",
      description =
          "How long what a snapshot covers is kept as history, such as P90D (default: P30D).")
  private @Nullable String age;

  @Option(
      names = "--keep-size",
      paramLabel = "SIZE",
      description =
          "How much disk the folder may take before older history goes, such as 50GB (default:"
              + " 10GB).")
  private @Nullable String size;

  /// Whether any of them is given.
  public boolean isGiven() {
    return every != null || age != null || size != null;
  }

  /// What they say.
  public Upkeep upkeep() {
    Upkeep usual = Upkeep.DEFAULT;
    return new Upkeep(
        every == null ? usual.commandsMax() : commands(every),
        usual.bytesMax(),
        every == null ? usual.sharePercent() : 0,
        age == null ? usual.keptAge() : period(age),
        size == null ? usual.keptBytes() : bytes(size));
  }

  private long commands(long given) {
    if (given < 1) {
      throw wrong("--snapshot-every is at least 1, not " + given);
    }
    return given;
  }

  private Duration period(String text) {
    try {
      Duration period = Duration.parse(text);
      if (!period.isNegative() && period.compareTo(Duration.ofDays(36_500)) <= 0) {
        return period;
      }
      throw wrong("--keep is between 0 and 36500 days, not " + text);
    } catch (DateTimeParseException malformed) {
      throw wrong("--keep: '" + text + "' is no period; write P90D, PT12H or the like");
    }
  }

  private long bytes(String text) {
    Matcher read = SIZE.matcher(text);
    if (!read.matches()) {
      throw wrong("--keep-size: '" + text + "' is no size; write 500MB, 50GB or the like");
    }
    long bytes = Long.parseLong(read.group(1));
    String unit = read.group(2).replace("B", "");
    int power = unit.isEmpty() ? 0 : UNITS.indexOf(unit) + 1;
    for (int at = 0; at < power; at++) {
      if (bytes > Long.MAX_VALUE / 1000) {
        throw wrong("--keep-size: " + text + " is more than there is");
      }
      bytes *= 1000;
    }
    return bytes;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
