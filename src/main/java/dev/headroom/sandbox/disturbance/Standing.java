package dev.headroom.sandbox.disturbance;

import dev.headroom.model.Event;
import dev.headroom.sandbox.Disturbance;

/// A disturbance that changes something when it begins and back when it ends, and does nothing in
/// between, whatever happens.
interface Standing extends Disturbance.Underway {
  @Override
  default long nextAt() {
    return NEVER;
  }

  @Override
  default void act() {
    throw new IllegalStateException("nothing is due, ever");
  }

  @Override
  default void onEvent(Event event) {}
}
