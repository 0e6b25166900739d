package dev.headroom.wire;

/// Which value of a document is being read, and where to note what is wrong with it.
///
/// @param key for example `limits[2].enforcement`; empty for the document itself
/// @param problems what is wrong with the document so far
record Place(String key, Problems problems) {

  /// The value of a key in the mapping at this place.
  Place member(String name) {
    return new Place(key.isEmpty() ? name : key + "." + name, problems);
  }

  /// An item of the list at this place.
  Place item(int index) {
    return new Place(key + "[" + index + "]", problems);
  }

  void note(int line, String message) {
    problems.note(line, key, message);
  }
}
