/// How what will be used is drawn.
@NullMarked
package dev.headroom.console.view.forecast;

import org.jspecify.annotations.NullMarked;
