/// Specifies `console.view.preference`.
@NullMarked
package dev.headroom.console.view.preference;

import org.jspecify.annotations.NullMarked;
