/// What the console tells of by itself, wherever one looks: what it watches for, and how much of it
/// is shown at once.
@NullMarked
package dev.headroom.console.viewmodel.notice;

import org.jspecify.annotations.NullMarked;
