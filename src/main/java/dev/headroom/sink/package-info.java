/// Where events and states go besides to those who ask for them. Nothing here ever makes the engine
/// wait.
@NullMarked
package dev.headroom.sink;

import org.jspecify.annotations.NullMarked;
