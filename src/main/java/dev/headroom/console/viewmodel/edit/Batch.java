package dev.headroom.console.viewmodel.edit;

/// Changes that were staged together and can be taken back together.
///
/// @param number tells it from all others of its change set
/// @param name what they do, in words
public record Batch(int number, String name) {}
