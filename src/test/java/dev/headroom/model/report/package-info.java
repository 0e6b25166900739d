/// Reports.
@NullMarked
package dev.headroom.model.report;

import org.jspecify.annotations.NullMarked;
