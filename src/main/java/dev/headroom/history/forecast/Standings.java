package dev.headroom.history.forecast;

import dev.headroom.model.LimitStatus;
import dev.headroom.model.PoolStatus;
import java.util.List;
import java.util.stream.Stream;

/// How limits and pools stand, of which is to be said when they run out.
public record Standings(List<LimitStatus> limits, List<PoolStatus> pools) {
  /// None.
  public static final Standings NONE = new Standings(List.of(), List.of());

  List<Claim> claims() {
    return Stream.concat(limits.stream().map(Claim::of), pools.stream().map(Claim::of)).toList();
  }
}
