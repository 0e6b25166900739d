/// Specifies `console.view.edit`.
@NullMarked
package dev.headroom.console.view.edit;

import org.jspecify.annotations.NullMarked;
