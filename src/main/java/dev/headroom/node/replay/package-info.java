/// Replays the demand of a span under other settings and compares what comes of it with what came.
///
/// [dev.headroom.node.replay.SpanReplay] walks over the past with two engines: history as it was,
/// and the other world, to which every command is said as it would have been said there.
@NullMarked
package dev.headroom.node.replay;

import org.jspecify.annotations.NullMarked;
