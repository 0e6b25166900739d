package dev.headroom.sandbox.disturbance;

import dev.headroom.model.Amount;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What somebody would ask for, and where.
record Wish(ScopePath path, List<RequestLine> lines) {
  Wish at(ScopePath other) {
    return new Wish(other, lines);
  }

  /// One for so many times as much.
  Wish times(long factor) {
    return new Wish(
        path,
        lines.stream()
            .map(line -> RequestLine.required(line.type(), grown(line.amount(), factor)))
            .toList());
  }

  private static long grown(long amount, long factor) {
    return amount > Amount.MAX / factor ? Amount.MAX : amount * factor;
  }

  /// One for all that any of them is for.
  ///
  /// @param wishes at least one
  static Wish all(ScopePath path, List<Wish> wishes) {
    Map<ResourceType, Long> amounts = new EnumMap<>(ResourceType.class);
    for (Wish wish : wishes) {
      wish.lines.forEach(line -> amounts.merge(line.type(), line.amount(), Math::max));
    }
    List<RequestLine> lines = new ArrayList<>();
    amounts.forEach((type, amount) -> lines.add(RequestLine.required(type, amount)));
    return new Wish(path, lines);
  }
}
