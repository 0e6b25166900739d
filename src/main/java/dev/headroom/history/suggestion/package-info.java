/// Suggestions, found in what a span of commands came to. Nothing here runs an engine: what a
/// suggestion would bring is found out by whoever replays the span's demand with it.
@NullMarked
package dev.headroom.history.suggestion;

import org.jspecify.annotations.NullMarked;
