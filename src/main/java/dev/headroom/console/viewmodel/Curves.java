package dev.headroom.console.viewmodel;

import dev.headroom.client.LiveFrame;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.TypeStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What was used of every type at every scope that was looked at lately, so that a curve is there
/// already when a scope is chosen. Bounded: the curves not asked for or written to for longest are
/// forgotten. For the UI thread only.
final class Curves {
  private static final long SAMPLE_NANOS = 450_000_000L;
  private static final int CURVES_MAX = 1_200;
  private static final int SAMPLES = 900;
  private static final int ALLOWANCE_SAMPLES = 64;
  private static final long TREND_SAMPLES = 60;

  private int samples;
  private long sampledNanos;

  private final Map<Key, Curve> curves =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Curve> eldest) {
          return size() > CURVES_MAX;
        }
      };

  private long newest = Long.MIN_VALUE;

  private record Key(ScopePath path, ResourceType type) {}

  /// What was used, over time, and what might have been used, at its changes.
  static final class Curve {
    private final TimeSeries used = new TimeSeries(SAMPLES);
    private final TimeSeries allowance = new TimeSeries(ALLOWANCE_SAMPLES);
    private Optional<Instant> windowEnd = Optional.empty();
    private long windowSince = Long.MIN_VALUE;

    TimeSeries used() {
      return used;
    }

    TimeSeries allowance() {
      return allowance;
    }

    /// When the window of the limit that counts was first seen; long ago where no other was.
    long windowSince() {
      return windowSince;
    }

    private void sample(long at, TypeStatus type) {
      int last = used.size() - 1;
      if (last >= 0 && used.millisAt(last) >= at) {
        return; // Time stands still.
      }
      Optional<LimitStatus> limit = type.tightest();
      Optional<Instant> end = limit.flatMap(LimitStatus::windowEnd);
      if (!end.equals(windowEnd)) {
        windowSince = used.size() == 0 ? Long.MIN_VALUE : at;
        windowEnd = end;
      }
      used.add(at, (double) Readings.usedNow(type));
      limit.ifPresent(own -> allow(allowance, at, (double) own.allowance()));
    }

    /// When the allowance is used up if it goes on as it did lately; empty where it does not grow.
    OptionalLong exhaustedAt() {
      int last = used.size() - 1;
      int first = (int) Math.max(0, last - TREND_SAMPLES);
      if (last - first < 5 || allowance.size() == 0) {
        return OptionalLong.empty();
      }
      double grown = used.valueAt(last) - used.valueAt(first);
      double left = allowance.valueAt(allowance.size() - 1) - used.valueAt(last);
      if (!(grown > 0) || left <= 0) {
        return OptionalLong.empty();
      }
      double millis = used.millisAt(last) - (double) used.millisAt(first);
      return OptionalLong.of(used.millisAt(last) + (long) (left / grown * millis));
    }
  }

  /// Adds a sample of a frame, unless it shows nothing, or the last was added just before and time
  /// has gone on since.
  ///
  /// @param nanos what a stopwatch says
  void follow(LiveFrame frame, long nanos) {
    boolean due = nanos - sampledNanos >= SAMPLE_NANOS || frame.at().toEpochMilli() < newest;
    if (due && !frame.scopes().isEmpty()) {
      sampledNanos = nanos;
      sample(frame);
    }
  }

  /// Adds a sample to the curve of every type of every scope in `frame`. Where time has gone back,
  /// what came later is forgotten.
  void sample(LiveFrame frame) {
    samples++;
    long at = frame.at().toEpochMilli();
    if (at < newest) {
      curves.clear();
    }
    newest = at;
    for (ScopeStatus scope : frame.scopes()) {
      for (TypeStatus type : scope.types()) {
        sample(at, scope.path(), type);
      }
    }
  }

  /// How often samples were added.
  int samples() {
    return samples;
  }

  /// The time of nothing: until the next sample, curves have a gap.
  void interrupt(long atMillis) {
    for (Curve curve : curves.values()) {
      curve.used.add(atMillis, Double.NaN);
    }
  }

  /// The curve of one type at one scope, if it was ever looked at.
  Optional<Curve> of(ScopePath path, ResourceType type) {
    return Optional.ofNullable(curves.get(new Key(path, type)));
  }

  private void sample(long at, ScopePath path, TypeStatus type) {
    curves.computeIfAbsent(new Key(path, type.type()), _ -> new Curve()).sample(at, type);
  }

  private static void allow(TimeSeries allowance, long at, double now) {
    int last = allowance.size() - 1;
    if (last < 0) {
      allowance.add(at, now);
    } else if (allowance.valueAt(last) != now) {
      allowance.add(at - 1, allowance.valueAt(last));
      allowance.add(at, now);
    }
  }
}
