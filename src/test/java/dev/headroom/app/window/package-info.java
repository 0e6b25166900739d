/// What the console's window stands on, specified.
@NullMarked
package dev.headroom.app.window;

import org.jspecify.annotations.NullMarked;
