/// Measures the engine on this machine: `headroom bench`.
@NullMarked
package dev.headroom.app.bench;

import org.jspecify.annotations.NullMarked;
