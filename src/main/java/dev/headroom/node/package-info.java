/// One running engine: its lock, its only clock, and the delivery of its events.
@NullMarked
package dev.headroom.node;

import org.jspecify.annotations.NullMarked;
