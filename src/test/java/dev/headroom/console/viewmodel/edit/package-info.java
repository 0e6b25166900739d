/// Specifies `console.viewmodel.edit`.
@NullMarked
package dev.headroom.console.viewmodel.edit;

import org.jspecify.annotations.NullMarked;
