/// Tests of the map of who uses what.
@NullMarked
package dev.headroom.console.view.map;

import org.jspecify.annotations.NullMarked;
