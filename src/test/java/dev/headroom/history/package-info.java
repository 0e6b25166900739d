/// The history, against sums that are made without it.
@NullMarked
package dev.headroom.history;

import org.jspecify.annotations.NullMarked;
