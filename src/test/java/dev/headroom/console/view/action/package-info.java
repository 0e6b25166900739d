/// Specifies `console.view.action`.
@NullMarked
package dev.headroom.console.view.action;

import org.jspecify.annotations.NullMarked;
