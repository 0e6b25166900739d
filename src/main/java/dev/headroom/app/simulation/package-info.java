/// A simulation that runs for as long as it is told: everything that can be asked of an engine, in
/// all mixtures and under an erratic clock, while what must hold is checked. See `headroom
/// simulate`.
@NullMarked
package dev.headroom.app.simulation;

import org.jspecify.annotations.NullMarked;
