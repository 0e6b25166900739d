/// Commands about what was used.
@NullMarked
package dev.headroom.app.report;

import org.jspecify.annotations.NullMarked;
