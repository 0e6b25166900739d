/// Specifies `console.viewmodel.action`.
@NullMarked
package dev.headroom.console.viewmodel.action;

import org.jspecify.annotations.NullMarked;
