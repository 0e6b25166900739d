/// What a span that is over would have come to under other settings.
@NullMarked
package dev.headroom.model.replay;

import org.jspecify.annotations.NullMarked;
