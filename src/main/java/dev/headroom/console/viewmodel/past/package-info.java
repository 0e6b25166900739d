/// What happened along the time that can be looked at again, and how two instants of it differ.
@NullMarked
package dev.headroom.console.viewmodel.past;

import org.jspecify.annotations.NullMarked;
