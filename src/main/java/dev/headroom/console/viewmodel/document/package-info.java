/// The configuration as text that people read, keep, compare and edit.
@NullMarked
package dev.headroom.console.viewmodel.document;

import org.jspecify.annotations.NullMarked;
