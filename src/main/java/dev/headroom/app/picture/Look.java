package dev.headroom.app.picture;

import dev.headroom.console.view.Theme;
import dev.headroom.console.viewmodel.Zoom;

/// How the pictured window looks.
///
/// @param theme light or dark
/// @param zoom how large everything is
/// @param width in pixels
/// @param height in pixels
public record Look(Theme theme, Zoom zoom, int width, int height) {}
