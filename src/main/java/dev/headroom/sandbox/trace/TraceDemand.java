package dev.headroom.sandbox.trace;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a trace asked for, summed over buckets of equal length: of calls to a language model their
/// tokens and their number, of jobs how long they ran and their number.
///
/// @param bucket how long each is
/// @param byName what was asked for per bucket, the oldest first; a last bucket that is not full is
///   left out
public record TraceDemand(Duration bucket, Map<String, double[]> byName) {
  private static final int BUCKETS_WANTED = 400;
  private static final int BUCKETS_MAX = 1_000_000;

  /// The lengths that are chosen from.
  private static final List<Duration> ROUND =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1));

  /// A round length that makes about 400 buckets of a trace.
  ///
  /// @throws TraceException where it cannot be read
  public static Duration bucketFor(TraceFile file) throws TraceException {
    long[] span = {Long.MAX_VALUE, Long.MIN_VALUE};
    forEach(
        file,
        row -> {
          span[0] = Math.min(span[0], row.atMillis());
          span[1] = Math.max(span[1], row.atMillis());
        });
    long wanted = Math.max(0, span[1] - span[0]) / BUCKETS_WANTED;
    Duration best = ROUND.getFirst();
    for (Duration each : ROUND) {
      if (Math.abs(each.toMillis() - wanted) < Math.abs(best.toMillis() - wanted)) {
        best = each;
      }
    }
    return best;
  }

  /// Sums a trace up.
  ///
  /// @throws TraceException where it cannot be read, or makes more than a million buckets
  public static TraceDemand of(TraceFile file, Duration bucket) throws TraceException {
    Instant start = file.start();
    var sums = new Sums(start.toEpochMilli(), bucket.toMillis());
    forEach(file, sums::add);
    if (sums.tooMany) {
      throw new TraceException(
          TraceException.Kind.UNREADABLE,
          file.path(),
          "has more than " + BUCKETS_MAX + " buckets of " + bucket + "; choose longer ones");
    }
    return new TraceDemand(bucket, sums.byName());
  }

  private interface Taker {
    void take(TraceRow row);
  }

  private static void forEach(TraceFile file, Taker taker) throws TraceException {
    try (TraceReader rows = file.read(Long.MAX_VALUE, _ -> {})) {
      while (rows.next()) {
        taker.take(rows.row());
      }
    } catch (IOException failure) {
      throw TraceFile.unreadable(file.path(), failure);
    }
  }

  private static final class Sums {
    private final long start;
    private final long bucketMillis;
    private final Map<String, List<Double>> sums = new LinkedHashMap<>();
    private boolean tooMany;

    private Sums(long start, long bucketMillis) {
      this.start = start;
      this.bucketMillis = bucketMillis;
    }

    private void add(TraceRow row) {
      long bucket = Math.floorDiv(row.atMillis() - start, bucketMillis);
      switch (row) {
        case TraceRow.LlmCall call -> {
          add("tokens", bucket, (double) call.contextTokens() + call.generatedTokens());
          add("calls", bucket, 1);
        }
        case TraceRow.SwfJob job -> {
          add("run time", bucket, job.runMillis() / 1_000.0);
          add("jobs", bucket, 1);
        }
      }
    }

    private void add(String name, long bucket, double amount) {
      if (bucket < 0 || bucket >= BUCKETS_MAX) {
        tooMany |= bucket > 0;
        return;
      }
      List<Double> of = sums.computeIfAbsent(name, _ -> new ArrayList<>());
      while (of.size() <= bucket) {
        of.add(0.0);
      }
      of.set((int) bucket, of.get((int) bucket) + amount);
    }

    private Map<String, double[]> byName() {
      Map<String, double[]> byName = new LinkedHashMap<>();
      sums.forEach((name, of) ->
          byName.put(
              name,
              of.subList(0, Math.max(0, of.size() - 1)).stream()
                  .mapToDouble(Double::doubleValue)
                  .toArray()));
      return byName;
    }
  }
}
