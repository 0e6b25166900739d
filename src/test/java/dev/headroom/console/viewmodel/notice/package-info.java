/// Specifies `console.viewmodel.notice`.
@NullMarked
package dev.headroom.console.viewmodel.notice;

import org.jspecify.annotations.NullMarked;
