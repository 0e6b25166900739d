/// The palette in which everything is found by typing, and the overlay that lists the shortcuts.
@NullMarked
package dev.headroom.console.view.command;

import org.jspecify.annotations.NullMarked;
