/// Events sent to whoever wants to be told, signed, in order, at least once. What is refused for
/// good, or too often, is put aside and can be sent again.
@NullMarked
package dev.headroom.sink.webhook;

import org.jspecify.annotations.NullMarked;
