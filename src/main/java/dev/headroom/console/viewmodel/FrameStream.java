package dev.headroom.console.viewmodel;

import dev.headroom.client.Instance;
import dev.headroom.client.LiveFrame;
import dev.headroom.client.LiveView;
import dev.headroom.model.ScopePath;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The frames of the instance on show: the newest of what is watched, unless it is paused, and
/// whether they still come. The link's thread leaves the newest; all else is for the UI thread
/// only.
final class FrameStream implements AutoCloseable {
  private final Calls calls;
  private final LongSupplier nanos;
  private final Freshness freshness = new Freshness();
  private LiveLink link;
  private boolean paused;
  private boolean stale;

  /// Nothing comes before it is opened.
  ///
  /// @param nanos a stopwatch
  FrameStream(Instance instance, Calls calls, LongSupplier nanos) {
    this.calls = calls;
    this.nanos = nanos;
    link = new LiveLink(instance, calls, nanos);
  }

  /// Connects.
  ///
  /// @param ready is told once something can be watched
  void open(Runnable ready) {
    link.open(freshness::onLink, ready);
  }

  /// Turns to the same instance at another instant. Nothing comes before it is opened again.
  ///
  /// @param isPast whether that is how it was
  void turnTo(Instance other, boolean isPast) {
    link.close();
    link = new LiveLink(other, calls, nanos);
    paused = false;
    stale = false;
    freshness.begin(isPast);
  }

  /// The newest frame, unless it was taken, or none is wanted now.
  Optional<LiveFrame> take() {
    Optional<LiveLink.Arrival> came = link.take();
    came.ifPresent(arrival ->
        freshness.onFrame(arrival.frame().sequence(), arrival.nanos(), nanos.getAsLong()));
    return came.filter(_ -> !paused).map(LiveLink.Arrival::frame);
  }

  /// Finds out whether what is shown has become too old to be trusted.
  ///
  /// @return whether that has turned
  boolean age(long at) {
    boolean before = stale;
    stale = freshness.state(at).isStale();
    return stale != before;
  }

  /// Says which scopes are looked at.
  void watch(List<ScopePath> paths) {
    link.watch(paths);
  }

  /// Says which scope is looked at in full.
  void explain(Optional<LiveView.Focus> focus) {
    link.explain(focus);
  }

  /// Holds back what comes, or lets it go on.
  void setPaused(boolean freeze) {
    paused = freeze;
    freshness.setPaused(freeze);
  }

  boolean isPaused() {
    return paused;
  }

  /// Whether what is shown was too old to be trusted when that was found out last.
  boolean isStale() {
    return stale;
  }

  Freshness freshness() {
    return freshness;
  }

  @Override
  public void close() {
    link.close();
  }
}
