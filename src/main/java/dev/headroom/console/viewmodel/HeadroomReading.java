package dev.headroom.console.viewmodel;

/// What a scope may still use, of the resource type that presses most.
///
/// @param amount for example `1.2k`
/// @param name of what, for example `Tokens`
/// @param binding whose constraint says so, for example `bound by user ada`
/// @param level how pressing
/// @param sentence the whole of it, exact
public record HeadroomReading(
    String amount, String name, String binding, Level level, String sentence) {
  /// Nothing on the way from `/` limits anything here.
  static final HeadroomReading UNBOUNDED =
      new HeadroomReading(
          "–", "", Wording.text("bound.nothing"), Level.UNBOUNDED, Wording.text("bound.nothing"));
}
