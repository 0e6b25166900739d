package dev.headroom.client;

/// Asks for conflicts.
///
/// @param open whether to list those that are open instead of the latest that have closed
/// @param offset how many to skip
/// @param count how many at most
public record ConflictQuery(boolean open, int offset, int count) {}
