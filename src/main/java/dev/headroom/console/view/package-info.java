/// How the console looks: the visual language (theme, bars, charts, tiles) and the places of the
/// window. Colours live in `theme.css`; what is drawn by hand gets them through the palette.
@NullMarked
package dev.headroom.console.view;

import org.jspecify.annotations.NullMarked;
