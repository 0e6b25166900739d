/// The rules of allocation as a deterministic state machine: state × command × time → state ×
/// events × outcome. It reads no clock and no environment and does no I/O (rule D1). Its hot state
/// is plain arrays; values cross the boundary as records. Not thread-safe: its node holds the lock.
@NullMarked
package dev.headroom.engine;

import org.jspecify.annotations.NullMarked;
