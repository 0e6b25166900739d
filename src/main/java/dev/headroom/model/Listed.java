package dev.headroom.model;

import java.util.List;

/// The first of something there may be very much of.
///
/// @param first at most as many as whoever made the list keeps
/// @param total how many there are in all
public record Listed<T>(List<T> first, int total) {
  /// @throws InvalidValueException where there are fewer in all than are listed
  public Listed {
    first = List.copyOf(first);
    if (total < first.size()) {
      throw new InvalidValueException("%d listed of %d", first.size(), total);
    }
  }
}
