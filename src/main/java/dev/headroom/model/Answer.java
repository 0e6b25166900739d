package dev.headroom.model;

/// What the engine says to a command: an [Outcome] or a [Refusal].
public sealed interface Answer permits Outcome, Refusal {}
