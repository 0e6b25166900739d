/// What could be done better: suggestions with their evidence, what they would bring, and what was
/// said to those that nobody wants.
@NullMarked
package dev.headroom.model.suggestion;

import org.jspecify.annotations.NullMarked;
