package dev.headroom.client;

import java.util.concurrent.atomic.AtomicReference;

/// Something on its way to an instance. Until the instance has all of it, it can be taken back, and
/// then nothing comes of it; from then on it happens, all of it or nothing, and only what came of
/// it is still to be waited for. Any thread.
public final class Dispatch {
  private enum State {
    ON_ITS_WAY,
    HANDED_OVER,
    TAKEN_BACK
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.ON_ITS_WAY);
  private final Cancellation carrying = new Cancellation();
  private volatile double sent;

  /// Takes it back, unless the instance has it.
  ///
  /// @return whether nothing will ever come of it
  public boolean takeBack() {
    boolean back = comesTo(State.TAKEN_BACK);
    if (back) {
      carrying.cancel();
    }
    return back;
  }

  /// For whoever carries it, and asks just before handing over the last of it, which may be more
  /// than once where the way is bad.
  ///
  /// @return whether to; not where it was taken back
  public boolean handOver() {
    return comesTo(State.HANDED_OVER);
  }

  private boolean comesTo(State wanted) {
    return state.compareAndSet(State.ON_ITS_WAY, wanted) || state.get() == wanted;
  }

  /// Has the carrying stopped once it is taken back; at once where it was.
  ///
  /// @param stop quick, and harmless when done twice
  public void onTakenBack(Runnable stop) {
    carrying.onCancel(stop);
  }

  /// For whoever carries it: so much of it is on the way already.
  ///
  /// @param part from 0 to 1
  public void sent(double part) {
    sent = part;
  }

  /// How much of it is on the way already, from 0 to 1.
  public double sent() {
    return sent;
  }

  /// Whether the instance has it, or may have.
  public boolean isHandedOver() {
    return state.get() == State.HANDED_OVER;
  }

  /// Whether nothing will ever come of it.
  public boolean isTakenBack() {
    return state.get() == State.TAKEN_BACK;
  }
}
