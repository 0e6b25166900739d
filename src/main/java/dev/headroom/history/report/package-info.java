/// Reports made of the sums.
@NullMarked
package dev.headroom.history.report;

import org.jspecify.annotations.NullMarked;
