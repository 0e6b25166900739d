/// What the build holds true of the sources: their format, their shape and the architecture.
@NullMarked
package dev.headroom.build;

import org.jspecify.annotations.NullMarked;
