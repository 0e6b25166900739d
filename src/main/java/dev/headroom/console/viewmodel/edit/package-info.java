/// Changes of limits and pools: staged, tried out, applied with a reason all at once, overtaken,
/// undone.
@NullMarked
package dev.headroom.console.viewmodel.edit;

import org.jspecify.annotations.NullMarked;
