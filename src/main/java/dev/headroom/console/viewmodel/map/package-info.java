/// Who uses what below a scope, as a map whose areas are shares: what it shows, how it is laid out,
/// and how one moves on it.
@NullMarked
package dev.headroom.console.viewmodel.map;

import org.jspecify.annotations.NullMarked;
