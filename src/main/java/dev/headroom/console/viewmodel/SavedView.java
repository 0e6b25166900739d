package dev.headroom.console.viewmodel;

/// A way to look at the scope tree that somebody has given a name.
///
/// @param name tells it from all others
/// @param query what is looked for; empty for everything
/// @param order how siblings are ordered
/// @param look which columns there are
public record SavedView(String name, String query, TreeOrder order, TreeLook look) {}
