/// What the command line answers, and to which stream.
@NullMarked
package dev.headroom.app;

import org.jspecify.annotations.NullMarked;
