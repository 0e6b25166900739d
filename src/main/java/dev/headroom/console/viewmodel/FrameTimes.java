package dev.headroom.console.viewmodel;

import java.util.Arrays;

/// How the latest frames of a window came: how far apart, and how much of its thread each took. For
/// the UI thread only.
public final class FrameTimes {
  private static final int FRAMES = 600;

  private final long[] apart = new long[FRAMES];
  private final long[] work = new long[FRAMES];
  private int next;
  private int count;
  private long lastNanos;

  /// A frame came.
  ///
  /// @param tookNanos how long the window worked for it
  /// @param nanos when
  public void onFrame(long tookNanos, long nanos) {
    if (lastNanos != 0) {
      apart[next] = nanos - lastNanos;
      work[next] = tookNanos;
      next = (next + 1) % FRAMES;
      count = Math.min(count + 1, FRAMES);
    }
    lastNanos = nanos;
  }

  /// After a time in which the window was not to draw: the next frame is no late one.
  public void interrupt() {
    lastNanos = 0;
  }

  /// How far apart frames came, in milliseconds.
  ///
  /// @param share of the frames that came no later, from 0 to 1
  public double apartMillis(double share) {
    return percentile(apart, share);
  }

  /// How long the window worked for a frame, in milliseconds.
  ///
  /// @param share of the frames that took no longer, from 0 to 1
  public double workMillis(double share) {
    return percentile(work, share);
  }

  /// How many frames this tells of.
  public int count() {
    return count;
  }

  /// `pulse 0.3 ms`.
  public String text() {
    return Wording.text("fresh.frame", Wording.number("%.1f", workMillis(0.5)));
  }

  private double percentile(long[] ring, double share) {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(ring, count);
    Arrays.sort(sorted);
    int index = (int) Math.ceil(share * count) - 1;
    return sorted[Math.max(0, Math.min(count - 1, index))] / 1e6;
  }
}
