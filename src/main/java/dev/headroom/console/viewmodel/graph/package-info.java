/// Who waits for whom, as a graph: what it shows, how it is laid out in layers, and how one moves
/// on it.
@NullMarked
package dev.headroom.console.viewmodel.graph;

import org.jspecify.annotations.NullMarked;
