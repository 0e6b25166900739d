/// Changing many limits at once, without a window.
@NullMarked
package dev.headroom.console.viewmodel.bulk;

import org.jspecify.annotations.NullMarked;
