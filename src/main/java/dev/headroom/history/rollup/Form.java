package dev.headroom.history.rollup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// How rows of one kind are kept: as whole numbers, the key first.
///
/// @param name what its tables are called, before the grain
/// @param columns what the numbers are called
/// @param keys how many of them make up the key
/// @param write a row as numbers
/// @param read numbers as a row
record Form<R extends Row>(
    String name,
    List<String> columns,
    int keys,
    Function<R, long[]> write,
    Function<Stored, R> read) {

  /// A row as it was read: numbers in the order of the columns.
  static final class Stored {
    private final Grain grain;
    private final long[] numbers;

    Stored(Grain grain, long[] numbers) {
      this.grain = grain;
      this.numbers = numbers;
    }

    long at(int column) {
      return numbers[column];
    }

    Cell cell() {
      return new Cell(numbers[0], grain, numbers[1]);
    }
  }

  static final Form<UsageRow> USAGE =
      new Form<>(
          "usage",
          columns("place start type category records consumed beyond cost overage"),
          4,
          row ->
              new long[] {
                row.place,
                row.start,
                row.type,
                row.category,
                row.records,
                row.consumed,
                row.beyond,
                row.costMicros,
                row.overageMicros
              },
          Form::usage);

  static final Form<HoldingRow> HOLDING =
      new Form<>(
          "holding",
          columns(
              "place start type newly_reserved returned denied busiest busiest_at "
                  + level("reserved")
                  + level("in_use")
                  + level("sampled")),
          3,
          Form::numbers,
          Form::holding);

  static final Form<DemandRow> DEMAND =
      new Form<>(
          "demand",
          columns(
              "place start granted partly denied queued waited waited_millis longest_wait preempted"
                  + " expired"),
          2,
          row ->
              new long[] {
                row.place,
                row.start,
                row.granted,
                row.partly,
                row.denied,
                row.queued,
                row.waited,
                row.waitedMillis,
                row.longestWait,
                row.preempted,
                row.expired
              },
          Form::demand);

  static final List<Form<?>> ALL = List.of(USAGE, HOLDING, DEMAND);

  private static final int LEVEL_COLUMNS = 6;

  /// The table of a grain.
  String table(Grain grain) {
    return name + "_" + grain.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> columns(String names) {
    return Arrays.asList(names.trim().split(" +"));
  }

  private static String level(String of) {
    return " #_opening #_now #_lack_high #_lack_low #_peak #_peak_at".replace("#", of);
  }

  private static long[] numbers(HoldingRow row) {
    Level reserved = row.reserved;
    Level inUse = row.inUse;
    Level sampled = row.sampled;
    return new long[] {
      row.place,
      row.start,
      row.type,
      row.newlyReserved,
      row.returned,
      row.denied,
      row.busiest,
      row.busiestAt,
      reserved.opening,
      reserved.now,
      reserved.lackHigh,
      reserved.lackLow,
      reserved.peak,
      reserved.peakAt,
      inUse.opening,
      inUse.now,
      inUse.lackHigh,
      inUse.lackLow,
      inUse.peak,
      inUse.peakAt,
      sampled.opening,
      sampled.now,
      sampled.lackHigh,
      sampled.lackLow,
      sampled.peak,
      sampled.peakAt
    };
  }

  private static UsageRow usage(Stored stored) {
    UsageRow row = new UsageRow(stored.cell(), (int) stored.at(2), stored.at(3));
    row.records = stored.at(4);
    row.consumed = stored.at(5);
    row.beyond = stored.at(6);
    row.costMicros = stored.at(7);
    row.overageMicros = stored.at(8);
    return row;
  }

  private static HoldingRow holding(Stored stored) {
    int levels = 8;
    HoldingRow row =
        new HoldingRow(
            stored.cell(),
            (int) stored.at(2),
            level(stored, levels),
            level(stored, levels + LEVEL_COLUMNS),
            level(stored, levels + 2 * LEVEL_COLUMNS));
    row.newlyReserved = stored.at(3);
    row.returned = stored.at(4);
    row.denied = stored.at(5);
    row.busiest = stored.at(6);
    row.busiestAt = stored.at(7);
    return row;
  }

  private static Level level(Stored stored, int at) {
    Level level = new Level(stored.at(at), stored.at(1));
    level.now = stored.at(at + 1);
    level.lackHigh = stored.at(at + 2);
    level.lackLow = stored.at(at + 3);
    level.peak = stored.at(at + 4);
    level.peakAt = stored.at(at + 5);
    return level;
  }

  private static DemandRow demand(Stored stored) {
    DemandRow row = new DemandRow(stored.cell());
    row.granted = stored.at(2);
    row.partly = stored.at(3);
    row.denied = stored.at(4);
    row.queued = stored.at(5);
    row.waited = stored.at(6);
    row.waitedMillis = stored.at(7);
    row.longestWait = stored.at(8);
    row.preempted = stored.at(9);
    row.expired = stored.at(10);
    return row;
  }
}
