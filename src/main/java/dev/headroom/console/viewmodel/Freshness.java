package dev.headroom.console.viewmodel;

import java.util.Locale;

/// How far what is shown can be trusted: how old it is, how much came in, how much of it was drawn.
/// For the UI thread only.
public final class Freshness {

  /// How it stands.
  public enum State {
    /// Nothing has come yet.
    CONNECTING,
    LIVE,
    /// Frozen on purpose; what comes is held back.
    PAUSED,
    /// Nothing has come for longer than it should take.
    STALE
  }

  private static final long STALE_NANOS = 2_000_000_000L;
  private static final long RATE_NANOS = 1_000_000_000L;

  private long frames;
  private long lastFrameNanos;
  private long lastSequence;
  private boolean paused;
  private long heldBack;
  private long changes;
  private long drawn;
  private long rateSinceNanos;
  private long changesPerSecond;
  private long drawnPerSecond;
  private double frameMillis;

  /// A frame came.
  ///
  /// @param sequence the last event it takes into account
  void onFrame(long sequence, long nanos) {
    if (frames > 0) {
      long folded = Math.max(0, sequence - lastSequence);
      changes += folded;
      heldBack += paused ? folded : 0;
    }
    frames++;
    lastSequence = sequence;
    lastFrameNanos = nanos;
  }

  void setPaused(boolean now) {
    paused = now;
    heldBack = 0;
  }

  /// Rows or charts were drawn.
  public void onDrawn(int count) {
    drawn += count;
  }

  /// A pulse of the window took so long.
  public void onPulse(long tookNanos, long nanos) {
    frameMillis = frameMillis * 0.9 + tookNanos / 1e6 * 0.1;
    long span = nanos - rateSinceNanos;
    if (span >= RATE_NANOS) {
      changesPerSecond = Math.round(changes * 1e9 / span);
      drawnPerSecond = Math.round(drawn * 1e9 / span);
      changes = 0;
      drawn = 0;
      rateSinceNanos = nanos;
    }
  }

  /// How it stands at `nanos`.
  public State state(long nanos) {
    if (frames == 0) {
      return State.CONNECTING;
    }
    if (nanos - lastFrameNanos > STALE_NANOS) {
      return State.STALE;
    }
    return paused ? State.PAUSED : State.LIVE;
  }

  /// The state in words: `live`, `paused, 1,204 changes held back`.
  public String stateText(long nanos) {
    return switch (state(nanos)) {
      case CONNECTING -> Wording.text("fresh.connecting");
      case LIVE -> Wording.text("fresh.live");
      case PAUSED -> Wording.text("fresh.paused", number(heldBack));
      case STALE -> Wording.text("fresh.stale", Times.span(java.time.Duration.ofNanos(age(nanos))));
    };
  }

  /// `112,400 changes/s in · 370 rows/s drawn`.
  public String rateText() {
    return Wording.text("fresh.rate", number(changesPerSecond), number(drawnPerSecond));
  }

  /// `data 0.1 s old`.
  public String ageText(long nanos) {
    return frames == 0
        ? ""
        : Wording.text("fresh.age", String.format(Locale.ROOT, "%.1f", age(nanos) / 1e9));
  }

  /// `frame 3.2 ms`.
  public String frameText() {
    return Wording.text("fresh.frame", String.format(Locale.ROOT, "%.1f", frameMillis));
  }

  private long age(long nanos) {
    return Math.max(0, nanos - lastFrameNanos);
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
