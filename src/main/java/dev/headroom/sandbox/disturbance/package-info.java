/// What can be thrown into a simulated world: bursts of demand, failures, and a run that has lost
/// its mind. They find by themselves what there is to disturb, so that they fit every workload.
@NullMarked
package dev.headroom.sandbox.disturbance;

import org.jspecify.annotations.NullMarked;
