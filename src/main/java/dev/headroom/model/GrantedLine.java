package dev.headroom.model;

/// One line of an allocation as it was granted.
///
/// @param type what; an alternative's type where that was taken
/// @param requested how much was asked for of that type
/// @param granted how much was reserved; at least 1
public record GrantedLine(ResourceType type, long requested, long granted) {}
