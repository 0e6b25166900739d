/// Specifies `console.viewmodel.command`.
@NullMarked
package dev.headroom.console.viewmodel.command;

import org.jspecify.annotations.NullMarked;
