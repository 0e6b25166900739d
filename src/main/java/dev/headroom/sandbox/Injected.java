package dev.headroom.sandbox;

import java.time.Instant;
import java.util.Optional;

/// What became of an injection.
///
/// @param number tells it from the others of its world, from 1 in the order in which they began
/// @param target what it disturbs; empty where it found nothing to disturb
/// @param until when it ends, or has ended
/// @param isOver whether it has
public record Injected(
    int number,
    Injection injection,
    Optional<Disturbance.Target> target,
    Instant until,
    boolean isOver) {}
