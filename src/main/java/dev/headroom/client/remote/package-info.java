/// An instance behind a server, reached over HTTP: the client interface for programs and consoles
/// elsewhere. A connection that is lost is found again by itself, and events go on where they
/// stopped.
@NullMarked
package dev.headroom.client.remote;

import org.jspecify.annotations.NullMarked;
