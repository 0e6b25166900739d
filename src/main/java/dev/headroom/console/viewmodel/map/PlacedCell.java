package dev.headroom.console.viewmodel.map;

/// A cell, where it lies, and how deep.
///
/// @param cell what
/// @param box where
/// @param depth 1 for those directly below the scope that the map is about
/// @param group whether those below it are placed within, so that only its head is its own
public record PlacedCell(UseCell cell, Box box, int depth, boolean group) {}
