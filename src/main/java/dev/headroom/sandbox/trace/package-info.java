/// Recorded workloads of real systems: their files, what each row means here, and their replay.
@NullMarked
package dev.headroom.sandbox.trace;

import org.jspecify.annotations.NullMarked;
