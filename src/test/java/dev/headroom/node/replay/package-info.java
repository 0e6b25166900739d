@NullMarked
package dev.headroom.node.replay;

import org.jspecify.annotations.NullMarked;
