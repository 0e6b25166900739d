/// Files that users name on the command line, and what is said of those that cannot be used.
@NullMarked
package dev.headroom.app.input;

import org.jspecify.annotations.NullMarked;
