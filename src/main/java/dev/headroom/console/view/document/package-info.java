/// The page of the configuration as text.
@NullMarked
package dev.headroom.console.view.document;

import org.jspecify.annotations.NullMarked;
