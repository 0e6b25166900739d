/// Simulated worlds: a clock that only a workload moves, an engine on that clock, and the thread
/// that plays one at any speed. What a workload does depends on its seed alone, never on the speed.
@NullMarked
package dev.headroom.sandbox;

import org.jspecify.annotations.NullMarked;
