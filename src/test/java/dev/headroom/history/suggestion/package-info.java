@NullMarked
package dev.headroom.history.suggestion;

import org.jspecify.annotations.NullMarked;
