package dev.headroom.node.replay;

import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import java.util.List;

/// A command of history with what came of it.
///
/// @param number its place in history
/// @param millis when, in epoch milliseconds
/// @param answer what history answered
/// @param isRepeated whether nothing happened, as where it was said before
/// @param events what happened until then, since the command before; of those that say what becomes
///   of allocations
record Told(
    long number,
    long millis,
    Command command,
    Answer answer,
    boolean isRepeated,
    List<Event> events) {}
