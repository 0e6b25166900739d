/// The parts that all views are put together from: tables with keys, signs, and what is drawn by
/// hand in the theme's colours.
@NullMarked
package dev.headroom.console.view.control;

import org.jspecify.annotations.NullMarked;
