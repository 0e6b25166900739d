@NullMarked
package dev.headroom.sandbox;

import org.jspecify.annotations.NullMarked;
