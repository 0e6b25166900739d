/// Quiet notices in a corner of the window.
@NullMarked
package dev.headroom.console.view.notice;

import org.jspecify.annotations.NullMarked;
