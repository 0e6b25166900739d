/// Tests of the graph of who waits for whom.
@NullMarked
package dev.headroom.console.viewmodel.graph;

import org.jspecify.annotations.NullMarked;
