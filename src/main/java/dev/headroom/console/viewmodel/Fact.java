package dev.headroom.console.viewmodel;

/// One thing worth knowing, as a name and a value.
///
/// @param name what is known
/// @param value exactly
public record Fact(String name, String value) {}
