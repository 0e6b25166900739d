/// What programs send and hear, at random and by example.
@NullMarked
package dev.headroom.wire.json;

import org.jspecify.annotations.NullMarked;
