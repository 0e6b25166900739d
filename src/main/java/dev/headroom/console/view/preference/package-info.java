/// The page on which one chooses how the console is to be, its shortcuts among that.
@NullMarked
package dev.headroom.console.view.preference;

import org.jspecify.annotations.NullMarked;
