/// Tests of the remote client against real servers on this machine, and real breaks of connections.
@NullMarked
package dev.headroom.client.remote;

import org.jspecify.annotations.NullMarked;
