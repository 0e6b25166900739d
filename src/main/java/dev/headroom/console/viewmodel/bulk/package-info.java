/// Changing the limits of many scopes at once: which, how, and what would come of it.
@NullMarked
package dev.headroom.console.viewmodel.bulk;

import org.jspecify.annotations.NullMarked;
