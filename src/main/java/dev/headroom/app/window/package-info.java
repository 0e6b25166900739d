/// The console's window on a screen or in memory, with an engine and its sandbox behind it.
@NullMarked
package dev.headroom.app.window;

import org.jspecify.annotations.NullMarked;
