/// The command line and the wiring: the one place where objects are put together.
@NullMarked
package dev.headroom.app;

import org.jspecify.annotations.NullMarked;
