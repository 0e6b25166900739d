/// Changing many limits, in a real window.
@NullMarked
package dev.headroom.console.view.bulk;

import org.jspecify.annotations.NullMarked;
