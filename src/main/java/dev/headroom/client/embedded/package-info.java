/// An instance in this process: the client interface over a node.
@NullMarked
package dev.headroom.client.embedded;

import org.jspecify.annotations.NullMarked;
