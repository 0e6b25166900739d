/// Everything that can be done in a window, by name, and how it is found.
@NullMarked
package dev.headroom.console.viewmodel.command;

import org.jspecify.annotations.NullMarked;
