/// The page on which many limits are changed at once, and what leads there.
@NullMarked
package dev.headroom.console.view.bulk;

import org.jspecify.annotations.NullMarked;
