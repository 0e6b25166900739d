/// What a node promises that keeps its commands.
@NullMarked
package dev.headroom.node;

import org.jspecify.annotations.NullMarked;
