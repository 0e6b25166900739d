/// Tests of the simulation.
@NullMarked
package dev.headroom.app.simulation;

import org.jspecify.annotations.NullMarked;
