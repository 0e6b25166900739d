/// Specifies `console.viewmodel`.
@NullMarked
package dev.headroom.console.viewmodel;

import org.jspecify.annotations.NullMarked;
