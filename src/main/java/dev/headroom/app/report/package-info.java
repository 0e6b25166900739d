/// Commands about what was used, and what users lend each other.
@NullMarked
package dev.headroom.app.report;

import org.jspecify.annotations.NullMarked;
