package dev.headroom.console.viewmodel.map;

/// How it stands with what the map shows.
public sealed interface MapReading {
  /// Nothing has come yet.
  record Asking() implements MapReading {}

  /// It cannot be had.
  ///
  /// @param why for people
  record Failed(String why) implements MapReading {}

  /// Here it is.
  ///
  /// @param focus the scope that the map is about, with what is below it
  record Shown(UseCell focus) implements MapReading {}
}
