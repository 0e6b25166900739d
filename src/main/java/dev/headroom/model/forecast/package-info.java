/// What will be used, as far as what was used tells, and when what may be used runs out.
@NullMarked
package dev.headroom.model.forecast;

import org.jspecify.annotations.NullMarked;
