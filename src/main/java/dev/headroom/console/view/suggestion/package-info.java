/// The page of suggestions.
@NullMarked
package dev.headroom.console.view.suggestion;

import org.jspecify.annotations.NullMarked;
