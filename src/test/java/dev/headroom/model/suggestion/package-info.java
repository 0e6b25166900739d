@NullMarked
package dev.headroom.model.suggestion;

import org.jspecify.annotations.NullMarked;
