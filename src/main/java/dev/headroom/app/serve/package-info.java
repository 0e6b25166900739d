/// The command that offers an instance to the network.
@NullMarked
package dev.headroom.app.serve;

import org.jspecify.annotations.NullMarked;
