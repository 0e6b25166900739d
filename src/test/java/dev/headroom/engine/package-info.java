/// Specifies `engine`: the rules by example, one class per family, told as stories.
@NullMarked
package dev.headroom.engine;

import org.jspecify.annotations.NullMarked;
