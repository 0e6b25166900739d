/// What could be done better: suggestions in words, and what an administrator does about them.
@NullMarked
package dev.headroom.console.viewmodel.suggestion;

import org.jspecify.annotations.NullMarked;
