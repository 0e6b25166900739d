/// Commands about folders in which an engine survives.
@NullMarked
package dev.headroom.app.data;

import org.jspecify.annotations.NullMarked;
