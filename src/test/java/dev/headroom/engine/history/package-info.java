/// Any history: random sequences of commands, grown from a seed, played to the engine, held against
/// the reference and against what must always be true, and shrunk where they fail. What a sequence
/// says does not depend on what the engine answers, so that its parts can be left out one by one.
@NullMarked
package dev.headroom.engine.history;

import org.jspecify.annotations.NullMarked;
