@NullMarked
package dev.headroom.sandbox.copy;

import org.jspecify.annotations.NullMarked;
