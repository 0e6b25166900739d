/// What will be used: demand in buckets of equal length, continued by a combination of simple
/// methods, with an interval that keeps its promise, and when what is left will be used up.
@NullMarked
package dev.headroom.history.forecast;

import org.jspecify.annotations.NullMarked;
