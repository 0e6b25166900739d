/// An instance over HTTP: routes, tokens, streams, metrics. All that is asked for goes through the
/// one interface that programs in the same process use.
@NullMarked
package dev.headroom.server;

import org.jspecify.annotations.NullMarked;
