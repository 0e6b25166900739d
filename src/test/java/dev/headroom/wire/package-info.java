/// What the words of the model look like as text, by example and at random.
@NullMarked
package dev.headroom.wire;

import org.jspecify.annotations.NullMarked;
