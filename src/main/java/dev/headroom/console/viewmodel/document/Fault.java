package dev.headroom.console.viewmodel.document;

/// One thing that is wrong with a text.
///
/// @param line where, counted from 1
/// @param sentence what, and what would be right
public record Fault(int line, String sentence) {}
