/// The choice of what to look at.
@NullMarked
package dev.headroom.console.view.start;

import org.jspecify.annotations.NullMarked;
