/// Pictures of the real console, drawn in memory: one, or every page and state of it.
@NullMarked
package dev.headroom.app.picture;

import org.jspecify.annotations.NullMarked;
