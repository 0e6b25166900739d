/// The page of reports.
@NullMarked
package dev.headroom.console.viewmodel.report;

import org.jspecify.annotations.NullMarked;
