/// Suggestions made: a span of what was asked is walked over once to see what happened, and again
/// for everything that might be done better.
@NullMarked
package dev.headroom.node.advice;

import org.jspecify.annotations.NullMarked;
