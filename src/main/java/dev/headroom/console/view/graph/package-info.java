/// How the graph of who waits for whom looks.
@NullMarked
package dev.headroom.console.view.graph;

import org.jspecify.annotations.NullMarked;
