/// What the page of reports says, without a scene.
@NullMarked
package dev.headroom.console.viewmodel.report;

import org.jspecify.annotations.NullMarked;
