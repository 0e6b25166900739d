/// What will be used and when it runs out, in words and curves.
@NullMarked
package dev.headroom.console.viewmodel.forecast;

import org.jspecify.annotations.NullMarked;
