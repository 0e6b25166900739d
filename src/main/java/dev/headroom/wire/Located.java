package dev.headroom.wire;

/// A value that was read, and where it stands: for what only shows when all values are known.
///
/// @param <T> what was read
record Located<T>(T value, int line, Place place) {
  void refuse(String message) {
    place.note(line, message);
  }
}
