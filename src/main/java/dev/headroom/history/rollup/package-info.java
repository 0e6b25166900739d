/// Sums of what happened, per minute, hour, day and month, kept in SQLite. They are functions of
/// the events alone: the same events come to the same sums, in whatever portions they are told.
@NullMarked
package dev.headroom.history.rollup;

import org.jspecify.annotations.NullMarked;
