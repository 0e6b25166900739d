@NullMarked
package dev.headroom.sandbox.trace;

import org.jspecify.annotations.NullMarked;
