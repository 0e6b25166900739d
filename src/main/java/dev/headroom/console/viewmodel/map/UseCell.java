package dev.headroom.console.viewmodel.map;

import dev.headroom.console.viewmodel.Level;
import java.util.List;

/// A scope on the map, or what stands in for scopes that are too small or too many to be shown.
///
/// @param address the scope's; of a stand-in, that of the scope that it is part of
/// @param standIn whether it is a stand-in
/// @param name what it is called
/// @param weight how much it uses, in any unit that all cells of the map share
/// @param level how close to a limit of its own
/// @param amount how much it uses, for people
/// @param exact the same with every digit
/// @param sentence all of that, exact, for hover and for screen readers
/// @param children how many scopes are directly below
/// @param below those of them that are known, and use something; the greatest first
public record UseCell(
    String address,
    boolean standIn,
    String name,
    double weight,
    Level level,
    String amount,
    String exact,
    String sentence,
    int children,
    List<UseCell> below) {

  /// What tells it from all others on the map.
  public String key() {
    return standIn ? address + "#" : address;
  }

  /// Whether one can look inside.
  public boolean hasBelow() {
    return !standIn && children > 0;
  }
}
