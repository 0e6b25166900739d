/// How the map of who uses what looks.
@NullMarked
package dev.headroom.console.view.map;

import org.jspecify.annotations.NullMarked;
