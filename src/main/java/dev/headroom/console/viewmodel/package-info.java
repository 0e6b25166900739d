/// What an administrator sees and can do, without a scene: readings, words and numbers for people,
/// and the state behind each place of the window.
@NullMarked
package dev.headroom.console.viewmodel;

import org.jspecify.annotations.NullMarked;
