/// Tests of what stands on the interface to an instance.
@NullMarked
package dev.headroom.client;

import org.jspecify.annotations.NullMarked;
