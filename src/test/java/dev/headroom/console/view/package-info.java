/// Specifies `console.view`.
@NullMarked
package dev.headroom.console.view;

import org.jspecify.annotations.NullMarked;
