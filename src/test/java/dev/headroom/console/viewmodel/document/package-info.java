/// The configuration as text, without a window.
@NullMarked
package dev.headroom.console.viewmodel.document;

import org.jspecify.annotations.NullMarked;
