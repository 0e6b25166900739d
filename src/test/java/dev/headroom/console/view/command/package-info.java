/// Specifies `console.view.command`.
@NullMarked
package dev.headroom.console.view.command;

import org.jspecify.annotations.NullMarked;
