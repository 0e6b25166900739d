/// Trying things out on a copy of an instance, and carrying the changes back to it.
@NullMarked
package dev.headroom.console.viewmodel.copy;

import org.jspecify.annotations.NullMarked;
