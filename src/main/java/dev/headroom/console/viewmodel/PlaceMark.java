package dev.headroom.console.viewmodel;

/// How a place is told from others at a glance.
///
/// @param name what the window calls it; also what must be typed before what concerns everybody
///   there is changed, where it is a production
/// @param colour of its band and frame; never the only sign
/// @param production whether others depend on it, so that a slip costs them something
public record PlaceMark(String name, Colour colour, boolean production) {
  /// The most characters of a name.
  public static final int NAME_MAX = 60;

  /// The colours that a place can have; what each looks like stands in the style sheets.
  public enum Colour {
    GREY,
    BLUE,
    GREEN,
    AMBER,
    RED,
    VIOLET
  }
}
