/// Specifies `console.view.notice`.
@NullMarked
package dev.headroom.console.view.notice;

import org.jspecify.annotations.NullMarked;
