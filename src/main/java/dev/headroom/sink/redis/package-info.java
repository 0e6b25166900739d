/// The states of scopes and pools, and the events, put into a Redis for programs that read them
/// there. What is lost there is put there again.
@NullMarked
package dev.headroom.sink.redis;

import org.jspecify.annotations.NullMarked;
