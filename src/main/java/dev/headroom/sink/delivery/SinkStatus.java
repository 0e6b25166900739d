package dev.headroom.sink.delivery;

import java.util.Optional;

/// How a sink is.
///
/// @param name for people
/// @param position the number of the last event that it is done with
/// @param trouble what keeps it from going on; empty where all is well
public record SinkStatus(String name, long position, Optional<String> trouble) {}
