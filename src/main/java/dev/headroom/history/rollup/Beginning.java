package dev.headroom.history.rollup;

import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Change;
import dev.headroom.model.Config;
import dev.headroom.model.LentQuota;
import dev.headroom.model.Limit;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How an instance stood when counting began, where what happened before cannot be told any more.
///
/// @param sequence the number of the last event before
/// @param at when that was, or later
/// @param config settings, limits and pools
/// @param allocations all that are live
/// @param loans all quota that is lent by command
public record Beginning(
    long sequence,
    Instant at,
    Config config,
    List<AllocationStatus> allocations,
    List<LentQuota> loans) {
  /// The changes that make the configuration out of none.
  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.PutSettings(config.settings(), 0));
    Map<ScopePath, List<Limit>> limits =
        config.limits().stream()
            .collect(Collectors.groupingBy(Limit::path, TreeMap::new, Collectors.toList()));
    limits.forEach((path, each) -> changes.add(new Change.PutLimits(path, each, 0)));
    config.pools().forEach(pool -> changes.add(new Change.PutPool(pool, 0)));
    return changes;
  }
}
