/// Going back in time: the band that leads through it, and what has changed between two instants.
@NullMarked
package dev.headroom.console.view.past;

import org.jspecify.annotations.NullMarked;
