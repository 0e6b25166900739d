/// What specifications of the console share.
@NullMarked
package dev.headroom.console;

import org.jspecify.annotations.NullMarked;
