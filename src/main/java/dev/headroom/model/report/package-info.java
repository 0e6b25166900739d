/// What was used, what it cost and what was wasted, for a scope and a span. How each figure comes
/// about is said where it stands.
@NullMarked
package dev.headroom.model.report;

import org.jspecify.annotations.NullMarked;
