/// What all sinks have in common: waiting longer after every failure, and saying how they are.
@NullMarked
package dev.headroom.sink.delivery;

import org.jspecify.annotations.NullMarked;
