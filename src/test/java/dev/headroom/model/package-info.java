/// What the words of the rules allow, at their edges.
@NullMarked
package dev.headroom.model;

import org.jspecify.annotations.NullMarked;
