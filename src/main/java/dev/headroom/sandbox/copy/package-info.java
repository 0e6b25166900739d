/// A copy of an instance to try things out on: it goes on from a recording's end, and what was
/// asked of the instance within the recording is asked of the copy again and again.
@NullMarked
package dev.headroom.sandbox.copy;

import org.jspecify.annotations.NullMarked;
