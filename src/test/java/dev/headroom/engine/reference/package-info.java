/// The rules of allocation a second time, as plainly as they can be said: lists, sums and loops,
/// nothing kept that can be worked out. Written from the rules and not from the engine, so that the
/// two can be held against each other; slow on purpose.
@NullMarked
package dev.headroom.engine.reference;

import org.jspecify.annotations.NullMarked;
