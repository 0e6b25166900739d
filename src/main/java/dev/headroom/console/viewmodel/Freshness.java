package dev.headroom.console.viewmodel;

import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Link;
import java.time.Duration;
import java.time.Instant;

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
    STALE,
    /// The connection is lost and tried again by itself.
    RECONNECTING,
    /// The other side does not let this console in.
    REFUSED;

    /// Whether what is shown is too old to be trusted.
    public boolean isStale() {
      return this == STALE || this == RECONNECTING || this == REFUSED;
    }
  }

  /// Three heartbeats of a server.
  private static final long REMOTE_STALE_NANOS = 15_000_000_000L;

  /// An engine in this process tells how it stands ten times a second.
  private static final long STALE_NANOS = 2_000_000_000L;

  private static final long RATE_NANOS = 1_000_000_000L;

  private Link link = Link.fresh();
  private long staleNanos = STALE_NANOS;
  private long frames;
  private long lastFrameNanos;
  private long lastSequence;
  private boolean paused;
  private boolean past;
  private long heldBack;
  private long changes;
  private long drawn;
  private long rateSinceNanos;
  private long changesPerSecond;
  private long drawnPerSecond;
  private double lagMillis;

  /// What is shown lives there.
  void onKind(InstanceInfo.Kind kind) {
    staleNanos = kind == InstanceInfo.Kind.REMOTE ? REMOTE_STALE_NANOS : STALE_NANOS;
  }

  /// It is reached like this now.
  void onLink(Link now) {
    link = now;
  }

  /// A frame was taken.
  ///
  /// @param sequence the last event it takes into account
  /// @param cameNanos when it came
  /// @param nanos when it was taken
  void onFrame(long sequence, long cameNanos, long nanos) {
    if (frames > 0) {
      long folded = Math.max(0, sequence - lastSequence);
      changes += folded;
      heldBack += paused ? folded : 0;
    }
    frames++;
    lastSequence = sequence;
    lastFrameNanos = cameNanos;
    lagMillis = lagMillis * 0.8 + (nanos - cameNanos) / 1e6 * 0.2;
  }

  /// Something else is shown, of which nothing has come yet.
  ///
  /// @param isPast whether that is how it was, and not how it is
  void begin(boolean isPast) {
    past = isPast;
    link = Link.fresh();
    frames = 0;
    setPaused(false);
  }

  /// Whether what is shown is how it was, and not how it is.
  public boolean isPast() {
    return past;
  }

  void setPaused(boolean now) {
    paused = now;
    heldBack = 0;
  }

  /// Rows or charts were drawn.
  public void onDrawn(int count) {
    drawn += count;
  }

  /// A pulse of the window is over.
  public void onPulse(long nanos) {
    long span = nanos - rateSinceNanos;
    if (span >= RATE_NANOS) {
      changesPerSecond = Math.round(changes * 1e9 / span);
      drawnPerSecond = Math.round(drawn * 1e9 / span);
      changes = 0;
      drawn = 0;
      rateSinceNanos = nanos;
    }
  }

  /// How many changes came in lately, per second.
  public long changesPerSecond() {
    return changesPerSecond;
  }

  /// How many rows and charts were drawn lately, per second.
  public long drawnPerSecond() {
    return drawnPerSecond;
  }

  /// How long what is drawn had waited for it lately, in milliseconds.
  public double lagMillis() {
    return lagMillis;
  }

  /// How it stands at `nanos`.
  public State state(long nanos) {
    return switch (link) {
      case Link.Refused _ -> State.REFUSED;
      case Link.Reconnecting(_, int attempt, _, _) when attempt > 1 || frames > 0 ->
          State.RECONNECTING;
      case Link.Reconnecting _ -> State.CONNECTING;
      case Link.Stale _ -> State.STALE;
      case Link.Connected _ -> stateByFrames(nanos);
    };
  }

  private State stateByFrames(long nanos) {
    if (frames == 0) {
      return State.CONNECTING;
    }
    if (nanos - lastFrameNanos > staleNanos) {
      return State.STALE;
    }
    return paused ? State.PAUSED : State.LIVE;
  }

  /// The state in words: `live`, `paused, 1,204 changes held back`, `reconnecting in 4 s`.
  ///
  /// @param now by the clock of whoever looks
  public String stateText(long nanos, Instant now) {
    if (past) {
      return Wording.text("fresh.past");
    }
    return switch (state(nanos)) {
      case CONNECTING -> Wording.text("fresh.connecting");
      case LIVE -> Wording.text("fresh.live");
      case PAUSED -> Wording.text("fresh.paused", Figures.whole(heldBack));
      case STALE -> Wording.text("fresh.stale", Times.span(Duration.ofNanos(age(nanos))));
      case RECONNECTING, REFUSED -> linkText(now);
    };
  }

  private String linkText(Instant now) {
    return switch (link) {
      case Link.Reconnecting(_, int attempt, Instant nextAt, String cause) -> {
        long seconds = Math.max(0, Duration.between(now, nextAt).toSeconds());
        yield seconds > 0
            ? Wording.text("fresh.reconnecting.in", attempt, seconds, cause)
            : Wording.text("fresh.reconnecting.now", attempt, cause);
      }
      case Link.Refused(_, String cause) -> Wording.text("fresh.refused", cause);
      case Link.Connected _, Link.Stale _ -> "";
    };
  }

  /// `112,400 changes/s in · 370 rows/s drawn`.
  public String rateText() {
    return Wording.text(
        "fresh.rate", Figures.whole(changesPerSecond), Figures.whole(drawnPerSecond));
  }

  /// `data 0.1 s old`.
  public String ageText(long nanos) {
    if (frames == 0) {
      return "";
    }
    return state(nanos).isStale()
        ? Wording.text("fresh.age.long", Times.span(Duration.ofNanos(age(nanos))))
        : Wording.text("fresh.age", Wording.number("%.1f", age(nanos) / 1e9));
  }

  /// `lag 12 ms`.
  public String lagText() {
    return frames == 0 ? "" : Wording.text("fresh.lag", Wording.number("%.0f", lagMillis));
  }

  private long age(long nanos) {
    return Math.max(0, nanos - lastFrameNanos);
  }
}
