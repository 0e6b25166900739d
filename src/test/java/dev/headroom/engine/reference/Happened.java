package dev.headroom.engine.reference;

import dev.headroom.model.Event;
import java.time.Instant;

/// An event without its number.
public record Happened(Instant at, Event.Body body) {}
