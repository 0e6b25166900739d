/// The page of reports.
@NullMarked
package dev.headroom.console.view.report;

import org.jspecify.annotations.NullMarked;
